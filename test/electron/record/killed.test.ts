import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { note, sampleAt } from './example-run.ts';
import { ownFolder, readJournal } from './journals.ts';

const program = join(import.meta.dirname, 'journaling-program.ts');

/** Starts the program, lets it say that some events are durable, and kills it without a warning. */
async function killAfter(path: string, durable: number): Promise<number> {
  const child = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let promised = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    promised = Number(line);
    if (promised >= durable && !child.killed) child.kill('SIGKILL');
  }
  if (child.signalCode === null && child.exitCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return promised;
}

it.each([1, 20, 150])(
  'a console killed after %s events has lost none that it called recorded',
  async (durable) => {
    const path = join(ownFolder(), 'journal.sqlite');
    const promised = await killAfter(path, durable);
    expect(promised).toBeGreaterThanOrEqual(durable);
    const record = readJournal(path);
    const events = record.events.map(({ event }) => event);
    expect(events.length).toBeGreaterThanOrEqual(promised);
    expect(events).toEqual(events.map((_, index) => note(`event ${index}`)));
    // What came before an event is in the file as well: everything is written in order.
    const samples = [...record.samples()];
    expect(samples.length).toBeGreaterThanOrEqual(10 * (events.length - 1));
    expect(samples).toEqual(samples.map((_, index) => sampleAt(index)));
    record.close();
  },
);
