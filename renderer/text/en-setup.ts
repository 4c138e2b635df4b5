import { number, en as words } from '../../electron/contract/text.ts';
import type { EnteredPreset, PresetTemplate, ReckonedFill } from '../../electron/contract/words.ts';
import type { ChosenField, EditedField, Hint } from '../setup/preset-form.ts';
import { entry } from './en-entry.ts';
import { asSet } from './format.ts';

export const setup = {
  product: 'ISOTHERM',
  notCleared: 'Not a cleared medical device',
  version: (text: string) => `Console ${text}`,
  sections: {
    patient: 'Patient',
    treatment: 'Treatment',
    protocol: 'Protocol',
    drugs: 'Drugs',
    placement: 'Placement',
    checks: 'Checks',
  },
  sectionDone: 'complete',
  sectionOpen: (count: number) => `${count} to do`,
  next: (section: string) => `Next: ${section}`,
  start: 'Start run',
  startCaption: 'the self-test tries pump and heater',
  starting: 'Starting…',
  cannotStart: (count: number) => (count === 1 ? '1 thing is missing' : `${count} things are missing`),
  missingHeading: 'Still missing',
  readyHeading: 'Check before you start',
  refused: 'The console did not start the run',
  noAnswer: 'The console did not answer. Try again; if it stays so, restart the console.',
};

const rulingClock = { 'in-band': 'minutes in band', elapsed: 'minutes elapsed' } as const;
const clockStart = {
  'in-band': 'in band',
  inflow: 'inflow at target',
  'first-drug': 'first drug',
} as const;

const starts = {
  'in-band': 'in band',
  inflow: 'with the inflow at target',
  'first-drug': 'with the first drug',
} as const;

/** `2 000 mL/m² × 1.79 m² (Du Bois 1916) = 3 580 mL` */
const fillText = ({ per, mlPer, of, fillVolumeMl }: ReckonedFill, formula: string): string => {
  const each = `${number(mlPer)} ${per === 'm2' ? 'mL/m²' : 'mL/kg'}`;
  if (of === null || fillVolumeMl === null) return each;
  const size = per === 'm2' ? `${number(of, 2)} m² (${formula})` : `${number(of, 1)} kg`;
  return `${each} × ${size} = ${number(fillVolumeMl)} mL`;
};

export const preset = {
  headline: (one: PresetTemplate) => `${asSet(one.targetCelsius)} °C × ${number(one.minutes)} min`,
  name: (one: PresetTemplate) => `${one.name} · version ${one.version}`,
  flow: (one: EnteredPreset) => `Flow ${number(one.flowMlPerMin)} mL/min`,
  /** `reckoned`: where the fill is by the body of the patient. */
  volume: (one: EnteredPreset, reckoned: ReckonedFill | null, formula: string) =>
    `Fill ${reckoned === null ? `${number(one.fillVolumeMl ?? 0)} mL` : fillText(reckoned, formula)}, largest ${number(one.largestCavityVolumeMl)} mL`,
  clock: (one: EnteredPreset) =>
    `Counts ${rulingClock[one.rulingClock]}, starts ${starts[one.clockStartsOn]}`,
  reservoir: (ml: number) => `Reservoir: ${number(ml)} mL or more`,
  fillDrain: (one: EnteredPreset) =>
    `Fill at ${number(one.fillFlowMlPerMin)}, drain at ${number(one.drainFlowMlPerMin)} mL/min`,
  rinses: (one: PresetTemplate) =>
    one.rinses.count === 0
      ? 'No rinse'
      : `Rinse ${number(one.rinses.count)} × ${number(one.rinses.volumeMl)} mL`,
  for: (one: PresetTemplate) => `${words.cavity[one.cavity]}, ${words.setting[one.setting].toLowerCase()}`,
  controlSite: (one: EnteredPreset) => `Controls the ${words.controlSite[one.controlSite].toLowerCase()}`,
  source: (one: PresetTemplate) => `Source: ${one.source}`,
  refused: 'Files refused',
  none: 'No preset was found in the presets folder.',
};

export const rig = {
  heading: 'Rig',
  none: 'No rig yet',
  port: (port: string) => (port === 'simulator' ? 'built-in simulated rig' : port),
  serial: (text: string) => `Serial number ${text}`,
  firmware: (text: string) => `Firmware ${text}`,
  timeScale: (scale: number) => `time ×${number(scale)}`,
  exchanges: (count: number) => `${number(count)} exchanges`,
  discarded: (count: number, share: string) => `${number(count)} discarded (${share} %)`,
  reconnects: (count: number) => `${number(count)} reconnects`,
  interlocks: 'Interlocks latched',
  problem: 'What is wrong and how to mend it',
};

