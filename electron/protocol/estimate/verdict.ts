import type { HeatUpEstimate, Range } from '../../domain/heat-up-estimate.ts';
import type { Forecast } from './forecast.ts';
import { meanOf, sdOf } from './measurement.ts';

/** 90 % of a normal distribution lies within this many standard deviations. */
const ninetyPercent = 1.645;
/** What no candidate knows about the reach, K: errors of the model itself. */
const modelSd = 0.06;
/**
 * `unreachable` is said once the reach is below target by so many standard deviations, and taken back once it is at
 * target: the message does not flicker. What is said early has to be clearer, for much is still to be learnt.
 */
const saidAt = { early: 2.5, settled: 0.9, earlySeconds: 60, settledSeconds: 300 };
/** A miss of less than this is not worth a message, K. */
const leastMissKelvin = 0.1;
/** Inflow that ends further below its ceiling than this is the heater's limit, K. */
const heaterShortKelvin = 0.3;

export interface Reach extends Range {
  readonly sd: number;
}

export function reachOf(forecast: Forecast): Reach {
  const likely = meanOf(forecast.reachCelsius);
  const sd = Math.hypot(sdOf(forecast.reachCelsius), modelSd);
  return { likely, low: likely - ninetyPercent * sd, high: likely + ninetyPercent * sd, sd };
}

export function isUnreachable(
  before: boolean,
  reach: Reach,
  targetCelsius: number,
  heatUpSeconds: number,
): boolean {
  const { early, settled, earlySeconds, settledSeconds } = saidAt;
  const watched = Math.min(1, Math.max(0, (heatUpSeconds - earlySeconds) / (settledSeconds - earlySeconds)));
  const missKelvin = targetCelsius - reach.likely;
  if (before) return missKelvin > 0;
  return missKelvin > Math.max(leastMissKelvin, (early + (settled - early) * watched) * reach.sd);
}

export const heaterLimits = (forecast: Forecast, ceilingCelsius: number): boolean =>
  forecast.inflowCelsius < ceilingCelsius - heaterShortKelvin;

/** Quantiles of the time. `high` is open where too few candidates arrive; nothing else is said beyond the horizon. */
export function timeOf(
  forecast: Forecast,
  horizonSeconds: number,
): Extract<HeatUpEstimate, { state: 'reachable' }>['secondsToBand'] {
  const sorted = forecast.secondsToBand.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] as number;
  const high = at(0.95);
  return {
    likely: Math.min(at(0.5), horizonSeconds),
    low: Math.min(at(0.05), horizonSeconds),
    high: Number.isFinite(high) ? high : null,
  };
}
