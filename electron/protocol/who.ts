import type { OperatorAction, Refusal } from '../domain/action.ts';
import type { Actor, Also } from '../domain/actor.ts';
import { askingRefusal } from '../domain/asking.ts';
import { nothingKnown } from '../domain/permissions.ts';
import type { RunState } from './state.ts';

/** Why that person may not do it now, whatever the run would say; `null`: he or she may. */
export function whoRefusal(state: RunState, action: OperatorAction, by: Actor, also: Also): Refusal | null {
  const mayNot = askingRefusal({ by, breakGlass: also.breakGlass }, action.type, {
    ...nothingKnown,
    phase: state.phase,
    heatHeldByAlarm: state.heldByAlarm.heat,
    flowHeldByAlarm: state.heldByAlarm.flow,
    limit: action.type === 'change-alarm-limit' ? action.limit : null,
  });
  if (mayNot !== null) return mayNot;
  return secondRefusal(state, action, by, also);
}

function secondRefusal(state: RunState, action: OperatorAction, by: Actor, { second }: Also): Refusal | null {
  const { heat, drugs } = state.needsSecond;
  const startsHeat = heat && action.type === 'advance' && state.phase === 'prime';
  const givesDrug =
    drugs && (action.type === 'record-drug' || (action.type === 'start-treatment' && action.drug !== null));
  if (by.how === 'program' || !(startsHeat || givesDrug)) return null;
  return second === null || second.id === by.id || !treats(second) ? 'needs-second-person' : null;
}

/** A service engineer treats nobody, and stands beside nobody who does. */
const treats = ({ role }: Actor): boolean => role !== null && role !== 'service';
