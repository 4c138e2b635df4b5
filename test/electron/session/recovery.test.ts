import { dirname } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { takeUpRefusal } from '../../../electron/domain/text/en-refusals.ts';
import { Journal } from '../../../electron/record/journal.ts';
import { AlarmDesk } from '../../../electron/session/alarm-desk.ts';
import { pulseOf } from '../../../electron/session/pulse.ts';
import { Recovery } from '../../../electron/session/recovery.ts';
import { perfusionist } from '../../support/installation.ts';
import { perfusionistNamed } from '../../support/people.ts';
import { theatre } from '../../support/site.ts';
import { demoCase, type Setting, shortPreset, Treatment } from '../../support/treatment.ts';
import { workerUrl } from '../record/example-run.ts';

let lost: Treatment;
let next: Treatment | null = null;
afterEach(async () => {
  await next?.close();
  next = null;
});

const rigNow = () => lost.rig.rig.telemetry();
const inForce = () => rigNow().inForce;

const kill = (): Promise<void> => lost.kill();

/** Another console on the same rig and the same disk, `seconds` later. */
async function restarted(seconds: number, uptimeSeconds?: number, more: Setting = {}): Promise<Treatment> {
  await lost.seconds(seconds);
  next = await Treatment.onRig(lost, { takesUp: true, uptimeSeconds, ...more });
  next.operator = null;
  return next;
}

/** A console that finds a run in treatment, too long ago, and an older one in its self-test; the pump stalls for good. */
async function restartedOnTwo(): Promise<Treatment> {
  const older = await Treatment.start({});
  older.operator = null;
  await older.seconds(3);
  await older.kill();
  lost = await Treatment.treating();
  await kill();
  const lostBefore = older.lostRuns(dirname(older.journalPath));
  expect(lostBefore).toHaveLength(1);
  const console = await restarted(11 * 60, undefined, { lostBefore });
  lost.rig.rig.inject({ fault: 'pump-stalled' }, null);
  return console;
}

