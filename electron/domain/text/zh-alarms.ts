import type { Words } from './dictionary.ts';
import { circuitAlarms, temperatureAlarms } from './zh-body-alarms.ts';
import { interlockAlarms } from './zh-interlock-alarms.ts';
import { technicalAlarms } from './zh-technical-alarms.ts';

export const alarm: Words['alarm'] = {
  ...temperatureAlarms,
  ...circuitAlarms,
  ...technicalAlarms,
  ...interlockAlarms,
};
