/**
 * Whether what is pumped into a closed circuit comes back. Told by the outflow meter; where there is none, by the level
 * of the reservoir; where neither is fitted a person has to look, once circulation has begun and again 20 s later.
 */
import type { Telemetry } from '../domain/telemetry.ts';
import { phasePlans } from './phase-plan.ts';
import type { RunState } from './state.ts';
import type { Volumes } from './volumes.ts';

export interface ReturnWatch {
  /** Since fluid has circulated through the cavity without a break, ms of session time; `null`: it does not. */
  readonly circulatingMs: number | null;
  /** Level of the reservoir then, less what the count has put into the cavity since, mL; `null`: not measured. */
  readonly levelAtStartMl: number | null;
  /** When the level was last looked at, ms. */
  readonly lookedMs: number | null;
  /** Level of the reservoir once a second, the oldest first, as long as `overMs`. */
  readonly levels: readonly (readonly [atMs: number, ml: number])[];
  /** Where nothing measures it: somebody has seen it come back. */
  readonly seen: boolean;
}

export const newReturnWatch: ReturnWatch = {
  circulatingMs: null,
  levelAtStartMl: null,
  lookedMs: null,
  levels: [],
  seen: false,
};

/** The outflow line fills, and the flow settles, ms (chosen: 80 mL at 500 mL/min). */
const startsMs = 10_000;
/** What the level says of the return it says over this, ms (chosen: noise of some millilitres is a few per cent of it). */
const overMs = 5_000;
const everyMs = 1_000;
/** Where nothing measures it the question comes again after so long, ms (issue: fluid where people think it is). */
const asksAgainMs = 20_000;

/** One tick; the same object while nothing changes. */
export function watchReturn(before: ReturnWatch, state: RunState): ReturnWatch {
  const { telemetry, nowMs, volumes } = state;
  const circulates = telemetry !== null && circulatesNow(state, telemetry);
  if (!circulates) {
    const rests = before.circulatingMs === null && before.levels.length === 0;
    return rests ? before : { ...before, circulatingMs: null, lookedMs: null, levels: [] };
  }
  const level = telemetry.reservoirMl.value;
  const sinceMs = before.circulatingMs ?? nowMs;
  if (before.lookedMs !== null && nowMs - before.lookedMs < everyMs) return before;
  const kept = before.levels.filter(([atMs]) => nowMs - atMs <= overMs);
  return {
    ...before,
    circulatingMs: sinceMs,
    levelAtStartMl: before.levelAtStartMl ?? (level === null ? null : level + knownLossMl(volumes)),
    lookedMs: nowMs,
    levels: level === null ? [] : [...kept, [nowMs, level]],
  };
}

/** The reservoir fills up what people take out of the cavity; what they pour in is not taken to come back. */
const knownLossMl = ({ circulationMl, byHandOutMl }: Volumes): number => circulationMl + byHandOutMl;

const circulatesNow = ({ phase }: RunState, { inForce }: Telemetry): boolean =>
  phasePlans[phase].mode === 'circulate' && inForce.mode === 'circulate' && inForce.pumpEnable;

/** Nothing on this rig tells whether it comes back. */
export const returnIsUnmeasured = ({ telemetry }: Pick<RunState, 'telemetry'>): boolean =>
  telemetry?.outflowMlPerMin.missing === 'not-fitted' &&
  telemetry.reservoirMl.missing === 'not-fitted' &&
  telemetry.cavityPressureMmHg.missing === 'not-fitted';

/** Somebody has to look again. */
export const asksForReturn = (state: RunState): boolean => {
  const { circulatingMs, seen } = state.returns;
  return (
    !seen && circulatingMs !== null && state.nowMs - circulatingMs >= asksAgainMs && returnIsUnmeasured(state)
  );
};

/** What comes back, as a share of what goes in; `null`: not measured, or not long enough. */
export function returnShare({ telemetry, returns, nowMs }: RunState): number | null {
  const { circulatingMs, levels } = returns;
  const flow = telemetry?.flowMlPerMin.value ?? null;
  if (telemetry === null || flow === null || flow <= 0) return null;
  if (circulatingMs === null || nowMs - circulatingMs < startsMs) return null;
  const outflow = telemetry.outflowMlPerMin.value;
  if (outflow !== null) return outflow / flow;
  const [first, last] = [levels[0], levels.at(-1)];
  if (first === undefined || last === undefined || last[0] - first[0] < overMs - everyMs) return null;
  const share = 1 + (last[1] - first[1]) / ((flow * (last[0] - first[0])) / 60_000);
  return Number.isFinite(share) ? share : null;
}

/** What the reservoir has lost since circulation began, beyond what the count knows, mL; `null`: not measured. */
export function reservoirLostMl({ telemetry, returns, volumes, nowMs }: RunState): number | null {
  const level = telemetry?.reservoirMl.value ?? null;
  const { levelAtStartMl, circulatingMs } = returns;
  if (level === null || levelAtStartMl === null || circulatingMs === null) return null;
  return nowMs - circulatingMs < startsMs ? null : levelAtStartMl - level - knownLossMl(volumes);
}
