import type { PatientResult } from './judge-patient.ts';
import { median, notAbove, notBelow, shareOf } from './statistics.ts';
import type { TreatmentFigures } from './treatment-figures.ts';

export const figureNames = [
  'inBandShareMedian',
  'inBandShareP1',
  'within02ShareMedian',
  'absMeanErrorMedian',
  'sdMedian',
  'overshootP99',
  'timeRatioMedian',
  'timeRatioP95',
  'worstCavityAboveTarget',
  'worstInflow',
  'recoveryRatioP95',
  'unreachableFoundShare',
  'unreachableFalseShare',
] as const;
export type FigureName = (typeof figureNames)[number];

/** Shares 0 to 1, temperatures °C; `null` where there is nothing to judge. */
export type Figures = Readonly<Record<FigureName, number | null>>;

/** What the console's own controller and estimate came to. */
export function ourFigures(results: readonly PatientResult[]): Figures {
  const named = (of: PatientResult['reachability'], when: 'atSixMinutes' | 'ever') =>
    shareOf(
      results
        .filter(({ reachability }) => reachability === of)
        .map(({ namedUnreachable }) => namedUnreachable[when]),
    );
  return {
    ...controlFigures(results.flatMap(({ ours }) => (ours === null ? [] : [ours]))),
    unreachableFoundShare: named('unreachable', 'atSixMinutes'),
    unreachableFalseShare: named('reachable', 'ever'),
  };
}

/** A fixed PID makes no estimate: nothing is found or falsely named by it. */
export function baselineFigures(results: readonly PatientResult[]): Figures {
  return {
    ...controlFigures(results.flatMap(({ baseline }) => (baseline === null ? [] : [baseline]))),
    unreachableFoundShare: null,
    unreachableFalseShare: null,
  };
}

export function controlFigures(
  treatments: readonly TreatmentFigures[],
): Omit<Figures, 'unreachableFoundShare' | 'unreachableFalseShare'> {
  const all = (pick: (figures: TreatmentFigures) => number | null): number[] =>
    treatments.flatMap((figures) => pick(figures) ?? []);
  const timeRatios = all(({ timeRatio }) => timeRatio);
  const overshoots = all(({ overshootCelsius }) => overshootCelsius);
  const recoveryRatios = treatments.flatMap(({ recoveries }) =>
    recoveries.flatMap(({ ratio }) => ratio ?? []),
  );
  return {
    inBandShareMedian: median(all(({ inBandShare }) => inBandShare)),
    inBandShareP1: notBelow(
      all(({ inBandShare }) => inBandShare),
      0.99,
    ),
    within02ShareMedian: median(all(({ within02Share }) => within02Share)),
    absMeanErrorMedian: median(
      all(({ meanErrorCelsius }) => (meanErrorCelsius === null ? null : Math.abs(meanErrorCelsius))),
    ),
    sdMedian: median(all(({ sdCelsius }) => sdCelsius)),
    overshootP99: notAbove(overshoots, 0.99),
    timeRatioMedian: median(timeRatios),
    timeRatioP95: notAbove(timeRatios, 0.95),
    worstCavityAboveTarget: notAbove(overshoots, 1),
    worstInflow: notAbove(
      all(({ hottestInflowCelsius }) => hottestInflowCelsius),
      1,
    ),
    recoveryRatioP95: notAbove(recoveryRatios, 0.95),
  };
}
