import type { RunView } from '../../electron/contract/view.ts';
import type { Alarm, AlarmKind, Priority } from '../../electron/contract/words.ts';

/** `latched`: over, and shown until a person has acknowledged it. */
export type Presence = 'on' | 'latched' | 'over';

export interface Occurrence {
  readonly alarm: Alarm;
  readonly presence: Presence;
  /** The alarm that explains it, where that one is in the list; it stands below that one. */
  readonly cause: Alarm | null;
}

/** Every occurrence once, newest first; what another explains follows that one. */
export function occurrences({ alarms, alarmSystem }: Pick<RunView, 'alarms' | 'alarmSystem'>): Occurrence[] {
  const shown = new Set(alarms.map(({ id }) => id));
  const remembered = new Map(alarmSystem.history.map((alarm) => [alarm.id, alarm]));
  // One that has been on for very long may have left the last 200.
  for (const alarm of alarms) if (!remembered.has(alarm.id)) remembered.set(alarm.id, alarm);
  const newest = [...remembered.values()].sort((a, b) => b.raisedMs - a.raisedMs);
  const causeOf = (alarm: Alarm): Alarm | null => {
    const cause = alarm.under === null ? undefined : remembered.get(alarm.under);
    return cause === undefined || cause === alarm || cause.under !== null ? null : cause;
  };
  const told = (alarm: Alarm): Occurrence => ({
    alarm,
    presence: alarm.clearedMs === null ? 'on' : shown.has(alarm.id) ? 'latched' : 'over',
    cause: causeOf(alarm),
  });
  const all = newest.map(told);
  return all
    .filter(({ cause }) => cause === null)
    .flatMap((top) => [top, ...all.filter(({ cause }) => cause === top.alarm)]);
}

/** What is looked at; `null` and `false`: everything. */
export interface HistoryFilter {
  readonly priority: Priority | null;
  readonly kind: AlarmKind | null;
  readonly onlyOn: boolean;
}
export const noFilter: HistoryFilter = { priority: null, kind: null, onlyOn: false };

export const passes =
  ({ priority, kind, onlyOn }: HistoryFilter) =>
  ({ alarm, presence }: Occurrence): boolean =>
    (priority === null || alarm.priority === priority) &&
    (kind === null || alarm.kind === kind) &&
    (!onlyOn || presence === 'on');

/** How many the list would hold with these changes to the filter. */
export const countWith = (
  all: readonly Occurrence[],
  filter: HistoryFilter,
  changes: Partial<HistoryFilter>,
): number => all.filter(passes({ ...filter, ...changes })).length;
