import type { Words } from './dictionary.ts';
import { alarm, alarmCalled } from './en-alarms.ts';
import { eventLine } from './en-events.ts';
import * as names from './en-names.ts';
import { recoverRefusal, refusal, takeUpRefusal } from './en-refusals.ts';
import { rescueEnd, rescueWhy } from './en-rescue.ts';

export const en: Words = {
  language: 'en',
  selfTestDetail: (detail) => detail,
  problem: (said) => said,
  ...names,
  refusal,
  takeUpRefusal,
  recoverRefusal,
  alarm,
  alarmCalled,
  eventLine,
  rescueWhy,
  rescueEnd,
};
