import { bandCelsius } from '../../../electron/domain/preset.ts';
import { RunningStatistics } from '../../../electron/domain/statistics.ts';
import { secondsToTarget, type Trace } from '../treatment/trace.ts';
import { bandEdgeCelsius } from './reachability.ts';
import type { Recovery } from './recoveries.ts';

/** The narrower band, °C. */
const narrowCelsius = 0.2;
/** One point of a curve stands for this long, s. */
export const curveSeconds = 15;

/** What one treatment came to, by the truth. */
export interface TreatmentFigures {
  /** Share of treatment time with the true mean within ±0.5 and ±0.2 °C, 0 to 1; 0 where treatment never began. */
  readonly inBandShare: number;
  readonly within02Share: number;
  /** Mean of true mean − target, and SD, over treatment, °C; `null` where it never began. */
  readonly meanErrorCelsius: number | null;
  readonly sdCelsius: number | null;
  /** Hottest compartment above target since the start of heat-up, °C. */
  readonly overshootCelsius: number;
  readonly hottestInflowCelsius: number;
  /** From the start of heat-up, s; where it was never reached, as long as it was tried. */
  readonly secondsToBand: number;
  /** The above ÷ the shortest possible; `null`: nobody could reach it. */
  readonly timeRatio: number | null;
  readonly recoveries: readonly Recovery[];
  /** True mean − target every `curveSeconds`, °C: since the start of heat-up, and since that of treatment. */
  readonly heatUpCurve: readonly number[];
  readonly treatmentCurve: readonly number[];
}

export function treatmentFigures(
  trace: Trace,
  shortestToBandSeconds: number | null,
  recoveries: readonly Recovery[],
): TreatmentFigures {
  const { targetCelsius, meanCelsius, secondsPerSample, treatmentFrom } = trace;
  const secondsToBand =
    secondsToTarget(trace, bandEdgeCelsius) ?? Math.max(1, meanCelsius.length) * secondsPerSample;
  return {
    ...overTreatment(trace),
    overshootCelsius: trace.hottestCelsius - targetCelsius,
    hottestInflowCelsius: trace.hottestInflowCelsius,
    secondsToBand,
    timeRatio: shortestToBandSeconds === null ? null : secondsToBand / shortestToBandSeconds,
    recoveries,
    heatUpCurve: curve(trace, 0),
    treatmentCurve: treatmentFrom === null ? [] : curve(trace, treatmentFrom),
  };
}

function overTreatment({ targetCelsius, meanCelsius, treatmentFrom }: Trace) {
  const errors = new RunningStatistics();
  let inBand = 0;
  let within02 = 0;
  for (let sample = treatmentFrom ?? meanCelsius.length; sample < meanCelsius.length; sample += 1) {
    const error = (meanCelsius[sample] as number) - targetCelsius;
    errors.add(error);
    if (Math.abs(error) <= bandCelsius) inBand += 1;
    if (Math.abs(error) <= narrowCelsius) within02 += 1;
  }
  const samples = Math.max(1, errors.count);
  return {
    inBandShare: inBand / samples,
    within02Share: within02 / samples,
    meanErrorCelsius: errors.mean,
    sdCelsius: errors.sd,
  };
}

function curve({ targetCelsius, meanCelsius, secondsPerSample }: Trace, from: number): number[] {
  const points: number[] = [];
  const step = Math.round(curveSeconds / secondsPerSample);
  for (let sample = from; sample < meanCelsius.length; sample += step) {
    points.push((meanCelsius[sample] as number) - targetCelsius);
  }
  return points;
}
