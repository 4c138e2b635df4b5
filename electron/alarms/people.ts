import { consoleActor } from '../domain/actor.ts';
import type { AlarmEvent } from '../domain/alarm-event.ts';
import { breaksThrough, sounds } from './audio.ts';
import { type AlarmState, isOn, newNote } from './state.ts';

/** An alarm that is acknowledged and persists is called to mind this often, ms (practice of IEC 60601-1-8). */
export const reminderMs = 180_000;

/** Reminds of what was acknowledged and persists; not while audio is paused, and not of what another explains. */
export function remind(state: AlarmState, events: AlarmEvent[], monotonicMs: number): AlarmState {
  if (state.pause !== null) return state;
  const due = state.shown.filter((alarm) => {
    const quietSinceMs = state.notes.get(alarm.id)?.quietSinceMs ?? null;
    const persists = isOn(alarm) && alarm.acknowledgedMs !== null && alarm.under === null;
    return persists && quietSinceMs !== null && monotonicMs - quietSinceMs >= reminderMs;
  });
  if (due.length === 0) return state;
  const notes = new Map(state.notes);
  const shown = state.shown.map((alarm) => {
    if (!due.includes(alarm)) return alarm;
    const reminded = { ...alarm, reminders: alarm.reminders + 1 };
    notes.set(alarm.id, { ...(notes.get(alarm.id) ?? newNote), quietSinceMs: monotonicMs });
    events.push({ type: 'alarm-reminded', alarm: reminded });
    return reminded;
  });
  return { ...state, shown, notes, reminders: state.reminders + 1 };
}

/** A pause ends when its time is up, or when what came in this tick breaks through it. */
export function endPause(state: AlarmState, events: AlarmEvent[], monotonicMs: number): AlarmState {
  const { pause } = state;
  if (pause === null) return state;
  const broken = events.some(
    (event) =>
      (event.type === 'alarm-raised' ||
        event.type === 'alarm-surfaced' ||
        event.type === 'alarm-escalated') &&
      sounds(event.alarm) &&
      breaksThrough(pause, event.alarm, event.type === 'alarm-escalated'),
  );
  if (!broken && monotonicMs < pause.untilMs) return state;
  events.push({ type: 'audio-on', cause: broken ? 'new-alarm' : 'time-up', by: consoleActor });
  return { ...state, pause: null };
}
