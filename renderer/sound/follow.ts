import type { Priority, Sound } from '../../electron/contract/words.ts';
import { priorities } from '../../electron/contract/words.ts';
import { lengthOf } from './burst-plan.ts';
import { bursts } from './bursts.ts';

/** What was played last, on the clock of the audio output. */
export interface Played {
  readonly priority: Priority | null;
  readonly endSeconds: number;
  /** Newest alarm it was played for. */
  readonly sinceMs: number | null;
  /** Reminders told so far. */
  readonly reminders: number;
  /** It was played to remind: it is heard to its end though all is acknowledged. */
  readonly reminds: boolean;
}

export const nothingPlayed: Played = {
  priority: null,
  endSeconds: 0,
  sinceMs: null,
  reminders: 0,
  reminds: false,
};

export interface Order {
  readonly stop: boolean;
  readonly play: Priority | null;
  readonly played: Played;
}

/**
 * What is to begin or to end now. A burst once begun is heard to its end, unless a more urgent one comes, a person
 * pauses the audio or acknowledges.
 */
export function follow(played: Played, sound: Sound, nowSeconds: number): Order {
  const going = played.priority !== null && nowSeconds < played.endSeconds;
  switch (sound.state) {
    case 'none':
      return { stop: false, play: null, played: { ...played, reminders: sound.reminders } };
    case 'paused':
      return { stop: going, play: null, played: { ...stopped(played, going, nowSeconds), sinceMs: null } };
    case 'acknowledged':
      if (sound.reminders > played.reminders) return begin(sound, nowSeconds, false);
      if (played.reminds) return { stop: false, play: null, played };
      return { stop: going, play: null, played: stopped(played, going, nowSeconds) };
    case 'sounding':
      return followSounding(played, sound, nowSeconds, going);
  }
}

function followSounding(played: Played, sound: Sound, nowSeconds: number, going: boolean): Order {
  const more = level(sound.priority) > level(played.priority);
  const anew = played.priority !== sound.priority || played.sinceMs !== sound.sinceMs;
  const wait: Order = { stop: false, play: null, played };
  if (going) return more ? begin(sound, nowSeconds, true) : wait;
  if (anew) return begin(sound, nowSeconds, false);
  const { repeatSeconds } = bursts[sound.priority ?? 'low'];
  const due = repeatSeconds !== null && nowSeconds >= played.endSeconds + repeatSeconds;
  return due ? begin(sound, nowSeconds, false) : wait;
}

const level = (priority: Priority | null): number => (priority === null ? -1 : priorities.indexOf(priority));

function begin({ priority, sinceMs, reminders, state }: Sound, nowSeconds: number, stop: boolean): Order {
  if (priority === null) return { stop, play: null, played: { ...nothingPlayed, reminders } };
  const endSeconds = nowSeconds + lengthOf(bursts[priority]);
  return {
    stop,
    play: priority,
    played: { priority, endSeconds, sinceMs, reminders, reminds: state === 'acknowledged' },
  };
}

/** What is stopped is over now. */
const stopped = (played: Played, going: boolean, nowSeconds: number): Played =>
  going ? { ...played, endSeconds: nowSeconds } : played;
