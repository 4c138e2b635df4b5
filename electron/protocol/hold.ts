import type { HoldReason } from '../domain/phase.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Step } from './enter.ts';
import type { RunState } from './state.ts';

/** Holds heat, and flow where a reason is given. A hold that stands keeps its first reason, but a person's word counts more. */
export function hold(state: RunState, heat: HoldReason, flow: HoldReason | null): Step {
  const events: RunEvent[] = [];
  let next = state;
  const outranks = heat === 'operator' || heat === 'stop-run';
  if (state.heatHeld === null || (outranks && state.heatHeld !== heat)) {
    next = { ...next, heatHeld: heat };
    events.push({ type: 'heat-held', reason: heat });
  }
  if (flow !== null && (state.flowHeld === null || (outranks && state.flowHeld !== flow))) {
    next = { ...next, flowHeld: flow };
    events.push({ type: 'flow-held', reason: flow });
  }
  return { state: next, events };
}
