import type { Actor } from '../domain/actor.ts';
import { type Alarm, priorities } from '../domain/alarm.ts';
import { type AlarmLimitValues, initialLimits, type SiteLimits } from '../domain/alarm-limits.ts';
import { newSpells, type Spells } from './spells.ts';
import { newTrends, type Trends } from './trends.ts';

/** All that is wrong at one moment. Replaced by every step that changes anything, never changed in place. */
export interface AlarmState {
  /** Since when a condition holds, by slot, ms of session time. */
  readonly pending: ReadonlyMap<number, number>;
  /** Slots that have lasted their delay. */
  readonly due: ReadonlySet<number>;
  /** Those that are on, and high ones that are over but not yet acknowledged; most urgent first. */
  readonly shown: readonly Alarm[];
  /** What is remembered of each of `shown`, by id. */
  readonly notes: ReadonlyMap<string, Note>;
  /** When each identity was last over, ms of session time; the last minute of it. */
  readonly gone: ReadonlyMap<string, number>;
  /** Occurrences so far, for ids. */
  readonly count: number;
  /** In force; with what the run began and how far each may be changed is the site's. */
  readonly limits: AlarmLimitValues;
  readonly siteLimits: SiteLimits;
  readonly pause: AudioPause | null;
  readonly reminders: number;
  readonly trends: Trends;
  readonly spells: Spells;
}

export interface Note {
  /** It came back soon after it was over: it stays on until it has been away for long. */
  readonly flickers: boolean;
  /** Away since, while it stays on for flickering, ms of session time. */
  readonly awaySinceMs: number | null;
  /** Monotonic time of its acknowledgement or of the last reminder, ms. */
  readonly quietSinceMs: number | null;
  /** Of the session time since it was raised, how much nobody looked, ms. */
  readonly unwatchedMs: number;
}

export interface AudioPause {
  /** Monotonic, ms: pauses are a matter of people, whatever the pace of session time. */
  readonly untilMs: number;
  readonly by: Actor;
  /** Highest place in `priorities` among what was paused. */
  readonly level: number;
  /** Identities that were on when it began: their coming back is nothing new. */
  readonly known: ReadonlySet<string>;
}

/** With what the site has set of the limits. */
export const newAlarms = (limits: SiteLimits): AlarmState => ({
  pending: new Map(),
  due: new Set(),
  shown: [],
  notes: new Map(),
  gone: new Map(),
  count: 0,
  limits: initialLimits(limits),
  siteLimits: limits,
  pause: null,
  reminders: 0,
  trends: newTrends,
  spells: newSpells,
});

export const newNote: Note = {
  flickers: false,
  awaySinceMs: null,
  quietSinceMs: null,
  unwatchedMs: 0,
};

export const identity = (code: string, subject: string): string =>
  subject === '' ? code : `${code}:${subject}`;
export const identityOf = (alarm: Alarm): string => identity(alarm.code, alarm.subject);

export const isOn = (alarm: Alarm): boolean => alarm.clearedMs === null;
export const level = (alarm: Alarm): number => priorities.indexOf(alarm.priority);

/** High ones latch: they stay until a person has acknowledged them. What another explains leaves with its condition. */
export const stays = (alarm: Alarm): boolean =>
  isOn(alarm) || (alarm.priority === 'high' && alarm.acknowledgedMs === null && alarm.under === null);

/** Most urgent first, newest first among equals. */
export const inOrder = (alarms: readonly Alarm[]): Alarm[] =>
  [...alarms].sort((a, b) => level(b) - level(a) || b.raisedMs - a.raisedMs);
