import { type Alarm, type KeptEvent, type Priority, priorities } from '../../electron/contract/words.ts';

const rank = (alarm: Alarm): number => priorities.indexOf(alarm.priority);

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
      b.raisedMs - a.raisedMs,
  );
}

/** Alarms that are over and done with, as far as the last events tell; newest first. */
export function pastAlarms(events: readonly KeptEvent[], current: readonly Alarm[]): Alarm[] {
  const past = new Map<string, Alarm>();
  for (const { event } of events) {
    if (event.type === 'alarm-cleared' || event.type === 'alarm-acknowledged') {
      past.set(event.alarm.id, event.alarm);
    }
  }
  for (const { id } of current) past.delete(id);
  return [...past.values()]
    .filter((alarm) => alarm.clearedMs !== null)
    .sort((a, b) => b.raisedMs - a.raisedMs);
}

/** How many alarms of each priority, most urgent first, and whether one of them waits for acknowledgement. */
export interface PriorityCount {
  readonly priority: Priority;
  readonly count: number;
  readonly acknowledged: boolean;
}

export function perPriority(alarms: readonly Alarm[]): PriorityCount[] {
  return [...priorities].reverse().flatMap((priority) => {
    const those = alarms.filter((alarm) => alarm.priority === priority);
    const acknowledged = those.every((alarm) => alarm.acknowledgedMs !== null);
    return those.length === 0 ? [] : [{ priority, count: those.length, acknowledged }];
  });
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
  if (code.startsWith('flow') || code === 'no-flow-with-heater') return 'flow';
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