/** Names of the fields of a preset, and their units. */
const presetFields: Readonly<Record<EditedField | 'additions', readonly [name: string, unit: string]>> = {
  targetCelsius: ['Target', '°C'],
  minutes: ['Time', 'min'],
  flowMlPerMin: ['Flow', 'mL/min'],
  fillVolumeMl: ['Fill volume', 'mL'],
  fillMlPerM2: ['Fill by surface', 'mL/m²'],
  fillMlPerKg: ['Fill by weight', 'mL/kg'],
  largestCavityVolumeMl: ['Largest volume', 'mL'],
  fillFlowMlPerMin: ['Fill flow', 'mL/min'],
  drainFlowMlPerMin: ['Drain flow', 'mL/min'],
  'rinses.count': ['Rinses', ''],
  'rinses.volumeMl': ['Rinse volume', 'mL'],
  carrier: ['Carrier', ''],
  mode: ['Mode', ''],
  controlSite: ['Controls the', ''],
  rulingClock: ['Counted in', ''],
  clockStartsOn: ['Clock starts on', ''],
  additions: ['Planned additions', ''],
};
const known = (field: string): field is keyof typeof presetFields => field in presetFields;

const names: Readonly<Record<ChosenField, Readonly<Record<string, string>>>> = {
  mode: words.treatmentMode,
  controlSite: words.controlSite,
  rulingClock,
  clockStartsOn: clockStart,
};
const chosenName = (field: string, value: string): string | undefined =>
  field in names ? names[field as ChosenField][value] : undefined;

function presetValue(field: string, value: string | number | null): string {
  if (value === null || value === '') return 'blank';
  if (typeof value === 'string') return chosenName(field, value) ?? value;
  const unit = known(field) ? presetFields[field][1] : '';
  return `${number(value, Number.isInteger(value) ? 0 : 1)}${unit === '' ? '' : ` ${unit}`}`;
}

/** A preset being changed. */
export const editor = {
  edit: 'Change values',
  editCaption: 'for this case, or to keep as a preset of the site',
  other: 'Other protocol',
  reset: 'Reset',
  blank: 'Flow and volumes are for the site to enter',
  siteEnters: 'site enters',
  none: 'none',
  changed: (count: number) => (count === 1 ? '1 change' : `${count} changes`),
  changes: (count: number) => (count === 1 ? '1 change' : `${count} changes`),
  field: Object.fromEntries(Object.entries(presetFields).map(([field, [name]]) => [field, name])) as Readonly<
    Record<EditedField, string>
  >,
  unit: (field: EditedField) => presetFields[field][1],
  nameOf: (field: string) => (known(field) ? presetFields[field][0] : field),
  value: (field: string, value: string) => presetValue(field, value),
  shown: presetValue,
  was: (value: string) => `was ${value === '' ? 'blank' : value}`,
  problem: (hint: Hint): string => {
    switch (hint.kind) {
      case 'range':
        return `from ${number(hint.low)} to ${number(hint.high, Number.isInteger(hint.high) ? 0 : 1)}`;
      case 'below-fill':
        return 'not below the fill volume';
      case 'one-fill':
        return 'as a volume, by surface or by weight: one of them';
      case 'additions':
        return 'each with a minute of the treatment time and a name';
      case 'ambiguous':
        return entry.ambiguous(hint.either);
      case 'text':
        return entry.text(hint.problem);
      case 'other':
        return hint.message;
    }
  },
  additions: 'Planned additions, as the team calls them; the console suggests none',
  minute: 'minute',
  label: 'what is added',
  additionMinute: (count: number) => `Minute of addition ${count}`,
  additionLabel: (count: number) => `Addition ${count}`,
  add: '+ Addition',
  remove: 'Remove',
  removeAddition: (count: number) => `Remove addition ${count}`,
  saveName: 'Name of the preset to keep',
  save: 'Keep as a preset of the site',
  saveCaption: 'as the next version of this name; nothing is written over',
  saved: (one: EnteredPreset) => `Kept: ${one.name}, version ${one.version}.`,
  notSaved: 'The console did not answer. The preset was not kept.',
};
