import type { Refusal } from '../../domain/action.ts';
import { isCavity, type ProbeId, type ProbeSites, probeIds } from '../../domain/case.ts';
import type { RunEvent } from '../../domain/run-event.ts';
import type { ProbeReadings } from '../../domain/telemetry.ts';
import type { RunState } from '../state.ts';
import { cavityProbe, readingsWithout } from './probe-judge.ts';

/** So long a cavity probe is ignored, ms (chosen: hands are out of the abdomen by then, and somebody asks again). */
export const ignoredForMs = 5 * 60_000;

/** A cavity probe that does not count for a while, by a clinician's word. */
export interface IgnoredProbe {
  readonly probe: ProbeId;
  readonly untilMs: number;
  /** What it reads meanwhile; `null`: nothing. The highest of all limits goes by it all the same. */
  readonly celsius: number | null;
}

const indexOf = (probe: ProbeId): number => probeIds.indexOf(probe);

/** Whether another cavity probe than this one tells something. */
function anotherTells(probe: number, readings: ProbeReadings, sites: ProbeSites): boolean {
  for (let other = cavityProbe(sites, 0); other >= 0; other = cavityProbe(sites, other + 1))
    if (other !== probe && (readings[other]?.value ?? null) !== null) return true;
  return false;
}

/** Never the last cavity probe, and one at a time. */
export function ignoreRefusal(state: RunState, probe: ProbeId): Refusal | null {
  const index = indexOf(probe);
  if (!isCavity(state.sites[index] ?? 'not-used')) return 'no-cavity-probe';
  if (state.telemetry === null) return 'link-not-up';
  if (state.ignored !== null) return 'probe-ignored';
  return anotherTells(index, state.probesCelsius, state.sites) ? null : 'last-cavity-probe';
}

export const ignoreProbe = (state: RunState, probe: ProbeId): RunState => ({
  ...state,
  ignored: {
    probe,
    untilMs: state.nowMs + ignoredForMs,
    celsius: state.probesCelsius[indexOf(probe)]?.value ?? null,
  },
});

/** It counts again once its time is over, or nothing else tells the temperature of the cavity. */
export function stillIgnored(
  { ignored, sites }: Pick<RunState, 'ignored' | 'sites'>,
  readings: ProbeReadings,
  nowMs: number,
  events: RunEvent[],
): IgnoredProbe | null {
  if (ignored === null) return null;
  const { probe, untilMs } = ignored;
  const index = indexOf(probe);
  if (nowMs < untilMs && anotherTells(index, readings, sites))
    return { probe, untilMs, celsius: readings[index]?.value ?? null };
  events.push({ type: 'probe-counts-again', probe });
  return null;
}

/** The readings without the one that is ignored. */
export const withoutIgnored = (readings: ProbeReadings, ignored: IgnoredProbe | null): ProbeReadings =>
  ignored === null ? readings : readingsWithout(readings, indexOf(ignored.probe), 'ignored');