async function chosen(choice: 'take-up' | 'drain' | 'end'): Promise<unknown> {
  let answer: unknown;
  void next?.engine.recover(choice, perfusionistNamed('Perfusionist')).then((result) => {
    answer = result;
  });
  while (answer === undefined) {
    await next?.seconds(0.02);
    // No faster than the journal's thread, which has the system's clock: on a busy computer it takes its time.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return answer;
}

describe('a run that its console lost in treatment', () => {
  it('is found open and shown; nothing is written and no other run starts until a person decides', async () => {
    lost = await Treatment.treating();
    const { clocks } = lost.run;
    await kill();
    const console = await restarted(30);
    const { recovery, stage, machine } = console.load();
    expect(stage).toBe('setup');
    expect(recovery).toMatchObject({
      patientName: { familyName: 'DEMO', givenName: 'PATIENT' },
      hospitalNumber: '20488317',
      phase: 'treatment',
      takeUpRefusals: [],
      mayDrain: true,
    });
    expect(recovery?.lostSecondsAgo).toBeGreaterThanOrEqual(30);
    expect(recovery?.clocks.elapsedSeconds).toBeGreaterThanOrEqual(clocks.elapsedSeconds ?? 0);
    expect(machine.doing).toBe('circulating');
    expect(inForce()).toMatchObject({ mode: 'circulate', pumpEnable: true, heaterEnable: false });
    expect(await console.engine.startRun(perfusionist, demoCase(), shortPreset())).toMatch(
      /^A run was left open/,
    );
  });

  it('taken up: waits for a person, then goes on with flow as in force and heat off, clocks honest, one record', async () => {
    lost = await Treatment.treating();
    await kill();
    const console = await restarted(30, 20);
    const before = console.load().recovery?.clocks;
    expect(await chosen('take-up')).toEqual({ ok: true });
    expect(console.engine.authority.state).toBe('waiting');
    const { heartbeat } = lost.rig.rig.control;
    await console.seconds(2);
    expect(lost.rig.rig.control.heartbeat).toBe(heartbeat);
    expect(console.run.primary).toMatchObject({ action: 'take-command' });
    expect(console.run.clocks.elapsedSeconds).toBeGreaterThanOrEqual((before?.elapsedSeconds ?? 0) + 30);
    expect(console.run.clocks.inBandSeconds).toBeLessThan((before?.inBandSeconds ?? 0) + 10);
    expect(console.act({ type: 'take-command' })).toEqual({ taken: true });
    await console.seconds(2);
    expect(inForce()).toMatchObject({ mode: 'circulate', pumpEnable: true, heaterEnable: false });
    expect(console.run.heatHeld).toBe('console-restarted');
    console.act({ type: 'clear-interlocks', bits: 0xfff });
    await console.seconds(2);
    expect(console.act({ type: 'resume-heat' })).toEqual({ taken: true });
    await console.seconds(10);
    expect(inForce().heaterEnable).toBe(true);
    console.act({ type: 'end-run', reason: 'over' });
    await console.seconds(6);
    const record = await console.record();
    const types = record.events.map(({ event }) => event.type);
    expect(types.filter((type) => type === 'run-started')).toHaveLength(1);
    expect(record.events.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ type: 'taken-up', by: perfusionist, cause: 'computer-restarted' }),
    );
    expect(types.at(-1)).toBe('run-ended');
    expect(record.events.map(({ seq }) => seq)).toEqual(record.events.map((_, at) => at + 1));
    record.close();
  });

  it('drained: by the same path, and its outcome is interrupted', async () => {
    lost = await Treatment.treating();
    await kill();
    const console = await restarted(20);
    expect(await chosen('drain')).toEqual({ ok: true });
    await console.seconds(5);
    expect(inForce()).toMatchObject({ mode: 'drain', pumpEnable: true, heaterEnable: false });
    await console.until(
      'drained',
      (run) => run.primary?.action === 'advance' && run.primary.blocked === null,
      600,
    );
    console.act({ type: 'advance', from: 'drain' });
    await console.seconds(1);
    console.act({ type: 'advance', from: 'disconnect' });
    await console.seconds(6);
    const record = await console.record();
    expect(record.events.at(-1)?.event).toMatchObject({ type: 'run-ended', outcome: 'interrupted' });
    record.close();
  });

  it('ended: its record gets an end, interrupted, and is not found open again; the machine can be told off', async () => {
    lost = await Treatment.treating();
    await kill();
    const console = await restarted(20);
    expect(await chosen('end')).toEqual({ ok: true });
    await console.seconds(1);
    expect(console.load().recovery).toBeNull();
    const record = await console.record();
    expect(record.events.at(-1)?.event).toMatchObject({ type: 'run-ended', outcome: 'interrupted' });
    record.close();
    expect(console.load().machine.offers).toMatchObject({
      off: true,
      'circulate-unheated': true,
      drain: true,
    });
    expect(console.engine.rescue(perfusionistNamed('P'), 'off', 0)).toEqual({ taken: true });
    await console.seconds(6);
    expect(inForce()).toMatchObject({ mode: 'standby', pumpEnable: false });
    expect(console.engine.authority.state).toBe('reading');
  });

  it('after eleven minutes, or on a rig that was restarted, it cannot be taken up: drain, or end', async () => {
    lost = await Treatment.treating();
    await kill();
    const console = await restarted(11 * 60);
    expect(console.load().recovery?.takeUpRefusals).toContain('gap-too-long');
    expect(await chosen('take-up')).toEqual({
      ok: false,
      problem:
        'The run cannot be taken up. ' +
        'The run was lost for more than 10 minutes. It cannot go on: drain, or end and report.',
    });
    expect(console.load().recovery).not.toBeNull();
    expect(await chosen('drain')).toEqual({ ok: true });
    await console.seconds(5);
    expect(inForce()).toMatchObject({ mode: 'drain', pumpEnable: true });
    const before = lost.rig.rig.plant.volumes.cavityMl;
    await console.seconds(60);
    expect(lost.rig.rig.plant.volumes.cavityMl).toBeLessThan(before - 300);
  });
});

