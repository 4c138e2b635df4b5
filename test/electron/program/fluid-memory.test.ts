import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { FluidMemoryView } from '../../../electron/contract/view.ts';
import type { RunEvent } from '../../../electron/domain/run-event.ts';
import { FluidMemory } from '../../../electron/program/fluid-memory.ts';
import { fluidLeftIn, Records } from '../../../electron/program/records.ts';
import { type LastFound, lastRecordOf } from '../../../electron/record/open-runs.ts';
import { openWriter } from '../../../electron/record/writer.ts';
import { FluidLeft } from '../../../electron/session/fluid-left.ts';
import type { Snapshot } from '../../../electron/session/snapshot.ts';
import { perfusionist } from '../../support/installation.ts';
import { perfusionistNamed } from '../../support/people.ts';
import { demoCase, shortPreset, Treatment } from '../../support/treatment.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { eventEntry, header, workerUrl } from '../record/example-run.ts';
import { ownFolder } from '../record/journals.ts';
import { totals } from '../report/small-record.ts';

const serialNumber = header.rig.serialNumber;
const left: FluidMemoryView = {
  runId: header.runId,
  patientName: { familyName: 'DEMO', givenName: 'PATIENT' },
  endedWallMs: 1,
  volumeMl: 2900,
  fillMl: 3000,
};

const setupOn = (rig: string | null): Snapshot =>
  ({
    stage: 'setup',
    recovery: () => null,
    authority: { state: 'reading' },
    link: { identity: rig === null ? null : { serialNumber: rig } },
  }) as unknown as Snapshot;

/** A finished run of the example rig in a folder of runs, `retainedMl` of a fill left in by its own count. */
function ended(runs: string, retainedMl: number | null, fillVolumeMl = 3000): void {
  mkdirSync(join(runs, 'over'), { recursive: true });
  const preset = { ...header.preset, fillVolumeMl, largestCavityVolumeMl: fillVolumeMl };
  const writer = openWriter(join(runs, 'over', 'journal.sqlite'), { ...header, preset });
  const summary = { ...totals, volumeRetainedMl: retainedMl };
  const event: RunEvent = { type: 'run-ended', outcome: 'stopped', summary };
  writer.write([eventEntry({ seq: 1, sessionMs: 1000, wallMs: header.startedWallMs + 1000, event })], true);
  writer.close();
}

