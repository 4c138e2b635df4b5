import { afterEach, describe, expect, it } from 'vitest';
import { consoleActor } from '../../../electron/domain/actor.ts';
import type { Sample } from '../../../electron/domain/sample.ts';
import { readRescue } from '../../../electron/record/read-run.ts';
import type { RescueRecord } from '../../../electron/record/run-record.ts';
import { perfusionistNamed } from '../../support/people.ts';
import { demoCase, shortPreset, Treatment, warm } from '../../support/treatment.ts';

const nurse = perfusionistNamed('Nurse');
let treatment: Treatment;
afterEach(() => treatment.close());

const rigNow = () => treatment.rig.rig.telemetry();
/** Of the rig's own count: blocks it has taken. */
const blocksTaken = () => treatment.rig.rig.control.heartbeat;
const stands = ({ inForce, pumpSpeedRpm }: Sample): boolean =>
  inForce?.mode === 'standby' && !inForce.pumpEnable && (pumpSpeedRpm.value ?? 99) < 0.1;

/** A pump of 2400 mL/min runs down within 4 s. */
async function pumpingFast(): Promise<void> {
  treatment = await Treatment.start({ scenario: warm, preset: { ...shortPreset(), flowMlPerMin: 2400 } });
  await treatment.untilPhase('treatment', 900);
  await treatment.seconds(20);
  treatment.operator = null;
  expect(rigNow().flowMlPerMin.value).toBeGreaterThan(2200);
}

/** Seconds from the end of the run to the end of its record, and the last sample in it. */
async function recordAfterEnd(): Promise<{ seconds: number; last: Sample }> {
  const record = await treatment.record();
  const last = [...record.samples()].at(-1) as Sample;
  const over = record.events.find(({ event }) => event.type === 'phase' && event.to === 'complete');
  const ended = record.events.find(({ event }) => event.type === 'run-ended');
  record.close();
  return { seconds: ((ended?.sessionMs ?? 0) - (over?.sessionMs ?? 0)) / 1000, last };
}

