import { readAdditionSubject } from '../addition-subject.ts';
import { probeName, type Words } from './dictionary.ts';
import { circuitAlarms, temperatureAlarms } from './en-body-alarms.ts';
import { interlockAlarms } from './en-interlock-alarms.ts';
import * as names from './en-names.ts';
import { technicalAlarms } from './en-technical-alarms.ts';

export const alarm: Words['alarm'] = {
  ...temperatureAlarms,
  ...circuitAlarms,
  ...technicalAlarms,
  ...interlockAlarms,
};

export const alarmCalled: Words['alarmCalled'] = ({ code, subject }, placement) => {
  const about = probeName(names, subject, placement);
  const { name } = alarm[code];
  const addition = readAdditionSubject(subject);
  if (addition !== null) return `${name}: ${addition.number} of ${addition.of}, ${addition.label}`;
  return about === subject ? name : `${about}: ${name}`;
};
