import { afterEach, expect, test } from 'vitest';
import { AutoOperator } from '../../electron/session/auto-operator.ts';
import { shortPreset, Treatment } from '../support/treatment.ts';

let treatment: Treatment;
afterEach(() => treatment.close());

test.each([
  ['probe-open', 'open', 2],
  ['probe-shorted', 'shorted', 2],
  ['probe-stuck', 'stuck', 40],
] as const)(
  '%s on one cavity probe: shown as missing, the other one holds the temperature',
  async (fault, reason, within) => {
    treatment = await Treatment.treating();
    treatment.fault({ fault, probe: 3 }, 120);
    const alarm = await treatment.untilAlarm('probe-fault');
    expect(alarm).toMatchObject({ subject: 'T3', priority: 'medium', kind: 'technical' });
    expect(treatment.run.probes[2]?.celsius).toEqual({ value: null, missing: reason });
    await treatment.seconds(within);
    const { run } = treatment;
    expect(run.control.celsius.value).toBeCloseTo(run.probes[3]?.celsius.value ?? 0, 3);
    expect(run.heatHeld).toBeNull();
    expect(run.clocks.inBandStopped).toBeNull();
    await treatment.seconds(140);
    expect(treatment.run.probes[2]?.celsius.missing).toBeNull();
    expect(treatment.run.alarms).toEqual([]);
  },
);

test('all cavity probes lost: heater off, and a named person may go on by the outflow', async () => {
  treatment = await Treatment.treating();
  treatment.fault({ fault: 'probe-open', probe: 3 }, null);
  treatment.fault({ fault: 'probe-open', probe: 4 }, null);
  await treatment.untilAlarm('control-temperature-unknown');
  await treatment.seconds(1);
  expect(treatment.run.heatHeld).toBe('control-temperature-unknown');
  expect(treatment.run.heater).toMatchObject({ requested: false, inForce: false });
  expect(treatment.run.clocks.inBandStopped).toBe('temperature-unknown');
  expect(treatment.act({ type: 'resume-heat' })).toEqual({
    taken: false,
    why: 'control-temperature-unknown',
  });
  expect(treatment.act({ type: 'control-by-outflow', clinician: 'Surgeon' })).toEqual({ taken: true });
  await treatment.seconds(1);
  expect(treatment.act({ type: 'resume-heat' })).toEqual({ taken: true });
  await treatment.seconds(2);
  const { run } = treatment;
  expect(run.control.site).toBe('outflow');
  expect(run.control.celsius.value).toBe(run.probes[1]?.celsius.value);
  expect(run.heater.inForce).toBe(true);
});

test('a cavity probe that drifts up is outvoted by the outflow: named, counted no more, and heat goes on', async () => {
  treatment = await Treatment.treating();
  treatment.fault({ fault: 'probe-drifting', probe: 3, celsiusPerMin: 1 }, null);
  const alarm = await treatment.untilAlarm('probe-outvoted');
  expect(alarm).toMatchObject({ subject: 'T3', priority: 'medium', reaction: 'none' });
  await treatment.seconds(60);
  const { run } = treatment;
  expect(run.heatHeld).toBeNull();
  expect(run.control.celsius.value).toBeLessThan(43);
  expect(treatment.raised('cavity-temperature-high')).toEqual([]);
});

test('both cavity probes rise: high alarm at their limit, heater off, circulating cools', async () => {
  treatment = await Treatment.treating();
  treatment.fault({ fault: 'probe-drifting', probe: 3, celsiusPerMin: 1 }, null);
  treatment.fault({ fault: 'probe-drifting', probe: 4, celsiusPerMin: 1 }, null);
  const alarm = await treatment.untilAlarm('cavity-temperature-high');
  expect(alarm).toMatchObject({ priority: 'high', limit: 43.5, reaction: 'heater-off' });
  expect(alarm.value ?? 0).toBeGreaterThan(43.5);
  await treatment.seconds(1);
  expect(treatment.run.heatHeld).toBe('alarm');
  expect(treatment.run.heater.inForce).toBe(false);
  expect(treatment.run.flow.requestedMlPerMin).toBe(1500);
  await treatment.seconds(60);
  expect(treatment.run.heatHeld).toBe('alarm');
});

test.each([[{ fault: 'flow-blocked', line: 'inflow', openShare: 0 }], [{ fault: 'pump-stalled' }]] as const)(
  '$fault: heater off at once, alarm, and a person resumes heat',
  async (fault) => {
    treatment = await Treatment.treating();
    treatment.fault(fault, 20);
    const alarm = await treatment.untilAlarm('no-flow-with-heater');
    expect(alarm).toMatchObject({ priority: 'high', reaction: 'heater-off' });
    await treatment.seconds(1);
    expect(treatment.run.heater).toMatchObject({ requested: false, inForce: false });
    expect(treatment.run.clocks.inBandStopped).toBe('not-circulating');
    treatment.operator = new AutoOperator();
    await treatment.until('heat again', ({ heater }) => heater.inForce === true, 300);
    await treatment.until('in band again', ({ clocks }) => clocks.inBandStopped === null, 600);
  },
);

