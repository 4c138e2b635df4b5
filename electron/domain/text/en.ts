import type { Words } from './dictionary.ts';
import { accessProblem } from './en-access.ts';
import { alarm, alarmCalled } from './en-alarms.ts';
import * as caseWords from './en-case.ts';
import { eventLine } from './en-events.ts';
import * as names from './en-names.ts';
import { recoverRefusal, refusal, takeUpRefusal } from './en-refusals.ts';
import { rescueEnd, rescueWhy } from './en-rescue.ts';
import { bodySurfaceFormula, siteRefusal } from './en-site.ts';
import { siteKey } from './en-site-keys.ts';

export const en: Words = {
  language: 'en',
  spoken: 'en',
  teamIn: (setting) =>
    setting === 'percutaneous'
      ? { perfusionist: 'Operator', surgeon: 'Doctor in charge' }
      : { perfusionist: 'Perfusionist', surgeon: 'Surgeon' },
  selfTestDetail: (detail) => detail,
  problem: (said) => said,
  ...names,
  ...caseWords,
  refusal,
  siteRefusal,
  accessProblem,
  bodySurfaceFormula,
  siteKey,
  siteProblem: (said) => said,
  takeUpRefusal,
  recoverRefusal,
  alarm,
  alarmCalled,
  eventLine,
  rescueWhy,
  rescueEnd,
};