describe('a drain that cannot be told to the machine', () => {
  it('leaves the lost run as it is where the machine is not heard, and says why', async () => {
    lost = await Treatment.treating();
    await kill();
    const console = await restarted(20);
    lost.loopback.wire = 'cut';
    await console.seconds(3);
    expect(await chosen('drain')).toEqual({
      ok: false,
      problem:
        'It cannot be drained from here now, and is left as it is. ' +
        'The link to the rig is not up. Check cable and power; use the switch on the machine meanwhile.',
    });
    expect(console.load().recovery).not.toBeNull();
    lost.loopback.wire = 'whole';
    await console.seconds(4);
    expect(await chosen('take-up')).toEqual({ ok: true });
  });
});

describe('a machine that falls silent while the record is being opened', () => {
  it('is named as the reason why the run is not taken up', async () => {
    next = await Treatment.treating();
    const { run, link } = next.engine.snapshot();
    if (run === null) throw new Error('no run is open');
    const { header, state } = run;
    const { clock } = next;
    const options = {
      clock,
      reopenJournal: async () => ({ ok: true, journal: { close: async () => null } }),
    };
    const found = { path: 'journal.sqlite', header, lastWrittenWallMs: 0 };
    const lostRun = { found, state, alarms: new AlarmDesk(theatre.alarmLimits), problem: null };
    const recovery = new Recovery(options as never, [lostRun as never]);
    const heard = { rig: link.identity, telemetry: next.rig.rig.telemetry(), wallMs: 0 };
    const moments = [heard, { ...heard, telemetry: null }];
    expect(
      await recovery.takeUp(perfusionistNamed('P'), () => moments.shift() ?? heard, 10_000),
    ).toMatchObject({
      ok: false,
      problem: expect.stringContaining(takeUpRefusal['machine-not-heard']),
    });
  });
});

