import type { Alarm } from '../../domain/alarm.ts';
import type { LoggedAlarm } from './alarm-log.ts';

/** What one entry of the printed log tells: one occurrence, or many equal ones, and what they brought with them. */
export interface AlarmGroup {
  /** At least one, in the order they came. */
  readonly same: readonly [LoggedAlarm, ...LoggedAlarm[]];
  /** What they explain; nothing stands under these. */
  readonly under: readonly AlarmGroup[];
}

/** More equal occurrences than these share one entry: nobody reads a flood. */
const mostAlone = 3;

/** The log as entries, by the first occurrence of each; what another explains to the last stands under that one. */
export function alarmGroups(log: readonly LoggedAlarm[]): AlarmGroup[] {
  const byId = new Map(log.map((one) => [one.alarm.id, one]));
  const causeOf = (one: LoggedAlarm): LoggedAlarm => {
    const cause = one.under === null ? undefined : byId.get(one.under);
    return cause === undefined ? one : causeOf(cause);
  };
  const causes = new Map(log.map((one) => [one, causeOf(one)]));
  const roots = log.filter((one) => causes.get(one) === one);
  return entries(roots).map((same) => {
    const effects = log.filter((one) => !same.includes(one) && same.includes(causes.get(one) ?? one));
    return { same, under: entries(effects).map((inner) => ({ same: inner, under: [] })) };
  });
}

const kindOf = ({ code, subject, priority }: Alarm): string => `${code}:${subject}:${priority}`;

function entries(alarms: readonly LoggedAlarm[]): AlarmGroup['same'][] {
  const counts = new Map<string, number>();
  for (const { alarm } of alarms) counts.set(kindOf(alarm), (counts.get(kindOf(alarm)) ?? 0) + 1);
  const found = new Map<string, AlarmGroup['same']>();
  for (const one of alarms) {
    const kind = kindOf(one.alarm);
    const name = (counts.get(kind) ?? 0) > mostAlone ? kind : one.alarm.id;
    const before = found.get(name);
    found.set(name, before === undefined ? [one] : [...before, one]);
  }
  return [...found.values()];
}
