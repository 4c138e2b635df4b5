import { isCavity, type ProbeSite, type ProbeSites } from '../../domain/case.ts';
import { type MissingReason, missing, type Reading } from '../../domain/reading.ts';
import type { ProbeReadings } from '../../domain/telemetry.ts';
import { learnStep, newProbeStep, type ProbeStep, stepOf } from './probe-step.ts';

/** A probe that tells 0.001 °C and gives the same value for this long is stuck (docs/safety/limits.md). */
export const stuckAfterMs = 30_000;
/**
 * With steps of this or more a probe may well stand still for the whole of a treatment that is held well, so standing
 * still says nothing of it; the outflow and the balance of heat do (docs/control.md), 0.001 °C (chosen: between them and
 * the fine ones, whose smallest change is 1 to 2).
 */
const coarseStep = 5;

/** Since when each of the four probes has shown the very value it shows. */
export interface ProbeHistory {
  /** As they came last. */
  readonly raw: ProbeReadings;
  readonly sinceMs: readonly number[];
  /** In what steps each of them tells its value. */
  readonly steps: readonly ProbeStep[];
}

const unread = missing('no-telemetry');

export const newProbeHistory = (nowMs: number): ProbeHistory => ({
  raw: [unread, unread, unread, unread],
  sinceMs: [nowMs, nowMs, nowMs, nowMs],
  steps: [newProbeStep, newProbeStep, newProbeStep, newProbeStep],
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
  const step = (probe: 0 | 1 | 2 | 3): ProbeStep => {
    const { value } = raw[probe];
    const before = history.steps[probe] ?? newProbeStep;
    return value === null ? before : learnStep(before, value, history.raw[probe].value);
  };
  const steps = [step(0), step(1), step(2), step(3)] as const;
  const judge = (probe: 0 | 1 | 2 | 3): Reading => {
    if (sites[probe] === 'not-used') return missing('not-fitted');
    const step = stepOf(steps[probe]);
    const stuck = step < coarseStep && nowMs - sinceMs[probe] >= stuckAfterMs * step;
    return stuck ? missing('stuck') : raw[probe];
  };
  return {
    readings: [judge(0), judge(1), judge(2), judge(3)],
    history: { raw, sinceMs, steps },
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

/** The readings, that of one probe (from 0) missing for this reason. */
export function readingsWithout(
  readings: ProbeReadings,
  probe: number,
  reason: MissingReason,
): ProbeReadings {
  const judge = (of: 0 | 1 | 2 | 3): Reading => (of === probe ? missing(reason) : readings[of]);
  return [judge(0), judge(1), judge(2), judge(3)];
}
