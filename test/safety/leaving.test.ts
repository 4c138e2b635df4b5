import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ConsoleView } from '../../electron/contract/view.ts';
import { parseOptions } from '../../electron/program/options.ts';
import { prepare } from '../../electron/program/prepare.ts';
import { Program } from '../../electron/program/program.ts';
import { ownFolder, readJournal } from '../electron/record/journals.ts';
import { demoCase } from '../support/treatment.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const root = join(import.meta.dirname, '../..');

/** The outcome of what takes both time of the console and time of the disk. */
async function meanwhile<T>(clock: VirtualClock, work: Promise<T>): Promise<T> {
  let done = false;
  const settled = work.finally(() => {
    done = true;
  });
  while (!done) {
    await clock.advance(100);
    await sleep(5);
  }
  return settled;
}

/** The program with a run on the built-in rig, its self-test heating. */
async function heating(folder: string) {
  const parsed = parseOptions(['--out', folder]);
  if (!parsed.ok) throw new Error(parsed.problem);
  const prepared = prepare(parsed.options, (...parts) => join(root, 'assets', ...parts), join(folder, 'p'));
  if (!prepared.ok) throw new Error(prepared.problem);
  const clock = new VirtualClock();
  const seen: { view: ConsoleView | null } = { view: null };
  const program = new Program(prepared.prepared, {
    clock,
    host: 'stand-in',
    version: 'test',
    dataFolder: folder,
    journalWorker: new URL('../../electron/record/worker.ts', import.meta.url),
    fontSheets: [],
    showView: (view) => {
      seen.view = view;
    },
    showTrend: () => {},
    screenStaleSeconds: () => 0,
    audioNotWorking: () => false,
    screenPaints: () => true,
    takePicture: async () => new Uint8Array(),
    printPdf: async () => new Uint8Array(),
    runIsOn: () => {},
    say: () => {},
    exit: () => {},
  });
  program.start();
  await clock.advance(2000);
  const asked = { case: demoCase(), presetName: '42.5 °C × 60 min', edited: null };
  const started = await meanwhile(clock, program.startRun(asked));
  expect(started).toEqual({ ok: true });
  for (let second = 0; second < 120 && seen.view?.run?.heater.inForce !== true; second += 1) {
    await clock.advance(1000);
  }
  expect(seen.view?.run?.heater.inForce).toBe(true);
  return { program, clock };
}

describe('ending the program with a run open', () => {
  it('first turns heater and pump off, keeps who did it, and says stopped', async () => {
    const folder = ownFolder();
    const { program, clock } = await heating(folder);
    await meanwhile(clock, program.close());
    expect(program.exitCode).toBe(5);
    const record = readJournal(join(folder, 'journal.sqlite'));
    const last = [...record.samples()].at(-1);
    expect(last?.inForce).toMatchObject({ heaterEnable: false, pumpEnable: false });
    expect(record.events.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({
        type: 'action',
        action: { type: 'stop-run' },
        by: 'console closing',
        refused: null,
      }),
    );
    record.close();
  });
});
