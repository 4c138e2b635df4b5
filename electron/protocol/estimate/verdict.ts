import type { HeatUpEstimate, Range } from '../../domain/heat-up-estimate.ts';
import type { Forecast } from './forecast.ts';
import { meanOf, sdOf } from './measurement.ts';

/** 90 % of a normal distribution lies within this many standard deviations. */
const ninetyPercent = 1.645;
/** What no candidate knows about the reach, K: errors of the model itself. */
const modelSd = 0.06;
/**
 * Reach below target by so many standard deviations is clearly short of it. What is said early has to be clearer, for
 * much is still to be learnt.
 */
const clearAt = { early: 2.5, settled: 1.2, earlySeconds: 60, settledSeconds: 300 };
/** A miss of less than this is none, K: two probes of ±0.1 °C cannot tell it, nor can the estimate. */
const leastMissKelvin = 0.2;
/** Clearly short for this long: one forecast says nothing, the next has to say so too, ms. */
const confirmedMs = 15_000;
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

export interface Verdict {
  readonly unreachable: boolean;
  /** Since when the reach has been clearly short of target without a break, ms; `null`: it is not. */
  readonly shortSinceMs: number | null;
}
export const noVerdict: Verdict = { unreachable: false, shortSinceMs: null };

/** What is known at the moment of a forecast. */
export interface Judged {
  readonly targetCelsius: number;
  readonly heatUpSeconds: number;
  readonly nowMs: number;
  /** With another flow it is another question. */
  readonly flowChanged: boolean;
}

/**
 * `unreachable` is said once the reach stays clearly short of target, and taken back once the likely reach is at
 * target, so that the message does not flicker; after a change of flow it stands only while it is as clear as anew.
 */
export function judgeReach(before: Verdict, reach: Reach, now: Judged): Verdict {
  const { nowMs } = now;
  const missKelvin = now.targetCelsius - reach.likely;
  const short = missKelvin > Math.max(leastMissKelvin, clearSds(now.heatUpSeconds) * reach.sd);
  const shortSinceMs = short ? (before.shortSinceMs ?? nowMs) : null;
  if (!before.unreachable) {
    return { unreachable: shortSinceMs !== null && nowMs - shortSinceMs >= confirmedMs, shortSinceMs };
  }
  return { unreachable: now.flowChanged ? short : missKelvin > 0, shortSinceMs };
}

function clearSds(heatUpSeconds: number): number {
  const { early, settled, earlySeconds, settledSeconds } = clearAt;
  const watched = Math.min(1, Math.max(0, (heatUpSeconds - earlySeconds) / (settledSeconds - earlySeconds)));
  return early + (settled - early) * watched;
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
