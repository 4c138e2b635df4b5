import { describe, expect, test } from 'vitest';
import { costOf } from '../../../../build/campaign/baseline/cost.ts';
import { baselineFigures, figureNames, ourFigures } from '../../../../build/campaign/judge/figures.ts';
import { goals, judgeGoal } from '../../../../build/campaign/judge/goals.ts';
import type { PatientResult } from '../../../../build/campaign/judge/judge-patient.ts';
import type { Recovery } from '../../../../build/campaign/judge/recoveries.ts';
import {
  type TreatmentFigures,
  treatmentFigures,
} from '../../../../build/campaign/judge/treatment-figures.ts';
import { worstCases } from '../../../../build/campaign/judge/worst.ts';
import { repeated, traceOf } from '../traces.ts';

const steady = treatmentFigures(traceOf([-1, -0.5, ...repeated(0.02, 98)], 2), 2, []);
const recovery = (ratio: number | null): Recovery => ({
  side: 'below',
  leftAtSeconds: 60,
  seconds: 30,
  back: true,
  shortestSeconds: ratio === null ? null : 30 / ratio,
  ratio,
});
const patient = (index: number, ours: Partial<TreatmentFigures>, named = false): PatientResult => ({
  index,
  reachability: 'reachable',
  reachCelsius: 42.5,
  ours: { ...steady, ...ours },
  baseline: { ...steady, sdCelsius: 0.2 },
  namedUnreachable: { atSixMinutes: named, ever: named },
  run: null,
  simulatedSeconds: 4000,
  cpuSeconds: 0.2,
});
const cold = (index: number, atSixMinutes: boolean): PatientResult => ({
  ...patient(index, {}),
  reachability: 'unreachable',
  ours: null,
  baseline: null,
  namedUnreachable: { atSixMinutes, ever: true },
});

describe('the figures of a campaign', () => {
  const results = [
    patient(0, {}),
    patient(
      1,
      { inBandShare: 0.9, overshootCelsius: 0.4, recoveries: [recovery(1.2), recovery(null)] },
      true,
    ),
    patient(2, { meanErrorCelsius: -0.1, hottestInflowCelsius: 45.4 }),
    cold(3, true),
    cold(4, false),
  ];
  const figures = ourFigures(results);

  test('are all there by name, for ours and for the fixed PID', () => {
    expect(Object.keys(figures).sort()).toEqual([...figureNames].sort());
    expect(Object.keys(baselineFigures(results)).sort()).toEqual([...figureNames].sort());
  });

  test('are of reachable patients', () => {
    expect(figures).toMatchObject({
      inBandShareMedian: 1,
      inBandShareP1: 0.9,
      absMeanErrorMedian: expect.closeTo(0.02),
      overshootP99: 0.4,
      worstInflow: 45.4,
      timeRatioMedian: 1,
      recoveryRatioP95: 1.2,
    });
    expect(baselineFigures(results).sdMedian).toBe(0.2);
  });

  test('count who was named unreachable among those who were, and among those who were not', () => {
    expect(figures.unreachableFoundShare).toBe(0.5);
    expect(figures.unreachableFalseShare).toBeCloseTo(1 / 3);
  });

  test('are null where there is nothing to judge', () => {
    expect(Object.values(ourFigures([]))).toEqual(figureNames.map(() => null));
    expect(baselineFigures(results).unreachableFoundShare).toBeNull();
  });

  test('meet a goal or miss it, and only one of their kind of campaign', () => {
    const verdict = (name: string, disturbed: boolean) => {
      const goal = goals.find(({ figure }) => figure === name);
      return goal === undefined ? null : judgeGoal(goal, figures, disturbed);
    };
    expect(verdict('inBandShareP1', false)).toBe('MISSED');
    expect(verdict('timeRatioP95', false)).toBe('met');
    expect(verdict('recoveryRatioP95', false)).toBe('no goal here');
    expect(verdict('recoveryRatioP95', true)).toBe('met');
  });

  test('put the worst first', () => {
    expect(worstCases(results, false, 2).map(({ index }) => index)).toEqual([1, 2]);
  });

  test('cost nothing where they are perfect, and more the further from it', () => {
    const perfect = { inBandShareMedian: 1, timeRatioMedian: 1, sdMedian: 0 };
    expect(costOf(perfect)).toBe(0);
    expect(costOf({ ...perfect, sdMedian: 0.1 })).toBeCloseTo(1);
    expect(costOf({ ...perfect, timeRatioMedian: 1.3 })).toBeCloseTo(2);
  });
});
