import type { Summary } from '../summary.ts';

/** Fields of `summary.json` that people enter, and so can enter late or correct; `*` stands for a place in a list, from 0. */
export const enteredKeys = [
  'case.patient.familyName',
  'case.patient.givenName',
  'case.patient.birthDate',
  'case.patient.identifiers.*.value',
  'case.patient.visitNumber',
  'case.patient.heightCm',
  'case.patient.weightKg',
  'case.patient.allergies.text',
  'case.diagnosis',
  'case.indication',
  'case.procedure',
  'case.bodyTemperatureBeforeCelsius',
  'case.coreSite',
  'case.disposablesLot',
  'case.disposablesExpiry',
  'team.prescriber',
  'team.surgeon',
  'team.anaesthetist',
  'team.perfusionist',
  'site.hospital',
  'site.department',
  'timeOut',
  'probePlaces.*.place',
  'catheters',
  'catheters.*.place',
  'catheters.*.frenchSize',
  'carrier.name',
  'carrier.volumeMl',
  'drugs.given',
  'drugs.given.*.name',
  'drugs.given.*.doseMg',
  'drugs.given.*.volumeMl',
  'drugs.given.*.diluent',
  'drugs.given.*.lot',
  'drugs.given.*.expiry',
  'readings.*.value',
  'vitals.*.value',
  'notes.*.text',
  'volumes.beforeMl',
  'volumes.drainMeasuredMl',
] as const;
export type EnteredKey = (typeof enteredKeys)[number];

export interface EnteredField {
  /** Its path in `summary.json`, as `drugs.given.0.lot`. */
  readonly field: string;
  readonly key: EnteredKey;
  /** As text, numbers in the unit of the field; `null`: there is none. */
  readonly value: string | null;
  /**
   * Minimal reporting of a treatment wants it: who, what, with which drug, fluid and access (AmSECT Standards and
   * Guidelines for Perfusion Practice, standard 3, record; our choice of fields).
   */
  readonly isWanted: boolean;
}

/** All that people entered or could have, in the order a document has it. */
export function enteredFields(summary: Summary): readonly EnteredField[] {
  const { catheters, probePlaces, drugs, carrier, timeOut, volumes, readings, vitals, notes } = summary;
  const drained = summary.phases.some(({ name }) => name === 'drain');
  return [
    ...caseFields(summary),
    ...teamFields(summary),
    timeOut === null ? wanted('timeOut', null) : other('timeOut', timeOut.names.join(', ')),
    ...probePlaces.flatMap(({ site, place }, at) =>
      site.startsWith('cavity') ? [wanted('probePlaces.*.place', place, at)] : [],
    ),
    ...(catheters.length === 0 ? [wanted('catheters', null)] : []),
    ...catheters.flatMap(({ place, frenchSize }, at) => [
      wanted('catheters.*.place', place, at),
      wanted('catheters.*.frenchSize', frenchSize, at),
    ]),
    wanted('carrier.name', carrier?.name ?? null),
    wanted('carrier.volumeMl', carrier?.volumeMl ?? null),
    ...(drugs.given.length === 0 && drugs.planned.length > 0 ? [wanted('drugs.given', null)] : []),
    ...drugs.given.flatMap(drugFields),
    ...readings.map(({ value }, at) => other('readings.*.value', value, at)),
    ...vitals.map(({ value }, at) => other('vitals.*.value', value, at)),
    ...notes.map(({ text }, at) => other('notes.*.text', text, at)),
    wanted('volumes.beforeMl', volumes.beforeMl),
    fieldOf('volumes.drainMeasuredMl', volumes.drainMeasuredMl, drained),
  ];
}

/** Paths in `summary.json` of what a record lacks that minimal reporting wants. */
export const missingOf = (summary: Summary): readonly string[] =>
  enteredFields(summary).flatMap(({ field, value, isWanted }) => (isWanted && value === null ? [field] : []));

function caseFields({ case: one }: Summary): EnteredField[] {
  const { patient } = one;
  return [
    wanted('case.patient.familyName', patient.familyName),
    other('case.patient.givenName', patient.givenName),
    wanted('case.patient.birthDate', patient.birthDate),
    ...patient.identifiers.map(({ value }, at) => wanted('case.patient.identifiers.*.value', value, at)),
    other('case.patient.visitNumber', patient.visitNumber),
    wanted('case.patient.heightCm', patient.heightCm),
    wanted('case.patient.weightKg', patient.weightKg),
    // "None known" is an answer, and has no text.
    fieldOf('case.patient.allergies.text', patient.allergies.text, patient.allergies.answer === null),
    wanted('case.diagnosis', one.diagnosis),
    wanted('case.indication', one.indication),
    wanted('case.procedure', one.procedure),
    wanted('case.bodyTemperatureBeforeCelsius', one.bodyTemperatureBeforeCelsius),
    wanted('case.coreSite', one.coreSite),
    wanted('case.disposablesLot', one.disposablesLot),
    wanted('case.disposablesExpiry', one.disposablesExpiry),
  ];
}

const teamFields = ({ team, site }: Summary): EnteredField[] => [
  wanted('team.prescriber', team.prescriber),
  wanted('team.surgeon', team.surgeon),
  other('team.anaesthetist', team.anaesthetist),
  wanted('team.perfusionist', team.perfusionist),
  wanted('site.hospital', site.hospital),
  other('site.department', site.department),
];

const drugFields = (
  { name, doseMg, volumeMl, diluent, lot, expiry }: Summary['drugs']['given'][number],
  at: number,
): EnteredField[] => [
  wanted('drugs.given.*.name', name, at),
  wanted('drugs.given.*.doseMg', doseMg, at),
  wanted('drugs.given.*.volumeMl', volumeMl, at),
  other('drugs.given.*.diluent', diluent, at),
  wanted('drugs.given.*.lot', lot, at),
  other('drugs.given.*.expiry', expiry, at),
];

function fieldOf(
  key: EnteredKey,
  value: string | number | null,
  isWanted: boolean,
  at: number | null = null,
): EnteredField {
  const text = value === null ? '' : String(value).trim();
  const field = at === null ? key : key.replace('*', String(at));
  return { field, key, value: text === '' ? null : text, isWanted };
}
const wanted = (key: EnteredKey, value: string | number | null, at: number | null = null): EnteredField =>
  fieldOf(key, value, true, at);
const other = (key: EnteredKey, value: string | number | null, at: number | null = null): EnteredField =>
  fieldOf(key, value, false, at);
