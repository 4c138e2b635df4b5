import { unitSymbol } from '../../electron/contract/text.ts';
import {
  type AlarmLimitName,
  alarmLimitNames,
  alarmLimits,
  bodySurfaceFormulas,
  fieldLimits,
  type SiteKey,
  siteBounds,
  vitalSignBounds,
} from '../../electron/contract/words.ts';

type Bounds = readonly [low: number, high: number];

/** What a value of the site is made of, so that one form can show and change each. */
export type Shape =
  | { readonly kind: 'text'; readonly most: number; readonly needed: boolean }
  /** `bounds` `null`: any number does. `orNone`: empty is none. */
  | {
      readonly kind: 'number';
      readonly unit: string;
      readonly bounds: Bounds | null;
      readonly whole: boolean;
      readonly orNone: boolean;
    }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'formula' }
  /** `orNone`: all of it can be none. */
  | { readonly kind: 'fields'; readonly of: Fields; readonly orNone: boolean }
  /** Each with an id besides. */
  | { readonly kind: 'lines'; readonly of: Fields }
  | { readonly kind: 'names' };
export type Fields = Readonly<Record<string, Shape>>;

const text = (most: number, needed = false): Shape => ({ kind: 'text', most, needed });
const number = (unit: string, bounds: Bounds | null, more: { whole?: true; orNone?: true } = {}): Shape => ({
  kind: 'number',
  unit,
  bounds,
  whole: more.whole === true,
  orNone: more.orNone === true,
});
const fields = (of: Fields, orNone = false): Shape => ({ kind: 'fields', of, orNone });
const yesNo: Shape = { kind: 'yes-no' };

/** YYYY-MM-DD */
const isoDateCharacters = 10;
const item = { en: text(fieldLimits.line, true), zh: text(fieldLimits.line, true) };
const lines = (more: Fields = {}): Shape => ({ kind: 'lines', of: { ...item, ...more } });
const byCavity = fields({ peritoneal: lines(), pleural: lines(), bladder: lines() });

function limit(name: AlarmLimitName): Shape {
  const { unit, lowest, highest } = alarmLimits[name];
  const one = number(unitSymbol(unit), [lowest, highest]);
  return fields({ initial: one, lowest: one, highest: one });
}
const limitShapes = Object.fromEntries(
  alarmLimitNames.map((name) => [`alarmLimits.${name}`, limit(name)]),
) as Record<`alarmLimits.${AlarmLimitName}`, Shape>;

const ceiling = number('mL/min', siteBounds.flowCeilingMlPerMin, { whole: true });

export const shapes: Readonly<Record<SiteKey, Shape>> = {
  ...limitShapes,
  name: text(fieldLimits.line, true),
  hospital: text(fieldLimits.line),
  department: text(fieldLimits.line),
  reportFolder: text(fieldLimits.folder),
  worklistFolder: text(fieldLimits.folder),
  lockAfterMinutes: number('min', siteBounds.lockAfterMinutes, { whole: true }),
  inflowLinePressureLimitMmHg: number('mmHg', siteBounds.inflowLinePressureLimitMmHg),
  flowCeilingMlPerMin: fields({
    'intra-operative': ceiling,
    'post-operative': ceiling,
    percutaneous: ceiling,
  }),
  leastWeightKg: number('kg', siteBounds.leastWeightKg),
  leastFillVolumeMl: number('mL', siteBounds.leastFillVolumeMl, { whole: true }),
  bodySurfaceFormula: { kind: 'formula' },
  coreHold: fields(
    {
      celsius: number('°C', siteBounds.coreHoldCelsius),
      seconds: number('s', siteBounds.coreHoldSeconds),
    },
    true,
  ),
  calibrationIntervalMonths: number('months', siteBounds.calibrationIntervalMonths, { whole: true }),
  flowMeterCalibration: fields(
    {
      on: text(isoDateCharacters, true),
      by: text(fieldLimits.name, true),
      rigSerialNumber: text(fieldLimits.line, true),
    },
    true,
  ),
  circuitVolumeMl: number('mL', siteBounds.circuitVolumeMl, { whole: true }),
  reservoirRestMl: number('mL', siteBounds.reservoirRestMl, { whole: true }),
  openCavityHighSeconds: number('s', siteBounds.openCavityHighSeconds),
  twoCheckersForEachAddition: yesNo,
  twoPeopleStartHeat: yesNo,
  twoPeopleRecordDrugs: yesNo,
  reviewSignature: yesNo,
  'lists.checklist': lines({ mustBeDone: yesNo, needsSound: yesNo }),
  'lists.contraindications': lines(),
  'lists.indications': lines(),
  'lists.catheterPlaces': byCavity,
  'lists.probePlaces': byCavity,
  'lists.vitalSigns': lines({
    unit: text(vitalSignBounds.unitCharacters),
    lowest: number('', null),
    highest: number('', null),
    decimals: number('', vitalSignBounds.decimals, { whole: true }),
    everyMinutes: number('min', vitalSignBounds.everyMinutes, { orNone: true }),
  }),
  'lists.drugNames': { kind: 'names' },
};

export const formulas = bodySurfaceFormulas;

/** What stands together on the screen, in the order of the table of docs/site.md. */
export const groups = {
  hospital: ['name', 'hospital', 'department', 'reportFolder', 'worklistFolder', 'lockAfterMinutes'],
  limits: alarmLimitNames.map((name) => `alarmLimits.${name}` as const),
  rules: [
    'inflowLinePressureLimitMmHg',
    'flowCeilingMlPerMin',
    'leastWeightKg',
    'leastFillVolumeMl',
    'bodySurfaceFormula',
    'coreHold',
    'calibrationIntervalMonths',
    'flowMeterCalibration',
    'circuitVolumeMl',
    'reservoirRestMl',
    'openCavityHighSeconds',
    'twoCheckersForEachAddition',
    'twoPeopleStartHeat',
    'twoPeopleRecordDrugs',
    'reviewSignature',
  ],
  lists: [
    'lists.checklist',
    'lists.contraindications',
    'lists.indications',
    'lists.catheterPlaces',
    'lists.probePlaces',
    'lists.vitalSigns',
    'lists.drugNames',
  ],
} as const satisfies Record<string, readonly SiteKey[]>;
export type Group = keyof typeof groups;
