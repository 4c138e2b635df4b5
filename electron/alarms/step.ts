import type { Reaction } from '../domain/alarm.ts';
import type { AlarmEvent, Sound } from '../domain/alarm-event.ts';
import { noSound, soundOf } from './audio.ts';
import { underCauses } from './causes.ts';
import { dueFindings, dueSlots, type Finding, stillPending } from './finding.ts';
import { lasting, recentlyGone } from './lasting.ts';
import { draining } from './occasions.ts';
import { endPause, remind } from './people.ts';
import type { Signals } from './signals.ts';
import { stepSpells } from './spells.ts';
import { type AlarmState, inOrder, stays } from './state.ts';
import { keepSteady, stillSteady, type WantedReaction } from './steady.ts';
import { stepTrends } from './trends.ts';
import { look, pastOf } from './watch.ts';

export { acknowledge } from './acting.ts';
export { type AlarmState, newAlarms } from './state.ts';

export interface AlarmStep {
  readonly state: AlarmState;
  /** For the log, in order. */
  readonly events: readonly AlarmEvent[];
  /** For as long as the condition holds: what a person resumes against it is held again. */
  readonly reactions: readonly WantedReaction[];
  /** What should sound now; the rig's annunciator follows the highest alarm that is on instead. */
  readonly sound: Sound;
}
const nothing: readonly never[] = [];

/**
 * One tick: what has lasted its delay is raised once, what is over is cleared. Pure; costs little and allocates
 * next to nothing while nothing is found. `nowMs` is session time; `monotonicMs` runs with people (pauses,
 * reminders) and is the same clock at a time scale of 1.
 */
export function stepAlarms(
  before: AlarmState,
  signals: Signals,
  nowMs: number,
  monotonicMs: number = nowMs,
): AlarmStep {
  const trends = stepTrends(before.trends, signals, nowMs);
  const spells = stepSpells(before.spells, signals, nowMs);
  const gone = recentlyGone(before.gone, nowMs);
  const same = trends === before.trends && spells === before.spells && gone === before.gone;
  const state = same ? before : { ...before, trends, spells, gone };
  const found = look(signals, pastOf(state, nowMs), before.limits, before.due) ?? nothing;
  if (found.length + before.pending.size + before.shown.length === 0 && before.pause === null) {
    return { state, events: nothing, reactions: nothing, sound: noSound };
  }
  const steady = stillSteady(state, found, signals.phase, nowMs, monotonicMs);
  if (steady !== null) {
    return { state, events: nothing, reactions: steady.reactions, sound: steady.sound };
  }
  const step = stepFound(state, found, signals, nowMs, monotonicMs);
  keepSteady(before, step.state, found, signals.phase, step);
  return step;
}

function stepFound(
  before: AlarmState,
  found: readonly number[],
  signals: Signals,
  nowMs: number,
  monotonicMs: number,
): AlarmStep {
  const pending = stillPending(before.pending, found, nowMs);
  const findings = dueFindings(pending, signals, before, nowMs);
  const due = dueSlots(before.due, findings);
  const reacting = findings.map((finding) => ({ ...finding, reaction: reactionOf(finding, signals) }));
  const events: AlarmEvent[] = [];
  let state = pending === before.pending && due === before.due ? before : { ...before, pending, due };
  state = lasting(state, reacting, events, nowMs);
  state = place(state, events);
  state = remind(state, events, monotonicMs);
  state = endPause(state, events, monotonicMs);
  const reactions = reacting
    .filter(({ reaction }) => reaction !== 'none')
    .map(({ reaction, condition }) => ({ reaction, reason: condition.reason }));
  return { state, events, reactions, sound: soundOf(state, monotonicMs) };
}

function reactionOf({ condition }: Finding, signals: Signals): Reaction {
  return condition.relievedByDraining && draining(signals) ? 'none' : condition.reaction;
}

/** Lists what another explains under it, and tells so; events of the same tick speak of the place it has now. */
function place(state: AlarmState, events: AlarmEvent[]): AlarmState {
  const placed = underCauses(state.shown);
  if (placed === state.shown) return state;
  placed.forEach((alarm, at) => {
    if (alarm.under === state.shown[at]?.under) return;
    const told = events.findIndex((event) => event.type === 'alarm-raised' && event.alarm.id === alarm.id);
    if (told >= 0) events[told] = { type: 'alarm-raised', alarm };
    else events.push({ type: alarm.under === null ? 'alarm-surfaced' : 'alarm-suppressed', alarm });
  });
  return { ...state, shown: inOrder(placed.filter(stays)) };
}
