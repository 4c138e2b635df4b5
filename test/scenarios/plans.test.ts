import { afterEach, expect, test } from 'vitest';
import { shortPreset, Treatment, warm } from '../support/treatment.ts';

let treatment: Treatment;
afterEach(() => treatment.close());

test('a single instillation is filled, dwells for its minutes with pump and heater off, and is drained', async () => {
  const preset = { ...shortPreset(), mode: 'single-instillation' as const };
  treatment = await Treatment.start({ scenario: warm, preset });
  await treatment.untilPhase('dwell', 1200);
  await treatment.seconds(30);
  expect(treatment.rig.rig.telemetry()).toMatchObject({
    heaterPowerPercent: 0,
    inForce: { mode: 'standby', pumpEnable: false, heaterEnable: false },
  });
  expect(treatment.run.control.state).toBe('not-judged');
  expect(treatment.run.clocks.inBandStopped).toBe('not-judged');
  await treatment.untilPhase('complete', 2400);
  expect(treatment.run.outcome).toBe('completed');
  expect(treatment.run.clocks.elapsedSeconds).toBeGreaterThanOrEqual(900);
  expect(treatment.run.balance.drainedMl).toBeGreaterThan(1200);
  expect(treatment.raised().filter(({ priority }) => priority === 'high')).toEqual([]);
});

test('planned additions remind at their minute and are recorded by name', async () => {
  const additions = [
    { atMinutes: 0, label: 'first part' },
    { atMinutes: 3, label: 'second part' },
  ];
  treatment = await Treatment.start({ scenario: warm, preset: { ...shortPreset(), additions } });
  await treatment.untilPhase('treatment', 900);
  expect(treatment.run.additions.map(({ state }) => state)).toEqual(['done', 'ahead']);
  await treatment.seconds(200);
  expect(treatment.run.additions.map(({ state }) => state)).toEqual(['done', 'done']);
  const told = treatment.events.map(({ event }) => event).filter(({ type }) => type === 'addition-due');
  expect(told).toEqual([{ type: 'addition-due', addition: 1, label: 'second part' }]);
});

test('a changed flow is in force at the rig with the next exchange, and no alarm takes it for a deviation', async () => {
  treatment = await Treatment.treating();
  expect(treatment.act({ type: 'change-flow', mlPerMin: 1100 })).toEqual({ taken: true });
  await treatment.seconds(0.3);
  expect(treatment.rig.rig.telemetry().inForce.flowSetpointMlPerMin).toBe(1100);
  await treatment.seconds(90);
  expect(treatment.run.flow.mlPerMin.value).toBeCloseTo(1100, -2);
  expect(treatment.raised('flow-deviation')).toEqual([]);
  expect(treatment.run.clocks.inBandStopped).toBeNull();
});