test('a heater that stays on after HEAT OFF: high alarm, bypass, and what to do at the machine', async () => {
  treatment = await Treatment.treating();
  treatment.fault({ fault: 'heater-stuck-on', percent: 30 }, null);
  expect(treatment.act({ type: 'heat-off' })).toEqual({ taken: true });
  const pressed = treatment.run.sessionSeconds;
  const alarm = await treatment.untilAlarm('heater-on-while-off');
  expect(alarm.raisedMs / 1000 - pressed).toBeLessThan(6);
  await treatment.seconds(1);
  expect(treatment.run.mode).toEqual({ requested: 'bypass', inForce: 'bypass' });
  expect(treatment.run.heater.powerPercent.value).toBeGreaterThan(2);
  expect(treatment.run.heater.inForce).toBe(false);
});

test('a pump that runs on after PAUSE FLOW: high alarm 3 s later, and what to do at the machine', async () => {
  treatment = await Treatment.treating();
  treatment.fault({ fault: 'pump-runs-on' }, null);
  expect(treatment.act({ type: 'pause-flow' })).toEqual({ taken: true });
  const pressed = treatment.run.sessionSeconds;
  const alarm = await treatment.untilAlarm('pump-on-while-off');
  expect(alarm).toMatchObject({ priority: 'high', kind: 'technical' });
  expect(alarm.raisedMs / 1000 - pressed).toBeLessThan(4);
});

test('a pump that obeys PAUSE FLOW runs down without an alarm', async () => {
  treatment = await Treatment.treating();
  expect(treatment.act({ type: 'pause-flow' })).toEqual({ taken: true });
  await treatment.seconds(30);
  expect(treatment.run.alarms.map(({ code }) => code)).toEqual([]);
});

test('patient core rising is told in three steps', async () => {
  treatment = await Treatment.start({
    scenario: { initial: { bodyCelsius: 39.6 } },
    preset: shortPreset(),
  });
  await treatment.seconds(20);
  expect(treatment.raised().map(({ code }) => code)).toEqual([
    'core-temperature-low-limit',
    'core-temperature-medium-limit',
    'core-temperature-high-limit',
  ]);
});

test('a core of 40.6 °C that is typed is a high alarm and takes the heat; only a person gives it back', async () => {
  treatment = await Treatment.treating();
  expect(treatment.run.coreCelsius.missing).toBe('not-fitted');
  expect(treatment.act({ type: 'record-reading', kind: 'core-temperature', value: 40.6 })).toEqual({
    taken: true,
  });
  await treatment.seconds(0.4);
  expect(treatment.run).toMatchObject({ heatHeld: 'core-too-hot', coreJudged: 'hand' });
  expect(treatment.rig.rig.telemetry().inForce).toMatchObject({ heaterEnable: false, pumpEnable: true });
  expect(treatment.run.primary).toMatchObject({ action: 'resume-heat', blocked: 'core-too-hot', value: 40 });
  expect(treatment.run.offered).toContainEqual({ action: 'lift-core-hold', needsName: true });
  await treatment.seconds(10.5);
  expect(treatment.run.alarms.map(({ code, priority }) => `${code} ${priority}`)).toContain(
    'core-temperature-high-limit high',
  );
  treatment.act({ type: 'record-reading', kind: 'core-temperature', value: 38.2 });
  await treatment.seconds(5);
  expect(treatment.run.heatHeld).toBe('core-too-hot');
  expect(treatment.act({ type: 'resume-heat' })).toEqual({ taken: true });
  await treatment.seconds(2);
  expect(treatment.rig.rig.telemetry().inForce.heaterEnable).toBe(true);
});

test('a cavity filled past its largest volume: flow resumed against the alarm is held again, draining is not', async () => {
  treatment = await Treatment.treating();
  treatment.fault({ fault: 'flow-blocked', line: 'outflow', openShare: 0 }, 600);
  await treatment.untilAlarm('cavity-volume-over-largest', 600);
  await treatment.seconds(1);
  expect(treatment.run.flowHeld).toBe('alarm');
  expect(treatment.act({ type: 'resume-flow' })).toEqual({ taken: true });
  await treatment.seconds(1);
  expect(treatment.run.flowHeld).toBe('alarm');
  expect(treatment.rig.rig.telemetry().inForce.pumpEnable).toBe(false);
  expect(treatment.act({ type: 'drain-now' })).toEqual({ taken: true });
  await treatment.seconds(2);
  expect(treatment.rig.rig.telemetry().inForce).toMatchObject({ mode: 'drain', pumpEnable: true });
});
