import type { Words } from './dictionary.ts';
import { alarm, alarmCalled } from './zh-alarms.ts';
import { selfTestDetail } from './zh-details.ts';
import { eventLine } from './zh-events.ts';
import * as names from './zh-names.ts';
import { problem } from './zh-problems.ts';
import { recoverRefusal, refusal, takeUpRefusal } from './zh-refusals.ts';
import { rescueEnd, rescueWhy } from './zh-rescue.ts';
import { bodySurfaceFormula, siteRefusal } from './zh-site.ts';

export const zh: Words = {
  language: 'zh-Hans',
  ...names,
  selfTestDetail,
  problem,
  refusal,
  siteRefusal,
  bodySurfaceFormula,
  takeUpRefusal,
  recoverRefusal,
  alarm,
  alarmCalled,
  eventLine,
  rescueWhy,
  rescueEnd,
};
