import type { Words } from './dictionary.ts';
import { circuitAlarms, temperatureAlarms } from './en-body-alarms.ts';
import { interlockAlarms } from './en-interlock-alarms.ts';
import { technicalAlarms } from './en-technical-alarms.ts';

export const alarm: Words['alarm'] = {
  ...temperatureAlarms,
  ...circuitAlarms,
  ...technicalAlarms,
  ...interlockAlarms,
};