/** Lets threads of journals answer in real time. */
async function rescueRecord(): Promise<RescueRecord> {
  for (let tries = 0; treatment.rescueJournals.length === 0 && tries < 200; tries += 1) {
    await treatment.seconds(0.1);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(treatment.rescueJournals).toHaveLength(1);
  const read = readRescue(treatment.rescueJournals[0] as string);
  if (!read.ok) throw new Error(read.problem);
  return read.record;
}

describe('the record of a run that is over', () => {
  it('goes on until the machine is seen to stand, as long as a fast pump runs down', async () => {
    await pumpingFast();
    treatment.act({ type: 'end-run', reason: 'over' });
    await treatment.seconds(8);
    const { seconds, last } = await recordAfterEnd();
    expect(stands(last)).toBe(true);
    expect(seconds).toBeGreaterThan(3);
    expect(seconds).toBeLessThan(4.5);
    expect(treatment.rescueJournals).toEqual([]);
  });

  it('waits 6 s for a machine that is heard and does not stand', async () => {
    treatment = await Treatment.treating();
    treatment.fault({ fault: 'pump-runs-on' }, null);
    treatment.act({ type: 'end-run', reason: 'over' });
    await treatment.seconds(9);
    const { seconds, last } = await recordAfterEnd();
    expect(seconds).toBeGreaterThan(5.9);
    expect(seconds).toBeLessThan(6.3);
    expect(stands(last)).toBe(false);
  });

  it('waits 2 s where nothing is heard', async () => {
    treatment = await Treatment.treating();
    treatment.loopback.wire = 'cut';
    await treatment.seconds(1.5);
    treatment.act({ type: 'end-run', reason: 'over' });
    await treatment.seconds(5);
    const { seconds } = await recordAfterEnd();
    expect(seconds).toBeGreaterThan(1.9);
    expect(seconds).toBeLessThan(2.3);
  });

  it('waits 2 s when the program is closed, though the machine is heard', async () => {
    await pumpingFast();
    void treatment.engine.endInGoodOrder('closed');
    await treatment.seconds(8);
    const { seconds, last } = await recordAfterEnd();
    expect(seconds).toBeGreaterThan(1.9);
    expect(seconds).toBeLessThan(2.3);
    expect(stands(last)).toBe(false);
  });
});

describe('a machine that has not stood down when the record of its run closes', () => {
  it('is told so on a rescue record, every block, until it stands', async () => {
    treatment = await Treatment.treating();
    treatment.loopback.wire = 'cut';
    await treatment.seconds(0.5);
    treatment.act({ type: 'end-run', reason: 'over' });
    await treatment.seconds(20);
    const before = blocksTaken();
    treatment.loopback.wire = 'whole';
    await treatment.seconds(10);
    const taken = blocksTaken() - before;
    expect(taken).toBeGreaterThan(5);
    expect(treatment.load().machine).toMatchObject({ authority: 'reading', doing: 'stood-down' });
    const record = await rescueRecord();
    const { header, events } = record;
    const samples = [...record.samples()];
    record.close();
    expect(header).toMatchObject({ kind: 'rescue', afterRunId: treatment.run.runId, simulation: true });
    expect(samples.filter(({ requested }) => requested !== null)).toHaveLength(taken);
    expect(samples.map(({ requested }) => requested).filter((asked) => asked?.mode !== 'standby')).toEqual(
      samples.map(({ requested }) => requested).filter((asked) => asked === null),
    );
    expect(stands(samples.at(-1) as Sample)).toBe(true);
    const types = events.map(({ event }) => event.type);
    expect(types[0]).toBe('rescue-started');
    expect(events[1]?.event).toEqual({
      type: 'action',
      by: consoleActor,
      second: null,
      breakGlass: null,
      action: { type: 'stop-run' },
      refused: null,
    });
    expect(types).toContain('link-restored');
    expect(types.at(-1)).toBe('rescue-ended');
  });

  it('is one screen and one set-up: review and next case as ever, a start refused in words, then it may', async () => {
    treatment = await Treatment.treating();
    treatment.loopback.wire = 'cut';
    await treatment.seconds(0.5);
    treatment.act({ type: 'end-run', reason: 'over' });
    await treatment.seconds(5);
    expect(treatment.load().stage).toBe('review');
    expect(treatment.load().machine).toMatchObject({ authority: 'standing-down', rescue: null });
    expect(treatment.load().machine.standingDownSeconds).toBeGreaterThan(4);
    await recordAfterEnd();
    await treatment.seconds(0.1);
    expect(treatment.engine.newCase()).toBe(true);
    expect(await treatment.engine.startRun(nurse, demoCase(), shortPreset())).toMatch(/did not answer/);
    treatment.loopback.wire = 'whole';
    while (treatment.load().machine.doing === 'unknown') await treatment.seconds(0.1);
    expect(treatment.load().machine.offers).toMatchObject({ off: true });
    expect(treatment.engine.rescue(nurse, 'off', 0)).toEqual({ taken: true });
    expect(treatment.engine.authority.state).toBe('standing-down');
    await treatment.seconds(10);
    const record = await rescueRecord();
    expect(record.events.map(({ event }) => event)).toContainEqual({
      type: 'action',
      by: nurse,
      second: null,
      breakGlass: null,
      action: { type: 'stop-run' },
      refused: null,
    });
    record.close();
    expect(treatment.engine.authority.state).toBe('reading');
    expect(treatment.engine.snapshot().stage).toBe('setup');
  });

  it('is drained by a person all the same, on a record of its own', async () => {
    treatment = await Treatment.treating();
    treatment.fault({ fault: 'pump-runs-on' }, 15);
    treatment.act({ type: 'end-run', reason: 'over' });
    await treatment.seconds(9);
    expect(treatment.engine.authority.state).toBe('standing-down');
    expect(treatment.engine.rescue(nurse, 'drain', 0)).toEqual({ taken: true });
    expect(treatment.engine.authority.state).toBe('commanding');
    const standDown = await rescueRecord();
    expect(standDown.header.afterRunId).toBe(treatment.run.runId);
    expect(standDown.events.at(-1)?.event.type).toBe('rescue-ended');
    standDown.close();
    await treatment.seconds(10);
    expect(rigNow().inForce).toMatchObject({ mode: 'drain', pumpEnable: true });
    expect(treatment.load().machine.rescue).toMatchObject({ asked: 'drain', written: true });
  });

  it('ends its record with the program', async () => {
    treatment = await Treatment.treating();
    treatment.loopback.wire = 'cut';
    await treatment.seconds(0.5);
    let over = false;
    void treatment.engine
      .endInGoodOrder('closed')
      .then(() => treatment.engine.stop())
      .then(() => treatment.engine.endRecords())
      .then(() => {
        over = true;
      });
    for (let tries = 0; !over && tries < 400; tries += 1) {
      await treatment.seconds(0.1);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(over).toBe(true);
    const record = await rescueRecord();
    expect(record.events.at(-1)?.event.type).toBe('rescue-ended');
    record.close();
  });

  it('throws nothing where no record can be made', async () => {
    treatment = await Treatment.treating();
    treatment.rescuesRefused = true;
    treatment.loopback.wire = 'cut';
    await treatment.seconds(0.5);
    treatment.act({ type: 'end-run', reason: 'over' });
    await treatment.seconds(8);
    treatment.loopback.wire = 'whole';
    await treatment.seconds(10);
    expect(treatment.engine.authority).toMatchObject({ state: 'reading', failures: 0 });
    expect(treatment.said.filter((line) => line.startsWith('The rescue is not recorded'))).toHaveLength(1);
  });
});
