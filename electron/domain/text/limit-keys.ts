import { type AlarmLimitName, alarmLimitNames } from '../alarm-limits.ts';

type LimitKey = `alarmLimits.${AlarmLimitName}`;

/** Words for the key of each limit of an alarm. */
export const limitKeys = (words: (name: AlarmLimitName) => string): Readonly<Record<LimitKey, string>> =>
  Object.fromEntries(
    alarmLimitNames.map((name) => [`alarmLimits.${name}` satisfies LimitKey, words(name)]),
  ) as Record<LimitKey, string>;
