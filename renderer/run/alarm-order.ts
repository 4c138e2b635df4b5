import { type Alarm, priorities } from '../../electron/contract/words.ts';

const rank = (alarm: Alarm): number => priorities.indexOf(alarm.priority);
/** One that became more urgent is as new as that. */
const begunMs = ({ escalatedMs, raisedMs }: Alarm): number => escalatedMs ?? raisedMs;

/**
 * Most urgent first, so that the banner always tells the highest priority there is; within a priority those nobody
 * has acknowledged, then those still present, then the newest.
 */
export function inOrder(alarms: readonly Alarm[]): Alarm[] {
  return [...alarms].sort(
    (a, b) =>
      rank(b) - rank(a) ||
      Number(a.acknowledgedMs !== null) - Number(b.acknowledgedMs !== null) ||
      Number(a.clearedMs !== null) - Number(b.clearedMs !== null) ||
      begunMs(b) - begunMs(a),
  );
}

/** An alarm that is told for itself, and what it brings with it: that is never told beside it. */
export interface Cause {
  readonly alarm: Alarm;
  readonly effects: readonly Alarm[];
}

/** Most urgent first; what stands under another alarm goes with that one. */
export function byCause(alarms: readonly Alarm[]): Cause[] {
  const ids = new Set(alarms.map(({ id }) => id));
  return inOrder(alarms.filter(({ under }) => under === null || !ids.has(under))).map((alarm) => ({
    alarm,
    effects: inOrder(alarms.filter(({ under }) => under === alarm.id)),
  }));
}

/** Alarms that are over and are not shown any more; the one that was over last comes first. */
export function pastAlarms(history: readonly Alarm[], current: readonly Alarm[]): Alarm[] {
  const shown = new Set(current.map(({ id }) => id));
  return history
    .filter(({ id, clearedMs }) => clearedMs !== null && !shown.has(id))
    .sort((a, b) => (b.clearedMs ?? 0) - (a.clearedMs ?? 0));
}

/** The figure on the screen that an alarm is about. */
export type Place =
  | 'T1'
  | 'T2'
  | 'T3'
  | 'T4'
  | 'control'
  | 'core'
  | 'flow'
  | 'inflow-line'
  | 'cavity-pressure'
  | 'heater'
  | 'volume'
  | 'time';

const isProbe = (subject: string): subject is 'T1' | 'T2' | 'T3' | 'T4' => /^T[1-4]$/.test(subject);

export function placeOf({ code, subject }: Pick<Alarm, 'code' | 'subject'>): Place | null {
  if (isProbe(subject)) return subject;
  if (code.startsWith('control-temperature')) return 'control';
  if (code.startsWith('inflow-line-pressure')) return 'inflow-line';
  if (code.startsWith('inflow')) return 'T1';
  if (code.startsWith('core')) return 'core';
  if (code.startsWith('flow') || code === 'no-flow-with-heater' || code === 'pump-on-while-off')
    return 'flow';
  if (code.startsWith('cavity-pressure')) return 'cavity-pressure';
  if (code.startsWith('cavity-volume')) return 'volume';
  if (code === 'heater-on-while-off') return 'heater';
  if (code === 'treatment-beyond-plan') return 'time';
  return null;
}

/** The most urgent present alarm at each figure. */
export function alarmsAt(alarms: readonly Alarm[]): ReadonlyMap<Place, Alarm> {
  const found = new Map<Place, Alarm>();
  for (const alarm of inOrder(alarms.filter((one) => one.clearedMs === null))) {
    const place = placeOf(alarm);
    if (place !== null && !found.has(place)) found.set(place, alarm);
  }
  return found;
}
