import { afterEach, expect, test } from 'vitest';
import { Treatment } from '../support/treatment.ts';

let treatment: Treatment;
afterEach(() => treatment.close());

test('a nominal 42.5 °C × 60 min treatment holds its band, its ceiling and its clocks', async () => {
  treatment = await Treatment.start();
  let highestCavity = 0;
  let highestSetpoint = 0;
  await treatment.until(
    'complete',
    (run) => {
      highestSetpoint = Math.max(highestSetpoint, run.heater.setpointRequestedCelsius ?? 0);
      for (const probe of run.probes.slice(2))
        highestCavity = Math.max(highestCavity, probe.celsius.value ?? 0);
      return run.phase === 'complete';
    },
    3 * 3600,
  );
  const { run } = treatment;
  expect(run.outcome).toBe('completed');
  expect(run.clocks.inBandSeconds).toBe(3600);
  expect((run.clocks.inBandSeconds ?? 0) / (run.clocks.elapsedSeconds ?? 1)).toBeGreaterThanOrEqual(0.99);
  expect(highestCavity).toBeLessThanOrEqual(43.0);
  expect(highestSetpoint).toBeLessThanOrEqual(45.0);
  expect(treatment.raised()).toEqual([]);

  const record = await treatment.record();
  const samples = [...record.samples()];
  record.close();
  expect(samples.length).toBeGreaterThan(run.sessionSeconds * 10 * 0.99);
  const phases = record.events.filter(({ event }) => event.type === 'phase');
  expect(phases.map(({ event }) => (event.type === 'phase' ? event.to : ''))).toEqual([
    'self-test',
    'prime',
    'machine-test',
    'preheat',
    'fill',
    'heat-up',
    'treatment',
    'drain',
    'rinse',
    'rinse-drain',
    'rinse',
    'rinse-drain',
    'disconnect',
    'complete',
  ]);
}, 180_000);
