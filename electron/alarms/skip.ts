import { newSpells } from './spells.ts';
import type { AlarmState } from './state.ts';
import { newTrends } from './trends.ts';

/**
 * A standstill of the console: session time leaps by `byMs` in which nobody looked. What lasts has not lasted longer
 * for it, so no delay matures by it and nothing becomes more urgent; where values lead is found anew.
 */
export function skipTime(state: AlarmState, byMs: number): AlarmState {
  const later = <Key>(times: ReadonlyMap<Key, number>): Map<Key, number> =>
    new Map([...times].map(([key, ms]) => [key, ms + byMs]));
  const notes = [...state.notes].map(
    ([id, note]) =>
      [
        id,
        {
          ...note,
          awaySinceMs: note.awaySinceMs === null ? null : note.awaySinceMs + byMs,
          unwatchedMs: note.unwatchedMs + byMs,
        },
      ] as const,
  );
  return {
    ...state,
    pending: later(state.pending),
    gone: later(state.gone),
    notes: new Map(notes),
    trends: newTrends,
    spells: newSpells,
  };
}

/** The same people, by a monotonic clock that is `aheadMs` ahead: pauses and reminders have as long to go as they had. */
export function onOtherClock(state: AlarmState, aheadMs: number): AlarmState {
  if (aheadMs === 0) return state;
  const { pause } = state;
  const notes = [...state.notes].map(
    ([id, note]) =>
      [
        id,
        { ...note, quietSinceMs: note.quietSinceMs === null ? null : note.quietSinceMs + aheadMs },
      ] as const,
  );
  return {
    ...state,
    notes: new Map(notes),
    pause: pause === null ? null : { ...pause, untilMs: pause.untilMs + aheadMs },
  };
}
