import type { AlarmFigures } from '../../electron/contract/view.ts';
import type { Alarm } from '../../electron/contract/words.ts';

/** An alarm that is on, with value and limit as they are now: what a headline says has to be true when it is read. */
export function alarmNow(alarm: Alarm, figures: readonly AlarmFigures[]): Alarm {
  const now = figures.find(({ id }) => id === alarm.id);
  if (now === undefined || now.value === null || alarm.clearedMs !== null) return alarm;
  return { ...alarm, value: now.value, limit: now.limit ?? alarm.limit };
}
