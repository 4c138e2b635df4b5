import { describe, expect, test } from 'vitest';
import { judgePatient, prepared } from '../../../../build/campaign/judge/judge-patient.ts';
import { rigAfter } from '../../../../build/campaign/treatment/command-log.ts';
import type { Treatment } from '../../../../build/campaign/treatment/treatment.ts';

const minutes = (treatment: Treatment, count: number) => {
  for (let tick = 0; tick < count * 600; tick += 1) treatment.tick();
};

describe('a treatment of a campaign', () => {
  const treatment = prepared({ seed: 2, index: 1, disturbed: false, regimen: null });

  test('comes to heat-up through every phase before it', () => {
    expect(treatment.state.path.map(({ phase }) => phase)).toEqual([
      'self-test',
      'prime',
      'machine-test',
      'preheat',
      'fill',
      'heat-up',
    ]);
  });

  test('is the same for the same seed, and its rig can be had again from its commands', () => {
    const again = prepared({ seed: 2, index: 1, disturbed: false, regimen: null });
    minutes(treatment, 2);
    minutes(again, 2);
    expect(again.trace()).toEqual(treatment.trace());
    const { patient, log, rig } = treatment;
    const second = rigAfter(patient.scenario, log, log.ticks);
    expect(second.plant).toEqual(rig.plant);
    expect(second.telemetry()).toEqual(rig.telemetry());
  });

  test('goes on with a fixed PID from where it stands, and the first one knows nothing of it', () => {
    const start = prepared({ seed: 2, index: 1, disturbed: false, regimen: null });
    const cautious = start.withPid({ kp: 0.5, ki: 0, kd: 0 });
    minutes(cautious, 2);
    minutes(start, 2);
    expect(start.trace()).toEqual(treatment.trace());
    expect(cautious.trace().siteCelsius.at(-1)).toBeLessThan(start.trace().siteCelsius.at(-1) ?? 0);
  });

  test('with another seed is another', () => {
    const other = prepared({ seed: 3, index: 1, disturbed: false, regimen: null });
    expect(other.patient.preset).not.toEqual(treatment.patient.preset);
  });
});

describe('a judged patient', { timeout: 180_000 }, () => {
  test('is judged alike every time', () => {
    const task = { seed: 2, index: 0, disturbed: true, regimen: null, gains: null };
    const { cpuSeconds: _, ...first } = judgePatient(task);
    const { cpuSeconds: __, ...second } = judgePatient(task);
    expect(second).toEqual(first);
  });
});