describe('the memory of fluid', () => {
  it('is what the last record of the connected rig counted, and nothing where it drained or is another rig', async () => {
    const memoryOf = async (retainedMl: number | null, rig = serialNumber) => {
      const runs = ownFolder();
      ended(runs, retainedMl);
      return fluidLeftIn(await new Records({ out: null, runs }, workerUrl, new VirtualClock()).lastOf(rig));
    };
    expect(await memoryOf(2900)).toMatchObject({ runId: header.runId, volumeMl: 2900, fillMl: 3000 });
    expect(await memoryOf(100)).toBeNull();
    expect(await memoryOf(2900, 'ANOTHER')).toBeNull();
    expect(await memoryOf(null)).toMatchObject({ runId: header.runId, volumeMl: null });
  });

  // A thirtieth of the fill, 5 mL at least and 100 at most: a bladder of 80 mL is not empty with 80 mL in it.
  it.each([
    [80, 5, 6],
    [80, 0, 80],
    [1500, 50, 51],
    [3000, 100, 101],
    [6000, 100, 101],
  ])('of a fill of %d mL is nothing at %d mL, and told from %d mL on', async (fill, empty, told) => {
    const memoryOf = async (retainedMl: number) => {
      const runs = ownFolder();
      ended(runs, retainedMl, fill);
      const records = new Records({ out: null, runs }, workerUrl, new VirtualClock());
      return fluidLeftIn(await records.lastOf(serialNumber));
    };
    expect(await memoryOf(empty)).toBeNull();
    expect(await memoryOf(told)).toMatchObject({ runId: header.runId, volumeMl: told, fillMl: fill });
  });

  it('counts for whoever comes next, whatever run was there before', async () => {
    const treatment = await Treatment.treating();
    const run = treatment.engine.snapshot().run;
    if (run === null) throw new Error('no run is open');
    const fluid = new FluidLeft();
    fluid.note(run);
    expect(fluid.known().cavityMl).toBeGreaterThan(1000);
    fluid.forget();
    expect(fluid.known().cavityMl).toBeNull();
    fluid.memory = left;
    expect(fluid.known()).toMatchObject({ cavityMl: 2900, fillMl: 3000 });
    await treatment.close();
  });

  it('of a run that began with an unknown volume is that nobody knows, however it ended', async () => {
    const treatment = await Treatment.start({ fluidInCavityMl: null });
    treatment.operator = null;
    await treatment.seconds(3);
    treatment.act({ type: 'stop-run' });
    treatment.act({ type: 'end-run', reason: 'over' });
    await treatment.seconds(8);
    (await treatment.record()).close();
    const [rig, folder] = [treatment.link.identity?.serialNumber ?? '', dirname(treatment.journalPath)];
    expect(fluidLeftIn(lastRecordOf(rig, [folder]))).toMatchObject({ volumeMl: null });
    await treatment.close();
  });

  it('holds up nothing on a disk that hangs, and says that it cannot be asked', async () => {
    const runs = ownFolder();
    mkdirSync(join(runs, 'hangs'));
    const pipe = join(runs, 'hangs', 'journal.sqlite');
    // Opening a pipe that nobody writes to waits for ever, as a file on a disk that hangs does.
    execFileSync('mkfifo', [pipe]);
    const clock = new VirtualClock();
    const records = new Records({ out: null, runs }, workerUrl, clock);
    const said: string[] = [];
    const memory = new FluidMemory({
      ask: (rig) => records.lastOf(rig),
      remember: () => said.push('remembered'),
      say: (line) => void said.push(line),
    });
    const startMs = performance.now();
    void memory.publish(setupOn('A'));
    expect(performance.now() - startMs).toBeLessThan(1000);
    expect(memory.waits).toBe(true);
    await setTimeout(300);
    expect(memory.waits).toBe(true);
    await clock.advance(10_100);
    await memory.answered();
    expect(memory.waits).toBe(false);
    expect(said).toEqual([
      `The memory of fluid does not answer: the disk of ${runs} has not answered for 10 s: check it, and look for fluid in the patient.`,
    ]);
    closeSync(openSync(pipe, 'r+'));
  });

  it('that comes too late for its set-up is not told', async () => {
    let answer = (_: LastFound): void => {};
    const told: (FluidMemoryView | null)[] = [];
    const memory = new FluidMemory({
      ask: () => new Promise((resolve) => (answer = resolve)),
      remember: (fluid) => void told.push(fluid),
      say: () => {},
    });
    void memory.publish(setupOn('A'));
    void memory.publish({ ...setupOn('A'), stage: 'run' });
    answer({ last: null, problems: [] });
    await memory.answered();
    expect(told).toEqual([]);
    expect(memory.waits).toBe(false);
  });

  it('is asked for once for each time of set-up and each rig, never beside a run or one left open', async () => {
    const asked: string[] = [];
    const told: (FluidMemoryView | null)[] = [];
    const said: string[] = [];
    const memory = new FluidMemory({
      ask: async (rig) => {
        asked.push(rig);
        return { last: null, problems: ['journal /p: no journal.'] };
      },
      remember: (fluid) => void told.push(fluid),
      say: (line) => void said.push(line),
    });
    const at = (rig: string | null, changes: object = {}) =>
      void memory.publish({ ...setupOn(rig), ...changes } as Snapshot);
    at(null);
    expect(asked).toEqual([]);
    at('A');
    at('A');
    at('B');
    expect(asked).toEqual(['A', 'B']);
    at('B', { stage: 'run' });
    at('B', { stage: 'review' });
    at('B', { recovery: () => ({}) });
    at('B', { authority: { state: 'commanding' } });
    expect(asked).toEqual(['A', 'B']);
    at('B');
    expect(asked).toEqual(['A', 'B', 'B']);
    await memory.answered();
    expect(told).toEqual([null]);
    expect(said).toEqual(Array(3).fill('The memory of fluid: journal /p: no journal.'));
  });
});

describe('fluid that the last run left', () => {
  it('starts no run before a person has said what became of it; the next record has the answer and the name', async () => {
    const console = await Treatment.idle();
    const { engine } = console;
    expect(engine.answerFluid('cavity-empty', perfusionistNamed('Surgeon'))).toBe(false);
    engine.remember(left);
    expect(console.load().fluid).toEqual(left);
    expect(await engine.startRun(perfusionist, demoCase(), shortPreset())).toContain(
      'left fluid in a cavity',
    );
    expect(engine.answerFluid('cavity-empty', perfusionistNamed('Surgeon'))).toBe(true);
    expect(console.load().fluid).toBeNull();
    expect(await engine.startRun(perfusionist, demoCase(), shortPreset())).toBeNull();
    await console.seconds(1);
    expect(console.events.map(({ event }) => event)).toContainEqual({
      type: 'fluid-answered',
      answer: 'cavity-empty',
      by: perfusionistNamed('Surgeon'),
      runId: left.runId,
      volumeMl: 2900,
      breakGlass: null,
    });
    await console.close();
  });
});
