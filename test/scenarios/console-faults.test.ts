import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AlarmCode, Priority } from '../../electron/domain/alarm.ts';
import { interlockBit } from '../../electron/domain/circuit.ts';
import { Treatment } from '../support/treatment.ts';

let treatment: Treatment;

interface ConsoleFault {
  readonly code: AlarmCode;
  readonly priority: Priority;
  /** From the fault to the alarm, as docs/alarms.md states it, s. */
  readonly withinSeconds: number;
  begin(): void | Promise<void>;
  end(): void | Promise<void>;
}

/** Longest time from a tick that sees it to the tick that has told the rig, s. */
const tickSeconds = 0.2;
const annunciator = () => treatment.rig.rig.control.accepted.annunciator;
const isOn = (code: AlarmCode): boolean =>
  treatment.run.alarms.some((alarm) => alarm.code === code && alarm.clearedMs === null);

let lock: DatabaseSync | null = null;
/** The journal's thread answers in real time: ticks go on meanwhile. */
async function untilJournal(notices: () => boolean): Promise<void> {
  while (!notices()) {
    await treatment.seconds(0.1);
    await sleep(20);
  }
}

const consoleFaults: readonly ConsoleFault[] = [
  {
    code: 'storage-low',
    priority: 'low',
    withinSeconds: 0,
    begin: () => {
      treatment.around.freeStorageMegabytes = 99.9;
    },
    end: () => {
      treatment.around.freeStorageMegabytes = 106;
    },
  },
  {
    code: 'storage-failing',
    priority: 'medium',
    withinSeconds: 0,
    begin: async () => {
      lock = new DatabaseSync(treatment.journalPath, { timeout: 10_000 });
      lock.exec('BEGIN EXCLUSIVE');
      await untilJournal(() => isOn('storage-failing'));
    },
    end: async () => {
      lock?.exec('ROLLBACK');
      lock?.close();
      await untilJournal(() => !isOn('storage-failing'));
    },
  },
  {
    code: 'screen-not-updating',
    priority: 'medium',
    withinSeconds: 0,
    begin: () => {
      treatment.around.screenStaleSeconds = 5.1;
    },
    end: () => {
      treatment.around.screenStaleSeconds = 0;
    },
  },
  {
    code: 'audio-not-working',
    priority: 'medium',
    withinSeconds: 5,
    begin: () => {
      treatment.around.audioNotWorking = true;
    },
    end: () => {
      treatment.around.audioNotWorking = false;
    },
  },
];

/** One treatment for all: each fault is over, and the console calm, before the next begins. */
beforeAll(async () => {
  treatment = await Treatment.treating();
}, 120_000);
afterAll(() => treatment.close());

test.each(consoleFaults)(
  '$code: told in its time, by the rig as well, and the treatment goes on',
  async (fault) => {
    expect(annunciator()).toBe('none');
    const before = treatment.run.clocks;
    const others = treatment.raised().length;
    await fault.begin();
    const beganSeconds = treatment.run.sessionSeconds;
    await treatment.seconds(fault.withinSeconds + tickSeconds);
    const [alarm] = treatment.raised(fault.code);
    expect(alarm).toMatchObject({ priority: fault.priority, reaction: 'none' });
    expect((alarm?.raisedMs ?? 0) / 1000).toBeLessThanOrEqual(beganSeconds + fault.withinSeconds + 0.1);
    expect(annunciator()).toBe(fault.priority);
    expect(treatment.raised()).toHaveLength(others + 1);

    await treatment.seconds(10);
    expect(treatment.run.heater.inForce).toBe(true);
    const { elapsedSeconds, inBandSeconds } = treatment.run.clocks;
    const elapsed = (elapsedSeconds ?? 0) - (before.elapsedSeconds ?? 0);
    expect((inBandSeconds ?? 0) - (before.inBandSeconds ?? 0)).toBeCloseTo(elapsed, 6);
    await fault.end();
    await treatment.seconds(1);
    expect(isOn(fault.code)).toBe(false);
    expect(annunciator()).toBe('none');
  },
);

test('a clock that a time server sets is told once, stands on record, and leaves no alarm; session time goes on', async () => {
  const others = treatment.raised().length;
  const fromSeconds = treatment.run.sessionSeconds;
  const steps = () => treatment.events.filter(({ event }) => event.type === 'clock-stepped');
  treatment.clock.setWall(40_000);
  await treatment.seconds(60);
  expect(steps().map(({ event }) => event)).toEqual([
    { type: 'clock-stepped', clock: 'wall', bySeconds: expect.closeTo(40, 0) },
  ]);
  treatment.clock.setWall(-3_600_000);
  await treatment.seconds(60);
  expect(steps()).toHaveLength(2);
  expect(treatment.run.sessionSeconds - fromSeconds).toBeCloseTo(120, 0);
  expect(treatment.raised()).toHaveLength(others);
  treatment.clock.setWall(3_560_000);
  await treatment.seconds(5);
});

test('the rig sounds the highest alarm that is on: screen gone, audio paused, acknowledged, and when a lower one is left', async () => {
  const { around } = treatment;
  const acknowledge = () =>
    treatment.act({ type: 'acknowledge', alarmIds: treatment.run.alarms.map(({ id }) => id) });
  around.freeStorageMegabytes = 99;
  await treatment.seconds(tickSeconds);
  expect(annunciator()).toBe('low');
  around.screenStaleSeconds = 60;
  await treatment.seconds(tickSeconds);
  expect(annunciator()).toBe('medium');

  expect(treatment.act({ type: 'pause-audio' })).toEqual({ taken: true });
  await treatment.seconds(tickSeconds);
  expect(treatment.run.alarmSystem.sound.state).toBe('paused');
  expect(annunciator()).toBe('medium');
  treatment.fault({ fault: 'cover-open' }, 5);
  await treatment.untilAlarm('interlock-cover-open', 2);
  await treatment.seconds(tickSeconds);
  expect(annunciator()).toBe('high');
  acknowledge();
  await treatment.seconds(tickSeconds);
  expect(treatment.run.alarmSystem.sound.state).toBe('acknowledged');
  expect(annunciator()).toBe('high');

  await treatment.seconds(6);
  treatment.act({ type: 'clear-interlocks', bits: interlockBit('cover-open') });
  await treatment.until('the interlock is cleared', () => !isOn('interlock-cover-open'), 5);
  await treatment.seconds(tickSeconds);
  expect(annunciator()).toBe('medium');
  around.screenStaleSeconds = 0;
  // It came twice within a minute, and stays on until it has been away for half a minute.
  await treatment.seconds(31);
  expect(annunciator()).toBe('low');
});

test('all of it is on record, with when it came and when it was over', async () => {
  treatment.act({ type: 'stop-run' });
  treatment.act({ type: 'end-run', reason: 'seen enough' });
  await treatment.seconds(6);
  const record = await treatment.record();
  for (const { code } of consoleFaults) {
    const kept = record.events.filter(({ event }) => 'alarm' in event && event.alarm.code === code);
    expect(
      kept.slice(0, 2).map(({ event }) => event.type),
      code,
    ).toEqual(['alarm-raised', 'alarm-cleared']);
  }
  record.close();
});