describe('what a person asks of a machine outside a run', () => {
  it('has a record of its own, without a case', async () => {
    lost = await Treatment.treating();
    await kill();
    const console = await restarted(5);
    await chosen('end');
    expect(console.engine.rescue(perfusionistNamed('P'), 'circulate-unheated', 0)).toEqual({ taken: true });
    await console.seconds(10);
    expect(inForce()).toMatchObject({ mode: 'circulate', pumpEnable: true, heaterEnable: false });
    expect(console.load().machine.rescue).toMatchObject({ asked: 'circulate-unheated', written: true });
    expect(console.engine.rescue(perfusionistNamed('P'), 'drain', 0)).toEqual({ taken: true });
    await console.seconds(30);
    expect(console.load().machine.rescue?.drainedMl).toBeGreaterThan(50);
    expect(console.engine.rescue(perfusionistNamed('P'), 'end-drain', 0)).toEqual({ taken: true });
    await console.seconds(8);
    expect(console.load().machine).toMatchObject({ doing: 'stood-down', rescue: null, authority: 'reading' });
    for (let tries = 0; console.rescueJournals.length === 0 && tries < 100; tries += 1) {
      await console.seconds(0.1);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(console.rescueJournals).toHaveLength(1);
  });

  it('drains nothing from a pump that stalls: told to do it by hand until what came is entered', async () => {
    lost = await Treatment.treating();
    await kill();
    const console = await restarted(5);
    await chosen('end');
    lost.rig.rig.inject({ fault: 'pump-stalled' }, null);
    expect(console.engine.rescue(perfusionistNamed('P'), 'drain', 0)).toEqual({ taken: true });
    await console.seconds(60);
    const { machine } = console.load();
    expect(machine).toMatchObject({ rescue: null, drainUnfinished: true });
    expect(machine.alarms.map(({ code, priority }) => [code, priority])).toContainEqual([
      'drain-unfinished',
      'medium',
    ]);
    const enter = (value: number) => console.act({ type: 'record-reading', kind: 'drained-volume', value });
    expect(enter(-1)).toEqual({ taken: false, why: 'reading-out-of-range' });
    expect(console.load().machine.drainUnfinished).toBe(true);
    expect(enter(2700)).toEqual({ taken: true });
    await console.seconds(1);
    expect(console.load().machine).toMatchObject({ drainUnfinished: false, rescue: null });
  });

  it('drains in two goes what the run left, and is dry by what came in both', async () => {
    lost = next = await Treatment.treating();
    lost.act({ type: 'end-run', reason: 'over' });
    await lost.seconds(8);
    const leftMl = lost.run.balance.inCavity.ml;
    const ask = (request: 'drain' | 'end-drain') => lost.engine.rescue(perfusionistNamed('P'), request, 0);
    expect(ask('drain')).toEqual({ taken: true });
    for (let at = 0; (lost.load().machine.rescue?.drainedMl ?? 0) < leftMl - 500 && at < 600; at += 1)
      await lost.seconds(1);
    expect(ask('end-drain')).toEqual({ taken: true });
    await lost.seconds(8);
    expect(lost.load().machine).toMatchObject({ rescue: null, drainUnfinished: false });
    expect(ask('drain')).toEqual({ taken: true });
    for (let at = 0; lost.load().machine.rescue !== null && at < 600; at += 1) await lost.seconds(1);
    expect(lost.load().machine.drainUnfinished).toBe(false);
    expect(lost.rig.rig.plant.volumes.cavityMl).toBeLessThan(150);
  });

  it('is judged by what its own run left, with an older run left open beside', async () => {
    const console = await restartedOnTwo();
    expect(await chosen('drain')).toEqual({ ok: true });
    expect(console.load().recovery?.phase).toBe('self-test');
    await console.seconds(60);
    expect(console.load().machine.drainUnfinished).toBe(true);
  });

  it('is judged by the run that was ended before, not by the older one that is next', async () => {
    const console = await restartedOnTwo();
    expect(await chosen('end')).toEqual({ ok: true });
    expect(console.engine.rescue(perfusionistNamed('P'), 'drain', 0)).toEqual({ taken: true });
    await console.seconds(60);
    expect(console.load().machine.drainUnfinished).toBe(true);
  });

  it.each([
    ['that can be taken up', 20],
    ['that is too long ago', 11 * 60],
  ])('of a run %s does not wait for a disk that hangs', async (_, seconds) => {
    lost = await Treatment.treating();
    await kill();
    const console = await restarted(seconds, undefined, { reopens: () => new Promise(() => {}) });
    void console.engine.recover('drain', perfusionistNamed('P'));
    await console.seconds(5);
    expect(inForce()).toMatchObject({ mode: 'drain', pumpEnable: true });
  });

  it('asked for while the run is taken up: nothing goes on, a person decides', async () => {
    lost = await Treatment.treating();
    await kill();
    let give = (): void => {};
    const waits = new Promise<void>((resolve) => (give = resolve));
    const console = await restarted(20, undefined, {
      reopens: async (path) => {
        await waits;
        return Journal.reopen(path, workerUrl);
      },
    });
    expect(console.engine.rescue(perfusionistNamed('P'), 'circulate-unheated', 0)).toEqual({ taken: true });
    const answer = console.engine.recover('take-up', perfusionistNamed('P'));
    await console.seconds(3);
    give();
    expect(await answer).toEqual({ ok: true });
    await console.seconds(1);
    expect(console.engine.authority.state).toBe('waiting');
    const { heartbeat } = lost.rig.rig.control;
    await console.seconds(5);
    expect(lost.rig.rig.control.heartbeat).toBe(heartbeat);
    expect(console.run.primary?.action).toBe('take-command');
  });

  it('what came by hand is recorded with a machine that is out of reach', async () => {
    lost = await Treatment.treating();
    await kill();
    const console = await restarted(5);
    await chosen('end');
    lost.loopback.wire = 'cut';
    await console.seconds(5);
    expect(console.act({ type: 'record-reading', kind: 'drained-volume', value: 2700 })).toEqual({
      taken: true,
    });
    for (let tries = 0; console.rescueJournals.length === 0 && tries < 100; tries += 1) {
      await console.seconds(0.1);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    expect(console.rescueJournals).toHaveLength(1);
  });

  it('goes on in the review of a run that is over: that has nothing more to end', async () => {
    lost = next = await Treatment.treating();
    lost.act({ type: 'end-run', reason: 'over' });
    await lost.seconds(8);
    expect(lost.load().stage).toBe('review');
    expect(inForce()).toMatchObject({ mode: 'standby', pumpEnable: false });
    expect(lost.engine.rescue(perfusionistNamed('P'), 'drain', 0)).toEqual({ taken: true });
    await lost.seconds(5);
    expect(inForce()).toMatchObject({ mode: 'drain', pumpEnable: true });
    expect(lost.engine.rescue(perfusionistNamed('P'), 'off', 0)).toEqual({ taken: true });
    await lost.seconds(8);
    expect(lost.load().machine).toMatchObject({ doing: 'stood-down', rescue: null, authority: 'reading' });
  });

  it('ends with the program: the machine is told off, and the record has its end', async () => {
    lost = await Treatment.treating();
    await kill();
    const console = await restarted(5);
    await chosen('end');
    expect(console.engine.rescue(perfusionistNamed('P'), 'circulate-unheated', 0)).toEqual({ taken: true });
    await console.seconds(3);
    expect(inForce()).toMatchObject({ mode: 'circulate', pumpEnable: true });
    expect(console.engine.fluidIn).toBe(true);
    let over = false;
    void console.engine
      .endInGoodOrder('closed')
      .then(() => console.engine.stop())
      .then(() => console.engine.endRecords())
      .then(() => {
        over = true;
      });
    for (let tries = 0; !over && tries < 300; tries += 1) {
      await console.seconds(0.1);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(over).toBe(true);
    expect(inForce()).toMatchObject({ mode: 'standby', pumpEnable: false });
    expect(console.rescueJournals).toHaveLength(1);
  });

  it('is watched by the screen also while its line is lost', async () => {
    lost = next = await Treatment.idle();
    expect(lost.engine.rescue(perfusionistNamed('P'), 'drain', 0)).toEqual({ taken: true });
    await lost.seconds(3);
    lost.loopback.wire = 'cut';
    await lost.seconds(5);
    expect(pulseOf(lost.engine)).toMatchObject({ authority: 'waiting', watching: true });
    lost.loopback.wire = 'whole';
  });

  it('a person who quits with fluid in is asked: with a run left open, and in its review until it is drained', async () => {
    lost = await Treatment.treating();
    await kill();
    const console = await restarted(20);
    expect(console.engine.fluidIn).toBe(true);
    expect(await chosen('take-up')).toEqual({ ok: true });
    console.act({ type: 'stop-run' });
    console.act({ type: 'end-run', reason: 'over' });
    await console.seconds(10);
    expect(console.load().stage).toBe('review');
    expect(console.engine.fluidIn).toBe(true);
    expect(console.engine.rescue(perfusionistNamed('P'), 'drain', 0)).toEqual({ taken: true });
    for (let at = 0; console.load().machine.rescue !== null && at < 600; at += 1) await console.seconds(1);
    await console.seconds(8);
    expect(console.engine.fluidIn).toBe(false);
  });

  it('is refused in a run', async () => {
    lost = next = await Treatment.treating();
    expect(lost.engine.rescue(perfusionistNamed('P'), 'off', 0)).toEqual({
      taken: false,
      why: 'not-in-this-phase',
    });
    expect(lost.load().machine.offers.off).toBe(false);
  });
});
