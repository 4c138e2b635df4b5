import { type AlarmLimitName, alarmLimitNames } from './alarm-limits.ts';
import type { Site } from './site.ts';

/** Rules of the site that stand alone; each limit of an alarm is one more. */
const rules = [
  'inflowLinePressureLimitMmHg',
  'flowCeilingMlPerMin',
  'leastWeightKg',
  'leastFillVolumeMl',
  'bodySurfaceFormula',
  'coreHold',
  'calibrationIntervalMonths',
  'circuitVolumeMl',
  'reservoirRestMl',
  'openCavityHighSeconds',
  'twoCheckersForEachAddition',
  'twoPeopleStartHeat',
  'twoPeopleRecordDrugs',
  'lists.checklist',
  'lists.contraindications',
  'lists.vitalSigns',
] as const;

export type SignOffKey = `alarmLimits.${AlarmLimitName}` | (typeof rules)[number];

/** All that a person signs for, as `signedOff` names it: `SignOffKey`s, and in a file any text. */
export const signOffKeys: readonly string[] = [
  ...alarmLimitNames.map((name) => `alarmLimits.${name}`),
  ...rules,
];

/** What nobody has signed for. */
export const notSignedOff = ({ signedOff }: Pick<Site, 'signedOff'>): string[] =>
  signOffKeys.filter((key) => signedOff[key] === undefined);
