import type { Alarm } from '../../electron/domain/alarm.ts';

/** An alarm that has just come, as `of` says and in everything else as plain as it can be. */
export const alarmOf = (of: Pick<Alarm, 'code' | 'priority'> & Partial<Alarm>): Alarm => ({
  id: `${of.code}#1`,
  subject: '',
  kind: 'physiological',
  unit: 'none',
  value: null,
  limit: null,
  worst: null,
  reaction: 'none',
  raisedMs: 0,
  escalatedMs: null,
  clearedMs: null,
  acknowledgedMs: null,
  acknowledgedBy: null,
  reminders: 0,
  under: null,
  ...of,
});
