import { bandCelsius } from '../../../electron/domain/preset.ts';
import { RunningStatistics } from '../../../electron/domain/statistics.ts';
import { type CavityBeside, secondsToTarget, type Trace } from '../treatment/trace.ts';
import { bandEdgeCelsius } from './reachability.ts';
import type { Recovery } from './recoveries.ts';

/** The narrower band, °C. */
const narrowCelsius = 0.2;
/** One point of a curve stands for this long, s. */
export const curveSeconds = 15;

/** What one treatment came to, by the truth. */
export interface TreatmentFigures {
  /** Share of treatment time with the control site truly within ±0.5 and ±0.2 °C, 0 to 1; 0 where treatment never began. */
  readonly inBandShare: number;
  readonly within02Share: number;
  /** The same of an hour that had begun as soon as treatment might start. */
  readonly startedAtOnce: { readonly inBandShare: number; readonly within02Share: number };
  /** Mean of what the control site truly had − target, and SD, over treatment, °C; `null` where it never began. */
  readonly meanErrorCelsius: number | null;
  readonly sdCelsius: number | null;
  /** Hottest compartment, or control site, above target since the start of heat-up, °C. */
  readonly overshootCelsius: number;
  readonly hottestInflowCelsius: number;
  /** From the start of heat-up, s; where it was never reached, as long as it was tried. */
  readonly secondsToBand: number;
  /** The above ÷ the shortest possible; `null`: nobody could reach it. */
  readonly timeRatio: number | null;
  readonly cavityBeside: CavityBeside | null;
  readonly recoveries: readonly Recovery[];
  /** Above target every `curveSeconds`, °C: since the start of heat-up, and since that of treatment. */
  readonly heatUpCurve: readonly number[];
  readonly treatmentCurve: readonly number[];
}

export function treatmentFigures(
  trace: Trace,
  shortestToBandSeconds: number | null,
  recoveries: readonly Recovery[],
): TreatmentFigures {
  const { targetCelsius, siteCelsius, secondsPerSample, treatmentFrom } = trace;
  const secondsToBand =
    secondsToTarget(trace, bandEdgeCelsius) ?? Math.max(1, siteCelsius.length) * secondsPerSample;
  return {
    ...overTreatment(trace),
    overshootCelsius: trace.hottestCelsius - targetCelsius,
    hottestInflowCelsius: trace.hottestInflowCelsius,
    secondsToBand,
    timeRatio: shortestToBandSeconds === null ? null : secondsToBand / shortestToBandSeconds,
    cavityBeside: trace.cavityBeside,
    recoveries,
    heatUpCurve: curve(trace, 0),
    treatmentCurve: treatmentFrom === null ? [] : curve(trace, treatmentFrom),
  };
}

function overTreatment(trace: Trace) {
  const errors = errorsOf(trace, trace.treatmentFrom, trace.siteCelsius.length);
  const statistics = new RunningStatistics();
  for (const error of errors) statistics.add(error);
  return {
    ...sharesOf(errors),
    startedAtOnce: sharesOf(hourAtOnce(trace)),
    meanErrorCelsius: statistics.mean,
    sdCelsius: statistics.sd,
  };
}

/** As long as treatment lasted, from when it might have begun. */
function hourAtOnce(trace: Trace): number[] {
  const { treatmentFrom, mayStartFrom, siteCelsius } = trace;
  if (treatmentFrom === null || mayStartFrom === null) return [];
  return errorsOf(trace, mayStartFrom, mayStartFrom + siteCelsius.length - treatmentFrom);
}

function errorsOf({ targetCelsius, siteCelsius }: Trace, from: number | null, to: number): number[] {
  const errors: number[] = [];
  if (from === null) return errors;
  const end = Math.min(to, siteCelsius.length);
  for (let sample = from; sample < end; sample += 1)
    errors.push((siteCelsius[sample] as number) - targetCelsius);
  return errors;
}

function sharesOf(errors: readonly number[]): { inBandShare: number; within02Share: number } {
  let inBand = 0;
  let within02 = 0;
  for (const error of errors) {
    if (Math.abs(error) <= bandCelsius) inBand += 1;
    if (Math.abs(error) <= narrowCelsius) within02 += 1;
  }
  const all = Math.max(1, errors.length);
  return { inBandShare: inBand / all, within02Share: within02 / all };
}

function curve({ targetCelsius, siteCelsius, secondsPerSample }: Trace, from: number): number[] {
  const points: number[] = [];
  const step = Math.round(curveSeconds / secondsPerSample);
  for (let sample = from; sample < siteCelsius.length; sample += step) {
    points.push((siteCelsius[sample] as number) - targetCelsius);
  }
  return points;
}
