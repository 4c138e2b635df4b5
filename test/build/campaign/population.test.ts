import { describe, expect, test } from 'vitest';
import type { PatientResult } from '../../../build/campaign/judge/judge-patient.ts';
import { Population } from '../../../build/campaign/population.ts';

const result = (index: number, reachability: PatientResult['reachability']): PatientResult => ({
  index,
  reachability,
  reachCelsius: 42.5,
  ours: null,
  baseline: null,
  namedUnreachable: { atSixMinutes: false, ever: false },
  run: null,
  simulatedSeconds: 0,
  cpuSeconds: 0,
});

describe('the judged population', () => {
  test('is drawn in order until enough are reachable, whoever finishes first', () => {
    const population = new Population(2);
    expect([population.next(), population.next(), population.next(), population.next()]).toEqual([
      0, 1, 2, 3,
    ]);
    population.add(result(3, 'reachable'));
    population.add(result(1, 'unreachable'));
    population.add(result(0, 'reachable'));
    expect(population.next()).toBeNull();
    population.add(result(2, 'reachable'));
    expect(population.judged().map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  test('ends before a gap where it was interrupted', () => {
    const population = new Population(5);
    population.add(result(0, 'reachable'));
    population.add(result(2, 'reachable'));
    expect(population.judged().map(({ index }) => index)).toEqual([0]);
  });
});
