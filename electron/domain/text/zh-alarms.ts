import { readAdditionSubject } from '../addition-subject.ts';
import { probeName, type Words } from './dictionary.ts';
import { circuitAlarms, temperatureAlarms } from './zh-body-alarms.ts';
import { interlockAlarms } from './zh-interlock-alarms.ts';
import * as names from './zh-names.ts';
import { technicalAlarms } from './zh-technical-alarms.ts';

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
  if (addition !== null) return `${name}：第 ${addition.number}/${addition.of} 次，${addition.label}`;
  return about === subject ? name : `${about}：${name}`;
};
