import { afterEach, describe, expect, test } from 'vitest';
import { Treatment } from '../support/treatment.ts';

let treatment: Treatment;
afterEach(() => treatment.close());

const each = (value: number) => [value, value, value, value, value];
/** Converters with these steps, and next to no noise that would make them flicker. */
const coarse = (stepCelsius: number) => ({ stepCelsius: each(stepCelsius), noiseCelsius: each(0.001) });

describe.each([0.01, 0.1])('probes with steps of %s °C', (stepCelsius) => {
  test('are not called stuck in a whole treatment, and it is held like any other', async () => {
    treatment = await Treatment.start({ scenario: { probes: coarse(stepCelsius) } });
    let highestCavity = 0;
    await treatment.until(
      'complete',
      (run) => {
        for (const probe of run.probes.slice(2))
          highestCavity = Math.max(highestCavity, probe.celsius.value ?? 0);
        return run.phase === 'complete';
      },
      3 * 3600,
    );
    expect(treatment.raised()).toEqual([]);
    const { run } = treatment;
    expect(run.outcome).toBe('completed');
    expect((run.clocks.inBandSeconds ?? 0) / (run.clocks.elapsedSeconds ?? 1)).toBeGreaterThanOrEqual(0.99);
    expect(highestCavity).toBeLessThanOrEqual(43.0);
  }, 240_000);
});

test('a coarse cavity probe that does get stuck is told by the outflow: it does not count', async () => {
  treatment = await Treatment.start({ scenario: { probes: coarse(0.1) } });
  await treatment.untilPhase('heat-up');
  await treatment.seconds(120);
  treatment.fault({ fault: 'probe-stuck', probe: 3 }, null);
  const alarm = await treatment.untilAlarm('probe-outvoted', 1200);
  expect(alarm.subject).toBe('T3');
  let highest = 0;
  await treatment.until(
    'the end of the treatment',
    (run) => {
      highest = Math.max(highest, run.probes[3]?.celsius.value ?? 0);
      return run.phase === 'drain';
    },
    2 * 3600,
  );
  expect(highest).toBeLessThanOrEqual(43.0);
}, 240_000);
