import { describe, expect, test } from 'vitest';
import type { PatientResult } from '../../../../build/campaign/judge/judge-patient.ts';
import { treatmentFigures } from '../../../../build/campaign/judge/treatment-figures.ts';
import type { FluidLeft, WholeRun } from '../../../../build/campaign/judge/whole-run.ts';
import { regimenFigures } from '../../../../build/campaign/regimens/figures.ts';
import { goalsOf, judged } from '../../../../build/campaign/regimens/goals.ts';
import { regimenReport, regimensReport } from '../../../../build/campaign/regimens/report.ts';
import { regimensText } from '../../../../build/campaign/regimens/table.ts';
import type { UrgentAlarm } from '../../../../build/campaign/treatment/treatment.ts';
import { repeated, traceOf } from '../traces.ts';

const alarm = (change: Partial<UrgentAlarm>): UrgentAlarm => ({
  code: 'flow-missing',
  subject: '',
  priority: 'medium',
  raisedMs: 60_000,
  limit: null,
  coreCelsius: 37,
  cavityMl: 2000,
  ...change,
});
const patient = (index: number, fluid: Partial<FluidLeft>, alarms: readonly UrgentAlarm[] = []) => {
  const run: WholeRun = {
    hours: 30,
    completed: true,
    alarms,
    fluid: { fillMl: 80, leftMl: 3, pocketMl: 2, said: false, ...fluid },
  };
  const trace = traceOf([-1, ...repeated(0.1, 99)], 1, {
    cavityBeside: { meanCelsius: 40 + index, sdCelsius: 0.4, highestCelsius: 41 + index },
  });
  const result: PatientResult = {
    index,
    reachability: 'reachable',
    reachCelsius: 43,
    ours: treatmentFigures(trace, 1, []),
    baseline: null,
    namedUnreachable: { atSixMinutes: false, ever: false },
    run,
    simulatedSeconds: 4000,
    cpuSeconds: 1,
  };
  return result;
};

describe('the figures of a regimen', () => {
  const results = [
    patient(0, {}),
    patient(1, { leftMl: 7, said: true }, [alarm({})]),
    patient(2, { leftMl: 20, pocketMl: 19, said: true }, [
      alarm({ code: 'drain-blocked', limit: 8, cavityMl: 20 }),
    ]),
    patient(3, { leftMl: 12, pocketMl: 2 }, [
      alarm({ code: 'core-temperature-medium-limit', limit: 39, coreCelsius: 38.9 }),
      alarm({ code: 'core-temperature-high-limit', priority: 'high', limit: 39.5, coreCelsius: 39 }),
    ]),
  ];
  const figures = regimenFigures(results);

  test('are those of a campaign, and the cavity beside the perfusate', () => {
    expect(figures).toMatchObject({ inBandShareP1: 1, within02ShareMedian: 1, recoveryRatioP95: null });
    expect(figures).toMatchObject({ cavityMeanMedian: 41.5, cavitySdMedian: 0.4, cavityHighest: 44 });
  });

  test('count as false what is not so in truth', () => {
    expect(figures).toMatchObject({ hours: 120, falseHigh: 1, falseMedium: 1 });
    expect(figures.falseMediumIn50h).toBeCloseTo(50 / 120, 9);
    expect(regimenFigures(results.slice(0, 1)).falseMediumIn50h).toBeNull();
  });

  test('say what was left, and whether that was said', () => {
    expect(figures).toMatchObject({ leftShareWorst: 0.15, leftMore: 2 });
    expect(figures).toMatchObject({ leftMoreSaidShare: 0.5, leftLessSaidShare: 0.5 });
  });

  test('are held against goals, those of the fluid where the fill is small', () => {
    const missed = (name: 'ward' | 'bladder') =>
      goalsOf(name).flatMap((goal) => (judged(goal, figures) === 'MISSED' ? [goal.figure] : []));
    expect(missed('ward')).toEqual(['falseHigh']);
    expect(missed('bladder')).toEqual([
      'falseHigh',
      'leftShareWorst',
      'leftMoreSaidShare',
      'leftLessSaidShare',
    ]);
  });

  test('are reported with card, population, seed and patients, and what is missed decides', () => {
    const one = regimenReport('bladder', 9, results);
    expect(one).toMatchObject({
      card: { name: '43.0 °C × 60 min, bladder' },
      population: 'bladder',
      seed: 9,
      patients: 4,
      controlSite: 'inflow',
      site: 'Ward',
    });
    const facts = { date: '2026-01-01', seed: 9, patients: 4, threads: 2, wallSeconds: 10 };
    const report = regimensReport(facts, new Map([['bladder', one]]));
    expect(report.goalsMissed).toContain('bladder: leftMoreSaidShare');
    expect(regimensText(report)).toContain('MISSED: bladder: falseHigh');
    expect(regimensText(report)).toContain('cavity beside it: mean 41.500 °C');
  });
});
