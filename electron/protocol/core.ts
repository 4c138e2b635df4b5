/** The patient's core temperature: what a probe reads, what a person has read off elsewhere and typed, and what it holds. */
import type { RunEvent } from '../domain/run-event.ts';
import { hold } from './hold.ts';
import { phasePlans } from './phase-plan.ts';
import { coreEveryMs, coreMatters } from './reminders.ts';
import type { RunState } from './state.ts';

export interface JudgedCore {
  readonly celsius: number;
  readonly from: 'probe' | 'hand';
}

/**
 * The core that limits are held against; `null`: nobody knows it. A typed value stands until another is typed, and
 * beside a probe that reads for as long as one may stand without another: there the higher of the two counts.
 */
export function judgedCore({ core: { byHand }, telemetry, nowMs }: RunState): JudgedCore | null {
  const probe = telemetry?.coreCelsius.value ?? null;
  const typed: JudgedCore | null = byHand === null ? null : { celsius: byHand.celsius, from: 'hand' };
  if (probe === null) return typed;
  const counts = byHand !== null && nowMs - byHand.atMs < coreEveryMs && byHand.celsius > probe;
  return counts ? typed : { celsius: probe, from: 'probe' };
}

/** At or above the limit of the core hold, whether it holds or a clinician has lifted it. */
const isHot = (state: RunState): boolean => {
  const core = judgedCore(state);
  return state.core.hold !== null && core !== null && core.celsius >= state.core.hold.celsius;
};

/** No heat is resumed on it. */
export const coreTooHot = (state: RunState): boolean => isHot(state) && !state.core.lifted;

/** A core too hot takes the heat: measured, once it has lasted; read by hand, at once. Only a person gives it back. */
export function holdForCore(state: RunState, dtMs: number, events: RunEvent[]): RunState {
  const { core } = state;
  if (core.hold === null) return state;
  if (!isHot(state)) return coolAgain(state);
  const hotMs = core.hotMs + dtMs;
  const next: RunState = { ...state, core: { ...core, hotMs } };
  const lasts = hotMs >= 1000 * core.hold.seconds || judgedCore(state)?.from === 'hand';
  const heats = coreMatters(state.phase) && phasePlans[state.phase].heat !== 'off';
  if (!lasts || core.lifted || !heats || state.heatHeld !== null) return next;
  const held = hold(next, 'core-too-hot', null);
  events.push(...held.events);
  return held.state;
}

/** Below, or not known: what nobody knows lifts nothing. */
function coolAgain(state: RunState): RunState {
  const { core } = state;
  if (judgedCore(state) === null || (core.hotMs === 0 && !core.lifted)) return state;
  return { ...state, core: { ...core, hotMs: 0, lifted: false } };
}
