import { presetFields } from './preset-fields.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ofPreset = new Set([
  ...Object.keys(presetFields).map((field) => field.split('.')[0] ?? field),
  'rinses',
  'additions',
  'basedOn',
]);
const ofRinses = new Set(['count', 'volumeMl']);
const ofAddition = new Set(['atMinutes', 'label']);
const ofBasis = new Set(['name', 'version', 'by', 'changes']);
const ofChange = new Set(['field', 'from', 'to']);

/** Fields that no preset has, at every depth, each by its place: a typo is not left out silently. */
export function unknownFields(draft: Json): string[] {
  const { rinses, additions, basedOn } = draft;
  return [
    ...strangers(draft, ofPreset, ''),
    ...strangers(rinses, ofRinses, 'rinses.'),
    ...strangersInEach(additions, ofAddition, 'additions'),
    ...strangers(basedOn, ofBasis, 'basedOn.'),
    ...(isObject(basedOn) ? strangersInEach(basedOn.changes, ofChange, 'basedOn.changes') : []),
  ];
}

const strangers = (value: unknown, known: ReadonlySet<string>, where: string): string[] =>
  isObject(value)
    ? Object.keys(value)
        .filter((key) => !known.has(key))
        .map((key) => `${where}${key}`)
    : [];

const strangersInEach = (list: unknown, known: ReadonlySet<string>, where: string): string[] =>
  Array.isArray(list) ? list.flatMap((one, at) => strangers(one, known, `${where}[${at + 1}].`)) : [];
