import type { RunEvent } from '../../domain/run-event.ts';
import { hold } from '../hold.ts';
import { phasePlans } from '../phase-plan.ts';
import type { RunState } from '../state.ts';
import { cavityCelsius, cavityProbe } from './probe-judge.ts';

/** Heat goes on for so long, ms, as with the inflow (docs/control.md). */
const cavityUnknownAfterMs = 2_000;

/** The set has cavity probes, and none of them tells anything. */
export const cavityUnknown = ({ sites, probesCelsius }: RunState): boolean =>
  cavityProbe(sites, 0) >= 0 && cavityCelsius(probesCelsius, sites).length === 0;

/** No heat is resumed: what inflow or outflow is held to, the cavity was watched by, and nobody has said to go on. */
export const needsCavity = (state: RunState): boolean =>
  state.control.site !== 'cavity' && !state.byOutflow && !state.withoutCavity && cavityUnknown(state);

/** Where inflow or outflow is controlled and the last fitted cavity probe is lost, heat waits for a named clinician. */
export function watchCavity(state: RunState, dtMs: number, events: RunEvent[]): RunState {
  const heats = phasePlans[state.phase].heat === 'control' && state.telemetry !== null;
  const unknownMs = heats && needsCavity(state) ? state.cavityUnknownMs + dtMs : 0;
  // Seen again: who let it go on without is not taken at their word the next time.
  const withoutCavity = state.withoutCavity && (state.telemetry === null || cavityUnknown(state));
  const same = unknownMs === state.cavityUnknownMs && withoutCavity === state.withoutCavity;
  const next = same ? state : { ...state, cavityUnknownMs: unknownMs, withoutCavity };
  if (unknownMs < cavityUnknownAfterMs || state.heatHeld !== null) return next;
  const held = hold(next, 'cavity-unknown', null);
  events.push(...held.events);
  return held.state;
}
