import type { Actor } from '../domain/actor.ts';
import { type Alarm, priorities } from '../domain/alarm.ts';
import type { Sound } from '../domain/alarm-event.ts';
import { type AlarmState, type AudioPause, identityOf, isOn, level } from './state.ts';

/** Longest audio pause, ms (practice of IEC 60601-1-8: at most 2 min, with a countdown). */
export const longestPauseMs = 120_000;

export const noSound: Sound = {
  state: 'none',
  priority: null,
  sinceMs: null,
  secondsLeft: 0,
  reminders: 0,
};

/** Sounds while it is on and, where it latches, after it is over: until a person has acknowledged it. */
export const sounds = (alarm: Alarm): boolean => alarm.acknowledgedMs === null && alarm.under === null;

/** What should sound now. */
export function soundOf(state: AlarmState, monotonicMs: number): Sound {
  const { reminders, pause } = state;
  const sounding = newest(state.shown.filter(sounds));
  if (pause !== null) {
    const secondsLeft = Math.max(0, Math.ceil((pause.untilMs - monotonicMs) / 1000));
    return { state: 'paused', ...sounding, secondsLeft, reminders };
  }
  if (sounding.priority !== null) return { state: 'sounding', ...sounding, secondsLeft: 0, reminders };
  const quiet = newest(state.shown.filter((alarm) => alarm.under === null));
  const rest = quiet.priority === null ? 'none' : 'acknowledged';
  return { state: rest, ...quiet, secondsLeft: 0, reminders };
}

/** Highest priority among them, and when the newest of it began. */
function newest(alarms: readonly Alarm[]): Pick<Sound, 'priority' | 'sinceMs'> {
  const priority = priorities[Math.max(-1, ...alarms.map(level))];
  if (priority === undefined) return { priority: null, sinceMs: null };
  const begun = alarms
    .filter((alarm) => alarm.priority === priority)
    .map(({ raisedMs, escalatedMs }) => escalatedMs ?? raisedMs);
  return { priority, sinceMs: Math.max(...begun) };
}

/** The pause of what sounds now. What is on, sounding or not, is known. */
export function newPause(state: AlarmState, by: Actor, monotonicMs: number): AudioPause {
  return {
    untilMs: monotonicMs + longestPauseMs,
    by,
    level: Math.max(-1, ...state.shown.filter(sounds).map(level)),
    known: new Set(state.shown.filter(isOn).map(identityOf)),
  };
}

/**
 * A pause is for what was heard: anything more urgent than that ends it, known or not; so does a high one that was
 * not on when the pause began, and one that became high since.
 */
export function breaksThrough(pause: AudioPause, alarm: Alarm, escalated: boolean): boolean {
  if (!sounds(alarm)) return false;
  const isNew = escalated || !pause.known.has(identityOf(alarm));
  return level(alarm) > pause.level || (alarm.priority === 'high' && isNew);
}
