import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { Journal } from '../../../electron/record/journal.ts';
import { openRunsIn } from '../../../electron/record/open-runs.ts';
import { journalVersion } from '../../../electron/record/schema.ts';
import { ended } from '../report/small-record.ts';
import { note, sampleAt, workerUrl } from './example-run.ts';
import { openJournal, ownFolder, readJournal, until } from './journals.ts';

const program = join(import.meta.dirname, 'journaling-program.ts');

/** A console that journals and is killed without a warning. */
async function killed(): Promise<string> {
  const path = join(ownFolder(), 'journal.sqlite');
  const child = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout }))
    if (Number(line) >= 20) child.kill('SIGKILL');
  if (child.signalCode === null) await once(child, 'exit');
  return path;
}

async function reopened(path: string): Promise<Journal> {
  const opened = await Journal.reopen(path, workerUrl);
  if (!opened.ok) throw new Error(opened.problem);
  return opened.journal;
}
const problemOf = async (path: string): Promise<string> => {
  const opened = await Journal.reopen(path, workerUrl);
  return opened.ok ? '' : opened.problem;
};

describe('a journal that broke off', () => {
  it('is gone on with: numbers continue, nothing before is touched', async () => {
    const path = await killed();
    const { runs } = openRunsIn(join(path, '..'));
    const journal = await reopened(path);
    const before = readJournal(path);
    const [events, samples] = [before.events, [...before.samples()]];
    before.close();
    expect(runs[0]).toMatchObject({ lastSeq: events.length, lastSample: samples.at(-1) });
    expect(journal.durableSeq).toBe(events.length);
    expect(journal.event(note('gone on'), 1, 2).seq).toBe(events.length + 1);
    journal.sample(sampleAt(7));
    await until('written', () => journal.durableSamples === 1 && journal.unacknowledged === 0);
    expect(await journal.close()).toBeNull();
    const after = readJournal(path);
    expect(after.events.slice(0, -1)).toEqual(events);
    expect([...after.samples()]).toEqual([...samples, sampleAt(7)]);
    after.close();
  });

  it('is gone on with again and again', async () => {
    const path = await killed();
    const first = await reopened(path);
    const { seq } = first.event(note('first'), 0, 0);
    expect(await first.close()).toBeNull();
    const second = await reopened(path);
    expect(second.event(note('second'), 0, 0).seq).toBe(seq + 1);
    expect(await second.close()).toBeNull();
  });
});

describe('a journal is not gone on with', () => {
  it('while another program writes it', async () => {
    const path = join(ownFolder(), 'journal.sqlite');
    const journal = await openJournal(path);
    journal.event(note('mine'), 0, 0);
    expect(await problemOf(path)).toMatch(/another program has it open .* End that program first/);
    journal.event(note('mine still'), 0, 0);
    expect(await journal.close()).toBeNull();
    expect(readJournal(path).events).toHaveLength(2);
  });

  it('once its run is over, and is left as it is', async () => {
    const path = join(ownFolder(), 'journal.sqlite');
    const journal = await openJournal(path);
    journal.event(ended('completed'), 0, 0);
    await journal.close();
    const before = readFileSync(path);
    expect(await problemOf(path)).toMatch(/journal\.sqlite: its run is over, and nothing is added/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('when a newer console wrote it, and is left as it is', async () => {
    const path = join(ownFolder(), 'journal.sqlite');
    await (await openJournal(path)).close();
    const newer = new DatabaseSync(path);
    newer.exec(`PRAGMA user_version = ${journalVersion + 1}`);
    newer.close();
    const before = readFileSync(path);
    expect(await problemOf(path)).toMatch(/written by a newer console/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('where there is none, and none is made', async () => {
    const path = join(ownFolder(), 'journal.sqlite');
    expect(await problemOf(path)).toMatch(/there is no such file/);
    expect(await problemOf(path)).toMatch(/there is no such file/);
  });
});

describe('the checkpoint', () => {
  const found = (path: string) => {
    const [run] = openRunsIn(join(path, '..')).runs;
    if (run === undefined) throw new Error('no open run');
    return run;
  };

  it('is the last one handed over, with what it knows of; the rest is read after it', async () => {
    const path = join(ownFolder(), 'journal.sqlite');
    const journal = await openJournal(path);
    journal.event(note('one'), 100, 0, '{"after":"one"}');
    journal.sample(sampleAt(1));
    journal.sample(sampleAt(2), '{"after":"sample 2"}');
    journal.event(note('two'), 200, 0);
    journal.sample(sampleAt(3));
    journal.sample(sampleAt(4));
    await until('written', () => journal.unacknowledged === 0);
    const run = found(path);
    expect(run.checkpoint).toEqual({ json: '{"after":"sample 2"}', sessionMs: 200, seq: 1 });
    expect([...run.samplesAfter()]).toEqual([sampleAt(3), sampleAt(4)]);
    expect(run.eventsAfter()).toMatchObject([{ seq: 2, event: note('two') }]);
    await journal.close();
  });

  it('handed over with an event leaves out the sample of the very tick the event came in', async () => {
    const path = join(ownFolder(), 'journal.sqlite');
    const journal = await openJournal(path);
    journal.sample(sampleAt(1));
    journal.event(note('in tick 2'), 200, 0, '{}');
    journal.sample(sampleAt(2));
    journal.sample(sampleAt(3));
    await until('written', () => journal.unacknowledged === 0);
    expect([...found(path).samplesAfter()]).toEqual([sampleAt(3)]);
    await journal.close();
  });

  it('of a console that was killed is there with every event it called recorded', async () => {
    const path = await killed();
    const run = found(path);
    expect(run.checkpoint).not.toBeNull();
    expect(JSON.parse(run.checkpoint?.json ?? '')).toEqual({ events: run.checkpoint?.seq });
    expect(run.checkpoint?.seq).toBe(run.lastSeq);
  });
});
