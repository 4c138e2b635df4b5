import { afterEach, expect, test } from 'vitest';
import { shortPreset, Treatment, warm } from '../support/treatment.ts';

let treatment: Treatment;
afterEach(() => treatment.close());

test('HEAT OFF reaches the rig in one tick and keeps circulating', async () => {
  treatment = await Treatment.treating();
  treatment.act({ type: 'heat-off' });
  await treatment.seconds(0.2);
  const { inForce } = treatment.rig.rig.telemetry();
  expect(inForce).toMatchObject({ heaterEnable: false, pumpEnable: true, mode: 'circulate' });
  expect(treatment.run.heatHeld).toBe('operator');
});

test('PAUSE FLOW stops heater and pump; resumed flow goes through bypass first, and heat stays off', async () => {
  treatment = await Treatment.treating();
  treatment.act({ type: 'pause-flow' });
  await treatment.seconds(0.2);
  expect(treatment.rig.rig.telemetry().inForce).toMatchObject({ heaterEnable: false, pumpEnable: false });
  await treatment.seconds(60);
  expect(treatment.run.clocks.inBandStopped).toBe('not-circulating');
  expect(treatment.act({ type: 'resume-heat' })).toEqual({ taken: false, why: 'flow-held' });
  expect(treatment.act({ type: 'resume-flow' })).toEqual({ taken: true });
  await treatment.seconds(1);
  expect(treatment.rig.rig.telemetry().inForce).toMatchObject({ mode: 'bypass', pumpEnable: true });
  await treatment.until('circulating again', ({ mode }) => mode.inForce === 'circulate', 60);
  expect(treatment.run.heater.requested).toBe(false);
  expect(treatment.act({ type: 'resume-heat' })).toEqual({ taken: true });
  await treatment.until('heating', ({ heater }) => heater.inForce === true, 30);
});

test('STOP RUN: heater and pump off, valves unmoved, the run stays open with what may be done', async () => {
  treatment = await Treatment.treating();
  treatment.act({ type: 'stop-run' });
  await treatment.seconds(0.2);
  expect(treatment.rig.rig.telemetry().inForce).toMatchObject({
    heaterEnable: false,
    pumpEnable: false,
    mode: 'circulate',
  });
  await treatment.seconds(300);
  const { run } = treatment;
  expect(run.phase).toBe('treatment');
  expect(run.stopped).toBe(true);
  expect(run.volume.inCavityMl).toBeGreaterThan(1400);
  expect(run.primary).toMatchObject({ action: 'circulate-unheated', blocked: null });
  expect(run.interventions['drain-now']).toBe(true);
  expect(run.offered.map(({ action }) => action)).toContain('end-run');
});

test('STOP RUN, then end: the run is kept as stopped', async () => {
  treatment = await Treatment.treating();
  treatment.act({ type: 'stop-run' });
  await treatment.seconds(1);
  expect(treatment.act({ type: 'end-run', reason: 'Surgeon opens the abdomen' })).toEqual({ taken: true });
  await treatment.seconds(1);
  expect(treatment.run.outcome).toBe('stopped');
  const record = await treatment.record();
  expect(record.events.at(-1)?.event).toMatchObject({ type: 'run-ended', outcome: 'stopped' });
  record.close();
});

test('DRAIN NOW empties the cavity and ends treatment early', async () => {
  treatment = await Treatment.treating();
  expect(treatment.act({ type: 'drain-now' })).toEqual({ taken: true });
  await treatment.seconds(0.2);
  expect(treatment.rig.rig.telemetry().inForce).toMatchObject({ mode: 'drain', heaterEnable: false });
  await treatment.until('drained', ({ primary }) => primary?.blocked === null, 600);
  expect(treatment.run.volume.inCavityMl).toBeLessThan(250);
  treatment.act({ type: 'advance', from: 'drain' });
  treatment.act({ type: 'advance', from: 'disconnect' });
  await treatment.seconds(1);
  expect(treatment.run.outcome).toBe('ended-early');
});

test('planned time is up before the minutes in band: the console asks, and never drains by itself', async () => {
  treatment = await Treatment.treating();
  treatment.act({ type: 'heat-off' });
  await treatment.until(
    'question',
    ({ advice }) => advice.now.key === 'plan-elapsed-question' || advice.now.key === 'heat-held',
    1200,
  );
  await treatment.until('elapsed', ({ clocks }) => (clocks.elapsedSeconds ?? 0) >= 900, 1200);
  await treatment.seconds(660);
  expect(treatment.run.phase).toBe('treatment');
  expect(treatment.raised('treatment-beyond-plan')).toHaveLength(1);
  const offered = treatment.run.offered.map(({ action }) => action);
  expect(offered).toContain('extend-until-in-band');
  expect(treatment.act({ type: 'end-treatment', early: null })).toEqual({ taken: true });
  await treatment.seconds(1);
  expect(treatment.run.phase).toBe('drain');
});

test('a run aborted before the cavity was filled', async () => {
  treatment = await Treatment.start({ scenario: warm, preset: shortPreset() });
  await treatment.untilPhase('preheat');
  treatment.operator = null;
  expect(treatment.act({ type: 'drain-now' })).toEqual({ taken: false, why: 'no-fluid-in-cavity' });
  treatment.act({ type: 'stop-run' });
  treatment.act({ type: 'circulate-unheated' });
  expect(treatment.act({ type: 'end-run', reason: 'Operation cancelled' })).toEqual({ taken: true });
  await treatment.seconds(1);
  expect(treatment.run.outcome).toBe('aborted');
});
