/** When treatment may start: by the rule of its preset, and never without circulation. */
import { cavityCelsius, cavityProbe } from './control/probe-judge.ts';
import { phaseFlowMlPerMin, phasePlans } from './phase-plan.ts';
import type { RunState } from './state.ts';

/** Control temperature in band for this long before treatment may start (brief: "Treatment"). */
export const settleMs = 60_000;
/** Inflow at target for this long before filling may start. */
export const preheatSettleMs = 30_000;
/** The lowest cavity probe may be this much below target at the start, °C (brief: "Treatment"). */
export const startBelowCelsius = 1.5;
/** From this share of the set flow on it circulates; how far the flow is off is judged, and alarmed, by itself (chosen). */
const circulatingShare = 0.5;

/** Fluid goes round: measured flow is at least half the set flow of the phase, by fresh telemetry. */
export function circulating(state: RunState): boolean {
  const set = phaseFlowMlPerMin(state.phase, state);
  const flow = state.telemetry?.flowMlPerMin.value ?? null;
  return flow !== null && set > 0 && flow >= circulatingShare * set;
}

/** In the mode of the phase, too: as it begins, flow and valves are still those of the phase before. */
export const circulatingAsPlanned = (state: RunState): boolean =>
  state.telemetry?.inForce.mode === phasePlans[state.phase].mode && circulating(state);

export const settledForMs = (state: RunState): number =>
  state.settledSinceMs === null ? 0 : state.nowMs - state.settledSinceMs;

export const lowestCavityCelsius = (state: RunState): number | null => {
  const valid = cavityCelsius(state.probesCelsius, state.sites);
  return valid.length === 0 ? null : Math.min(...valid);
};
/** Treatment may start, by the rule of its preset. */
export function mayStart(state: RunState): boolean {
  if (!circulating(state) || startsInMs(state) > 0) return false;
  switch (state.preset.clockStartsOn) {
    case 'in-band':
      return isWarm(state);
    case 'inflow':
      return true;
    case 'first-drug':
      return state.control.celsius.value !== null;
  }
}

/** No part of the cavity is far below target; of a cavity that is not controlled nothing is asked. */
function isWarm(state: RunState): boolean {
  const { site, celsius } = state.control;
  if (site === 'inflow') return true;
  const lowest = state.byOutflow ? celsius.value : (lowestCavityCelsius(state) ?? outflowAlone(state));
  return lowest !== null && lowest >= state.targetCelsius - startBelowCelsius;
}

/** What a set without a cavity probe has in its place. */
const outflowAlone = ({ control, sites }: RunState): number | null =>
  control.site === 'outflow' && cavityProbe(sites, 0) < 0 ? control.celsius.value : null;

/** How long what has to last before the start has still to last, ms. */
export function startsInMs(state: RunState): number {
  switch (state.preset.clockStartsOn) {
    case 'in-band':
      return Math.max(0, settleMs - settledForMs(state));
    case 'inflow':
      return Math.max(0, preheatSettleMs - inflowReachedForMs(state));
    case 'first-drug':
      return 0;
  }
}

export const inflowReachedForMs = ({ inflowReachedSinceMs, nowMs }: RunState): number =>
  inflowReachedSinceMs === null ? 0 : nowMs - inflowReachedSinceMs;
