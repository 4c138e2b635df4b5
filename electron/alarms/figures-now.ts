import type { Signals } from './signals.ts';
import { type AlarmState, isOn } from './state.ts';
import { figuresOf, pastOf, type Slot, slots } from './watch.ts';

/** Value and limit as they are now, of every alarm that is on; the limit that is broken, where one is. */
export function figuresNow(
  state: AlarmState,
  signals: Signals,
  nowMs: number,
): { id: string; value: number | null; limit: number | null }[] {
  const { shown, due, limits } = state;
  const past = pastOf(state, nowMs);
  const broken = [...due].map((at) => slots[at] as Slot);
  return shown.filter(isOn).flatMap(({ id, code, subject }) => {
    const ofCode = [...broken, ...slots].filter(({ condition }) => condition.code === code);
    for (const slot of ofCode) {
      const { subject: about, ...figures } = figuresOf(slot, signals, past, limits);
      if (about === subject) return [{ id, ...figures }];
    }
    return [];
  });
}
