import { isCavity, type ProbeSite, type ProbeSites } from '../../domain/case.ts';
import { missing, type Reading } from '../../domain/reading.ts';
import type { ProbeReadings } from '../../domain/telemetry.ts';

/** A probe that gives the same value to 0.001 °C for this long is stuck (brief: limits table, "probe fault"). */
export const stuckAfterMs = 30_000;

/** Since when each of the four probes has shown the very value it shows. */
export interface ProbeHistory {
  /** As they came last. */
  readonly raw: ProbeReadings;
  readonly sinceMs: readonly number[];
}

const unread = missing('no-telemetry');

export const newProbeHistory = (nowMs: number): ProbeHistory => ({
  raw: [unread, unread, unread, unread],
  sinceMs: [nowMs, nowMs, nowMs, nowMs],
});

/** The readings the console believes: raw ones, less those that are stuck or not used. Pure. */
export function judgeProbes(
  raw: ProbeReadings,
  sites: ProbeSites,
  history: ProbeHistory,
  nowMs: number,
): { readings: ProbeReadings; history: ProbeHistory } {
  const since = (probe: 0 | 1 | 2 | 3): number => {
    const { value } = raw[probe];
    return value !== null && value === history.raw[probe].value ? (history.sinceMs[probe] ?? nowMs) : nowMs;
  };
  const sinceMs = [since(0), since(1), since(2), since(3)] as const;
  const judge = (probe: 0 | 1 | 2 | 3): Reading => {
    if (sites[probe] === 'not-used') return missing('not-fitted');
    return nowMs - sinceMs[probe] >= stuckAfterMs ? missing('stuck') : raw[probe];
  };
  return {
    readings: [judge(0), judge(1), judge(2), judge(3)],
    history: { raw, sinceMs },
  };
}

/** Valid readings of the cavity probes, in °C. */
export function cavityCelsius(readings: ProbeReadings, sites: ProbeSites): number[] {
  const valid: number[] = [];
  for (let probe = 0; probe < sites.length; probe += 1) {
    const value = readings[probe]?.value ?? null;
    if (value !== null && isCavity(sites[probe] as ProbeSite)) valid.push(value);
  }
  return valid;
}

/** The reading of the probe at a site; `not-fitted` where no probe lies there. */
export function readingAt(site: 'inflow' | 'outflow', readings: ProbeReadings, sites: ProbeSites): Reading {
  return readings[sites.indexOf(site)] ?? missing('not-fitted');
}

/** Where the next cavity probe is plugged in, from `from` on; −1: none. */
export function cavityProbe(sites: ProbeSites, from: number): number {
  for (let probe = from; probe < sites.length; probe += 1) {
    if (isCavity(sites[probe] as ProbeSite)) return probe;
  }
  return -1;
}
