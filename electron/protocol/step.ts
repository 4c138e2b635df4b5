import type { ActionResult, OperatorAction } from '../domain/action.ts';
import { type Actor, type Also, alone } from '../domain/actor.ts';
import type { Reaction } from '../domain/alarm.ts';
import type { HoldReason } from '../domain/phase.ts';
import { missing } from '../domain/reading.ts';
import type { RunEvent } from '../domain/run-event.ts';
import { newProbeHistory } from './control/probe-judge.ts';
import type { Step } from './enter.ts';
import { hold } from './hold.ts';
import { intentOf } from './intent.ts';
import { onAction } from './on-action.ts';
import { onTick, type Tick } from './on-tick.ts';
import type { RunState } from './state.ts';

/** Everything that can happen to a run. */
export type ProtocolEvent =
  | Tick
  | { readonly type: 'action'; readonly action: OperatorAction; readonly by: Actor; readonly also?: Also }
  /** An alarm asks for its automatic reaction. */
  | { readonly type: 'reaction'; readonly reaction: Reaction; readonly reason: HoldReason }
  | { readonly type: 'link-lost'; readonly detail: string }
  | { readonly type: 'link-restored'; readonly detail: string }
  | { readonly type: 'rig-restarted'; readonly detail: string };

export interface ProtocolStep {
  readonly state: RunState;
  /** For the journal, in order. */
  readonly events: readonly RunEvent[];
  /** Only for an action. */
  readonly result: ActionResult | null;
}

/** The whole protocol: `(state, event, now) → { state, events }`. Pure; never reads a clock. */
export function step(state: RunState, event: ProtocolEvent, nowMs: number): ProtocolStep {
  switch (event.type) {
    case 'tick': {
      const { state: next, events } = onTick(state, event, nowMs);
      return { state: next, events, result: null };
    }
    case 'action':
      // Taken between two ticks, it belongs to the last one: only ticks move the clocks, so none loses time.
      return onAction(state, event.action, event.by, event.also ?? alone);
    case 'reaction':
      return { ...react(state, event.reaction, event.reason), result: null };
    case 'link-lost':
      return { ...loseLink(state, event), result: null };
    case 'link-restored':
      return { state, events: [event], result: null };
    case 'rig-restarted':
      return { ...losePlace(state, event), result: null };
  }
}

function react(state: RunState, reaction: Reaction, reason: HoldReason): Step {
  if (reaction === 'none') return { state, events: [] };
  const held = hold(
    state,
    reason,
    reaction === 'heater-and-pump-off' || pumpFell(state, reason) ? reason : null,
  );
  if (reaction === 'heater-off') {
    const cooling = reason === 'alarm' && held.state.divert === 'none';
    return cooling ? { ...held, state: { ...held.state, divert: 'cooling' } } : held;
  }
  if (reaction === 'heater-off-bypass') {
    const divert = reason === 'command-not-in-force' ? 'heater-fault' : 'over-temperature';
    return { ...held, state: { ...held.state, divert } };
  }
  return held;
}

/**
 * The machine has its pump off against its orders, and counts an enable again only after it was 0 (docs/link.md): asked
 * off, the next start of a person is one that it hears.
 */
const pumpFell = (state: RunState, reason: HoldReason): boolean =>
  reason === 'command-not-in-force' &&
  intentOf(state).pumpEnable &&
  state.telemetry?.inForce.pumpEnable === false;

const unknown = missing('link-lost');

/** Measurements are gone, not old; heat is held until a person has decided. */
function loseLink(state: RunState, event: RunEvent & { type: 'link-lost' }): Step {
  const held = hold(state, 'link-lost', null);
  const next: RunState = {
    ...held.state,
    decision: state.decision === 'none' ? 'link-lost' : state.decision,
    telemetry: null,
    probesCelsius: [unknown, unknown, unknown, unknown],
    probeHistory: newProbeHistory(state.nowMs),
    control: { ...held.state.control, celsius: unknown },
    settledSinceMs: null,
    inflowReachedSinceMs: null,
    clearBits: 0,
    keep: null,
  };
  return { state: next, events: [event, ...held.events] };
}

/** A restarted rig stands still with everything off; nothing is written until a person has decided. */
function losePlace(state: RunState, event: RunEvent & { type: 'rig-restarted' }): Step {
  const held = hold(state, 'rig-restarted', 'rig-restarted');
  return {
    state: { ...held.state, decision: 'rig-restarted', clearBits: 0 },
    events: [event, ...held.events],
  };
}
