import type { OperatorAction, Refusal } from '../domain/action.ts';
import type { Actor } from '../domain/actor.ts';
import type { Alarm } from '../domain/alarm.ts';
import type { AlarmEvent } from '../domain/alarm-event.ts';
import { type AlarmLimitName, limitIndex, limitProblem } from '../domain/alarm-limits.ts';
import { nothingKnown, permission } from '../domain/permissions.ts';
import { newPause, sounds } from './audio.ts';
import { type AlarmState, newNote, stays } from './state.ts';

/** What a person's action on the alarms came to; refused, nothing has changed. */
export interface Acted {
  readonly state: AlarmState;
  readonly events: readonly AlarmEvent[];
  readonly refused: Refusal | null;
}

/** Actions that concern the alarms and nothing else. */
export type AlarmAction = Extract<
  OperatorAction,
  { type: 'acknowledge' | 'pause-audio' | 'resume-audio' | 'change-alarm-limit' }
>;
export const isAlarmAction = (action: OperatorAction): action is AlarmAction =>
  ['acknowledge', 'pause-audio', 'resume-audio', 'change-alarm-limit'].includes(action.type);

/** What a person asks of the alarms: taken or refused. */
export function act(
  state: AlarmState,
  action: AlarmAction,
  by: Actor,
  nowMs: number,
  monotonicMs: number,
): Acted {
  switch (action.type) {
    case 'acknowledge': {
      const done = acknowledge(state, action.alarmIds, by, nowMs, monotonicMs);
      if (done.acknowledged.length === 0) return refuse(state, 'not-shown');
      const events = done.acknowledged.map((alarm) => ({ type: 'alarm-acknowledged', alarm }) as const);
      return { state: done.state, events, refused: null };
    }
    case 'pause-audio':
      return pauseAudio(state, by, monotonicMs);
    case 'resume-audio':
      return resumeAudio(state, by);
    case 'change-alarm-limit':
      return changeLimit(state, action, by);
  }
}

const refuse = (state: AlarmState, refused: Refusal): Acted => ({ state, events: [], refused });

/** Acknowledges occurrences that are shown; anything else named is left out. */
export function acknowledge(
  state: AlarmState,
  ids: readonly string[],
  by: Actor,
  nowMs: number,
  monotonicMs: number = nowMs,
): { state: AlarmState; acknowledged: readonly Alarm[] } {
  const acknowledged: Alarm[] = [];
  const notes = new Map(state.notes);
  const marked = state.shown.map((alarm) => {
    if (!ids.includes(alarm.id) || alarm.acknowledgedMs !== null) return alarm;
    const next = { ...alarm, acknowledgedMs: nowMs, acknowledgedBy: by };
    acknowledged.push(next);
    notes.set(alarm.id, { ...(notes.get(alarm.id) ?? newNote), quietSinceMs: monotonicMs });
    return next;
  });
  if (acknowledged.length === 0) return { state, acknowledged };
  return { state: { ...state, notes, shown: marked.filter(stays) }, acknowledged };
}

/** AUDIO PAUSED: what sounds now is quiet for at most 120 s. It is not begun anew before it is over. */
function pauseAudio(state: AlarmState, by: Actor, monotonicMs: number): Acted {
  if (state.pause !== null || !state.shown.some(sounds)) return refuse(state, 'nothing-sounds');
  const pause = newPause(state, by, monotonicMs);
  const seconds = Math.round((pause.untilMs - monotonicMs) / 1000);
  return { state: { ...state, pause }, events: [{ type: 'audio-paused', by, seconds }], refused: null };
}

/** Ends a pause before its time. */
function resumeAudio(state: AlarmState, by: Actor): Acted {
  if (state.pause === null) return refuse(state, 'nothing-to-resume');
  return {
    state: { ...state, pause: null },
    events: [{ type: 'audio-on', cause: 'person', by }],
    refused: null,
  };
}

interface LimitChange {
  readonly limit: AlarmLimitName;
  readonly value: number;
}

/** Another limit from now on: within its hard bounds, by a role that may, in order with its neighbours. */
function changeLimit(state: AlarmState, { limit, value }: LimitChange, by: Actor): Acted {
  const { role } = by;
  if (by.how !== 'signed-in' || role === null) return refuse(state, 'needs-sign-in');
  if (permission(by, 'change-alarm-limit', { ...nothingKnown, limit }) !== 'yes')
    return refuse(state, 'not-your-role');
  const inForce = (name: AlarmLimitName) => state.limits[limitIndex(name)] as number;
  if (limitProblem(limit, value, state.siteLimits[limit], inForce) !== null)
    return refuse(state, 'limit-out-of-bounds');
  const limits = state.limits.with(limitIndex(limit), value);
  return {
    state: { ...state, limits },
    events: [{ type: 'alarm-limit-changed', limit, from: inForce(limit), to: value, by, role }],
    refused: null,
  };
}
