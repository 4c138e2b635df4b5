import type { Signals } from './signals.ts';
import { type AlarmState, isOn } from './state.ts';
import { figuresOf, type Slot, slots } from './watch.ts';

/** Value and limit as they are now, of every alarm that is on; the limit that is broken, where one is. */
export function figuresNow(
  { shown, due, limits, trends }: AlarmState,
  signals: Signals,
): { id: string; value: number | null; limit: number | null }[] {
  const broken = [...due].map((at) => slots[at] as Slot);
  return shown.filter(isOn).flatMap(({ id, code, subject }) => {
    const ofCode = [...broken, ...slots].filter(({ condition }) => condition.code === code);
    for (const slot of ofCode) {
      const { subject: about, ...figures } = figuresOf(slot, signals, trends.outlook, limits);
      if (about === subject) return [{ id, ...figures }];
    }
    return [];
  });
}
