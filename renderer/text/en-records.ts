/** What is recorded of a run: drugs, carrier, vital signs, the time-out. */
import { number, withUnit, en as words } from '../../electron/contract/text.ts';
import type { DrugEntry, Patient, TreatmentCase } from '../../electron/contract/words.ts';
import { asSet } from './format.ts';

const amounts = ({ doseMg, volumeMl, diluent }: DrugEntry): string[] => [
  ...(doseMg === null ? [] : [`${number(doseMg, decimalsOf(doseMg))} mg`]),
  ...(volumeMl === null ? [] : [withUnit(volumeMl, 'ml')]),
  ...(diluent === '' ? [] : [diluent]),
];
/** As many as were entered. */
const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

const whole = (entry: DrugEntry): string => [entry.name, ...amounts(entry)].join(', ');

/** A drug as the team enters it. */
export const drug = {
  field: {
    name: 'Drug',
    doseMg: 'Dose, mg',
    volumeMl: 'Volume, mL',
    diluent: 'Diluent',
    lot: 'Lot',
    expiry: 'Expiry',
    preparedBy: 'Prepared by',
  } satisfies Readonly<Record<keyof DrugEntry, string>>,
  expiryHint: 'YYYY-MM-DD',
  range: (low: number, high: number) => `${number(low)} to ${number(high)}, or blank`,
  noDate: 'YYYY-MM-DD, or blank',
  amounts: (entry: DrugEntry) => amounts(entry).join(', '),
  whole,
  planned: (entry: DrugEntry) => `Planned: ${whole(entry)}`,
  noneNamed: 'the name is missing',
  computed: 'computed',
  perM2: (value: number, areaM2: number, formula: string) =>
    `${number(value, 1)} mg/m² (${number(areaM2, 2)} m², ${formula})`,
  perLitre: (value: number, inCavityMl: number) =>
    `${number(value, 1)} mg/L in the ${withUnit(Math.round(inCavityMl), 'ml')} in the cavity now`,
  noPerM2: '--- mg/m²: height or weight is not known',
  noPerLitre: '--- mg/L: no volume is known in the cavity now',
};

/** What is pumped. */
export const carrier = {
  open: 'Record carrier',
  ask: 'what is pumped',
  title: 'Carrier used: what is pumped, as it was hung',
  name: 'Carrier',
  volume: 'Volume hung, mL',
  outside: (low: number, high: number) => `${number(low)} to ${number(high)} mL`,
  recorded: (name: string, volumeMl: number) => `Recorded: ${name}, ${withUnit(volumeMl, 'ml')}`,
};

/** Vital signs and findings of the site's list. */
export const vitals = {
  title: 'Vital signs',
  choose: 'Touch a sign, then its value.',
  none: 'The site lists no vital signs.',
  value: (value: string, unit: string) => `${value} ${unit}`.trim(),
  never: 'none yet',
  ago: (minutes: number) => (minutes === 0 ? 'just now' : `${number(minutes)} min ago`),
  due: 'due',
  outside: (low: string, high: string, unit: string) => `a number from ${low} to ${high} ${unit}`.trim(),
  decimals: (most: number) => (most === 0 ? 'a whole number' : `at most ${most} decimal`),
  enter: 'Enter',
  back: 'Delete',
};

/** The menu of what is recorded once. */
export const more = { title: 'More to record' };

const alone = 'not said';
const shown = (text: string): string => (text.trim() === '' ? alone : text);

/** Who or what, and what is said of it. */
export const told = (what: string, said: string): string => `${what}: ${said}`;

/** Read aloud to the team before heat. */
export const timeOut = {
  open: 'Time-out',
  ask: 'read aloud to the team, before heat',
  title: 'Time-out: read aloud to the team',
  confirm: 'Time-out read',
  names: 'Two people stand for it',
  needsNames: 'two names',
  readBy: (names: readonly [string, string]) => `Read, with ${names[0]} and ${names[1]}`,
  patient: 'Patient',
  born: (date: string) => `born ${date}`,
  number: (text: string) => `No. ${text}`,
  allergies: 'Allergies',
  allergyText: ({ answer, text }: Patient['allergies']): string => {
    if (answer === 'none-known') return words.allergyAnswer['none-known'];
    return text === '' ? (answer === null ? alone : words.allergyAnswer[answer]) : text;
  },
  procedure: 'Procedure',
  procedureText: shown,
  side: (side: TreatmentCase['side'], cavity: TreatmentCase['cavity']) =>
    side === 'not-applicable'
      ? words.cavity[cavity]
      : `${words.cavity[cavity]}, ${words.side[side].toLowerCase()}`,
  site: 'Site and side',
  session: (count: number, of: number | null) =>
    of === null ? `Session ${count}` : `Session ${count} of ${of}`,
  plan: 'Plan',
  headline: (celsius: number, minutes: number) => `${asSet(celsius)} °C for ${number(minutes)} min`,
  flow: 'Volume and flow',
  flowText: (fillMl: number, mlPerMin: number) =>
    `${withUnit(fillMl, 'ml')} in the cavity, ${number(mlPerMin)} mL/min`,
  dwellText: (fillMl: number) => `${withUnit(fillMl, 'ml')} in the cavity, no circulation`,
  rinses: (count: number, volumeMl: number) =>
    count === 0 ? 'no rinse' : `${number(count)} × ${withUnit(volumeMl, 'ml')} rinse`,
  drugs: 'Planned drugs',
  atMinute: (minutes: number) => `${number(minutes)} min: `,
  noDrugs: 'none entered',
  others: 'Other treatments',
  noOthers: 'none entered',
  places: 'Catheters and probes',
  people: 'People',
  prescriber: 'Prescriber',
  anaesthetist: 'Anaesthetist',
};

/** Where catheters and probes lie. */
export const places = {
  title: 'Catheters and probes',
  catheter: (count: number, direction: string, frenchSize: number | null) =>
    `Catheter ${count}, ${direction.toLowerCase()}${frenchSize === null ? '' : `, ${number(frenchSize)} Fr`}`,
  core: 'Core',
  notSaid: 'place not said',
};
