import type { HoldReason } from '../domain/phase.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Step } from './enter.ts';
import type { RunState } from './state.ts';

/** What was held by anything but a person stays so, whatever a person says on top of it. */
const alsoHeld = ({ heldByAlarm }: RunState, flow: boolean): RunState['heldByAlarm'] =>
  heldByAlarm.heat && (heldByAlarm.flow || !flow)
    ? heldByAlarm
    : { heat: true, flow: heldByAlarm.flow || flow };

/** Holds heat, and flow where a reason is given. A hold that stands keeps its first reason, but a person's word counts more. */
export function hold(state: RunState, heat: HoldReason, flow: HoldReason | null): Step {
  const events: RunEvent[] = [];
  const outranks = heat === 'operator' || heat === 'stop-run';
  let next: RunState = outranks ? state : { ...state, heldByAlarm: alsoHeld(state, flow !== null) };
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
