/** The patient's core temperature: what a probe reads, what a person has read off elsewhere and typed, and what it holds. */
import type { RunEvent } from '../domain/run-event.ts';
import type { CoreHold } from '../domain/site.ts';
import { hold } from './hold.ts';
import { phasePlans } from './phase-plan.ts';
import { coreEveryMs, coreMatters } from './reminders.ts';
import type { CoreWatch, RunState } from './state.ts';

export interface JudgedCore {
  readonly celsius: number;
  readonly from: 'probe' | 'hand';
}

/** Below the limit by so much it is cool again, K; as with the alarms of the core. */
const hysteresisKelvin = 0.1;
/** A clinician's word holds up to so much above the core it was given at, K (proposal). */
const liftedUpKelvin = 0.5;

/**
 * The core that limits are held against; `null`: nobody knows it. A typed value stands until another is typed, or a
 * probe has read since; beside a probe that reads it counts for as long as one may stand without another, and there the
 * higher of the two.
 */
export function judgedCore({ core: { byHand, probeMs }, telemetry, nowMs }: RunState): JudgedCore | null {
  const probe = telemetry?.coreCelsius.value ?? null;
  const typed: JudgedCore | null = byHand === null ? null : { celsius: byHand.celsius, from: 'hand' };
  if (probe === null)
    return byHand !== null && byHand.atMs > (probeMs ?? Number.NEGATIVE_INFINITY) ? typed : null;
  const counts = byHand !== null && nowMs - byHand.atMs < coreEveryMs && byHand.celsius > probe;
  return counts ? typed : { celsius: probe, from: 'probe' };
}

/** No heat is resumed on it. One that was too hot and is not known any more is so still. */
export function coreTooHot(state: RunState): boolean {
  const { hold: rule, tooHot, lifted } = state.core;
  if (rule === null || lifted !== null || !coreMatters(state.phase)) return false;
  const now = judgedCore(state);
  return tooHot || (now !== null && now.celsius >= rule.celsius);
}

/** A core too hot takes the heat: measured, once it has lasted; read by hand, at once. Only a person gives it back. */
export function holdForCore(state: RunState, dtMs: number, events: RunEvent[]): RunState {
  const { core } = state;
  const { hold: rule } = core;
  const now = judgedCore(state);
  // What nobody knows lifts nothing.
  if (rule === null || now === null) return state;
  if (now.celsius < rule.celsius - hysteresisKelvin) return coolAgain(state);
  if (now.celsius < rule.celsius && core.hotMs === 0) return state;
  const hotMs = core.hotMs + dtMs;
  const atOnce = now.from === 'hand' && now.celsius >= rule.celsius;
  const tooHot = core.tooHot || atOnce || hotMs >= 1000 * rule.seconds;
  const lifted = stillLifted(core, now, rule) ? core.lifted : null;
  const next: RunState = { ...state, core: { ...core, hotMs, tooHot, lifted } };
  const heats = coreMatters(state.phase) && phasePlans[state.phase].heat !== 'off';
  if (!tooHot || lifted !== null || !heats || state.heatHeld !== null) return next;
  const held = hold(next, 'core-too-hot', null);
  events.push(...held.events);
  return held.state;
}

/** Not for a core that has gone on rising, nor for another value typed since. */
function stillLifted({ lifted, byHand }: CoreWatch, now: JudgedCore, rule: CoreHold): boolean {
  if (lifted === null || now.celsius >= lifted.celsius + liftedUpKelvin) return false;
  const isNewlyTyped = now.from === 'hand' && byHand !== null && byHand.atMs > lifted.atMs;
  return !isNewlyTyped || now.celsius < rule.celsius;
}

function coolAgain(state: RunState): RunState {
  const { core } = state;
  if (core.hotMs === 0 && !core.tooHot && core.lifted === null) return state;
  return { ...state, core: { ...core, hotMs: 0, tooHot: false, lifted: null } };
}

/** A clinician has let heat be resumed on the core as it is. */
export const liftCoreHold = (state: RunState): RunState => ({
  ...state,
  core: {
    ...state.core,
    lifted: {
      celsius: judgedCore(state)?.celsius ?? state.core.hold?.celsius ?? 0,
      atMs: state.nowMs,
    },
  },
});
