import type { Words } from './dictionary.ts';
import { accessProblem } from './zh-access.ts';
import { alarm, alarmCalled } from './zh-alarms.ts';
import * as caseWords from './zh-case.ts';
import { selfTestDetail } from './zh-details.ts';
import { eventLine } from './zh-events.ts';
import * as names from './zh-names.ts';
import { problem, siteProblem } from './zh-problems.ts';
import { recoverRefusal, refusal, takeUpRefusal } from './zh-refusals.ts';
import { rescueEnd, rescueWhy } from './zh-rescue.ts';
import { bodySurfaceFormula, siteRefusal } from './zh-site.ts';
import { siteKey } from './zh-site-keys.ts';

export const zh: Words = {
  language: 'zh-Hans',
  spoken: 'zh',
  teamIn: (setting) =>
    setting === 'percutaneous'
      ? { perfusionist: '操作者', surgeon: '主管医师' }
      : { perfusionist: '灌注师', surgeon: '手术医师' },
  ...names,
  ...caseWords,
  selfTestDetail,
  problem,
  refusal,
  siteRefusal,
  accessProblem,
  bodySurfaceFormula,
  siteKey,
  siteProblem,
  takeUpRefusal,
  recoverRefusal,
  alarm,
  alarmCalled,
  eventLine,
  rescueWhy,
  rescueEnd,
};
