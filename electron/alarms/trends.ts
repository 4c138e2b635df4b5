import { isCavity } from '../domain/case.ts';
import type { Signals } from './signals.ts';

/** Where values lead within a minute, by a line smoothed over some 20 s. */
export interface Trends {
  /** Session time of the last value, ms. */
  readonly atMs: number;
  /** Of the hottest cavity probe, °C. */
  readonly cavity: Line;
  /** Of the flow, mL/min. */
  readonly flow: Line;
  readonly outlook: Outlook;
}

/** Values in 60 s if they go on as they do; NaN: not to be told. */
export interface Outlook {
  readonly cavityCelsius: number;
  readonly flowMlPerMin: number;
}

/** One value a second, smoothed once and twice: the two give level and slope (Brown 1956). */
interface Line {
  readonly count: number;
  readonly once: number;
  readonly twice: number;
}

const noLine: Line = { count: 0, once: 0, twice: 0 };
export const newTrends: Trends = {
  atMs: Number.NEGATIVE_INFINITY,
  cavity: noLine,
  flow: noLine,
  outlook: { cavityCelsius: Number.NaN, flowMlPerMin: Number.NaN },
};

const everyMs = 1_000;
/** Share of a new value; slope and level are known after some twenty of them. */
const smoothing = 0.1;
/** Values before a line says anything. */
const valuesNeeded = 30;
const aheadSeconds = 60;

/** Once a second one value is added; otherwise the same object comes back. A gap starts the line anew. */
export function stepTrends(before: Trends, s: Signals, nowMs: number): Trends {
  if (nowMs - before.atMs < everyMs) return before;
  const cavity = extended(before.cavity, hottest(s));
  const steady = s.setFlowMlPerMin > 0 && s.flowSteadyMs >= everyMs * valuesNeeded;
  const flow = extended(before.flow, steady ? s.flowMlPerMin.value : null);
  return { atMs: nowMs, cavity, flow, outlook: { cavityCelsius: ahead(cavity), flowMlPerMin: ahead(flow) } };
}

function hottest(s: Signals): number | null {
  let highest: number | null = null;
  for (let probe = 0; probe < 4; probe += 1) {
    const celsius = s.probesCelsius[probe as 0 | 1 | 2 | 3].value;
    if (celsius === null || !isCavity(s.sites[probe as 0 | 1 | 2 | 3])) continue;
    if (highest === null || celsius > highest) highest = celsius;
  }
  return highest;
}

function extended({ count, once, twice }: Line, value: number | null): Line {
  if (value === null) return noLine;
  if (count === 0) return { count: 1, once: value, twice: value };
  const next = once + smoothing * (value - once);
  return { count: count + 1, once: next, twice: twice + smoothing * (next - twice) };
}

function ahead({ count, once, twice }: Line): number {
  if (count < valuesNeeded) return Number.NaN;
  const perSecond = (smoothing / (1 - smoothing)) * (once - twice);
  return 2 * once - twice + perSecond * aheadSeconds;
}
