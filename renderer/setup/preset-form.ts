import type { RigView, SetupView } from '../../electron/contract/view.ts';
import {
  type BodySize,
  type BodySurfaceFormula,
  clockStarts,
  controlSites,
  type EnteredPreset,
  type FieldProblem,
  type FieldRule,
  fieldLimits,
  fillsGiven,
  isComplete,
  type PresetChange,
  type PresetTemplate,
  presetBounds,
  presetChanges,
  presetFields,
  presetProblems,
  reckonedFill,
  rulingClocks,
  type TextProblem,
  targetBounds,
  textProblem,
  treatmentModes,
} from '../../electron/contract/words.ts';
import { ambiguous, asTyped, type NumberRule, typedNumber } from '../text/typed-number.ts';

/** What can be changed of a preset, in the order of the form. What it is for, and its source, come with the preset. */
export const editedFields = [
  'targetCelsius',
  'minutes',
  'flowMlPerMin',
  'fillVolumeMl',
  'fillMlPerM2',
  'fillMlPerKg',
  'largestCavityVolumeMl',
  'fillFlowMlPerMin',
  'drainFlowMlPerMin',
  'rinses.count',
  'rinses.volumeMl',
  'carrier',
  'mode',
  'controlSite',
  'rulingClock',
  'clockStartsOn',
] as const;
/** Those that are chosen, not typed. */
export const choices = {
  mode: treatmentModes,
  controlSite: controlSites,
  rulingClock: rulingClocks,
  clockStartsOn: clockStarts,
} as const;
export type ChosenField = keyof typeof choices;

const ruleOf = (field: string): FieldRule | undefined =>
  field in presetFields ? presetFields[field as keyof typeof presetFields] : undefined;

/** May be left empty, and is then none. */
export function mayBeNone(field: EditedField): boolean {
  const rule = ruleOf(field);
  return rule?.kind === 'number' && rule.none === true;
}
export type EditedField = (typeof editedFields)[number];
const wholeUnits: readonly string[] = ['mL', 'mL/min', 'mL/m²'];

/** By what a typed number is read; what it may be in this case is told by `hintOf`. */
export function numberRuleOf(field: EditedField): NumberRule {
  const rule = ruleOf(field);
  if (rule?.kind !== 'number') return { bounds: [0, presetBounds.fillVolumeMl[1]], whole: true };
  return { bounds: rule.bounds, whole: rule.whole === true || wholeUnits.includes(rule.unit) };
}
export const additionMinute: NumberRule = { bounds: [0, presetBounds.minutes[1]] };

export const isNumeric = (field: EditedField): boolean => field !== 'carrier' && !(field in choices);

/** A preset as it stands in the editor: values as typed, "" for a blank. */
export interface PresetForm {
  readonly values: Readonly<Record<EditedField, string>>;
  readonly additions: readonly TypedAddition[];
}
export interface TypedAddition {
  readonly atMinutes: string;
  readonly label: string;
}

const typed = (value: string | number | null): string => (typeof value === 'string' ? value : asTyped(value));

export function formOf(preset: PresetTemplate): PresetForm {
  const { rinses, additions, ...plain } = preset;
  const value = (field: EditedField): string => {
    if (field === 'rinses.count') return typed(rinses.count);
    if (field === 'rinses.volumeMl') return typed(rinses.volumeMl);
    return typed(plain[field]);
  };
  return {
    values: Object.fromEntries(editedFields.map((field) => [field, value(field)])) as PresetForm['values'],
    additions: additions.map(({ atMinutes, label }) => ({ atMinutes: typed(atMinutes), label })),
  };
}

/** The preset as the form has it; what is no number is NaN, what is blank `null`, and the rules find both. */
export function editedPreset(base: PresetTemplate, { values, additions }: PresetForm): PresetTemplate {
  const number = (field: EditedField) => typedNumber(values[field], numberRuleOf(field)) as number;
  return {
    ...base,
    targetCelsius: number('targetCelsius'),
    minutes: number('minutes'),
    flowMlPerMin: number('flowMlPerMin'),
    fillVolumeMl: number('fillVolumeMl'),
    fillMlPerM2: number('fillMlPerM2'),
    fillMlPerKg: number('fillMlPerKg'),
    largestCavityVolumeMl: number('largestCavityVolumeMl'),
    fillFlowMlPerMin: number('fillFlowMlPerMin'),
    drainFlowMlPerMin: number('drainFlowMlPerMin'),
    carrier: values.carrier.trim(),
    mode: values.mode as PresetTemplate['mode'],
    controlSite: values.controlSite as PresetTemplate['controlSite'],
    rulingClock: values.rulingClock as PresetTemplate['rulingClock'],
    clockStartsOn: values.clockStartsOn as PresetTemplate['clockStartsOn'],
    rinses: { count: number('rinses.count'), volumeMl: number('rinses.volumeMl') },
    additions: additions.map(({ atMinutes, label }) => ({
      atMinutes: typedNumber(atMinutes, additionMinute) as number,
      label: label.trim(),
    })),
  };
}

/** The protocol of a draft: what was chosen, what became of it, and what is wrong with it. */
export interface Chosen {
  readonly base: PresetTemplate;
  /** As it would be run; `null` while something is wrong. */
  readonly preset: EnteredPreset | null;
  readonly changes: readonly PresetChange[];
  /** As planned now, also while something is wrong: a minute that is no number is NaN. */
  readonly additions: PresetTemplate['additions'];
  readonly problems: readonly Hint[];
}

export function chosen(
  setup: Pick<SetupView, 'presets' | 'templates'>,
  { presetName, presetForm }: { readonly presetName: string; readonly presetForm: PresetForm | null },
  rig: RigView['identity'],
): Chosen | null {
  const base = [...setup.presets, ...setup.templates].find(({ name }) => name === presetName);
  if (base === undefined) return null;
  const now = presetForm === null ? base : editedPreset(base, presetForm);
  const problems = presetProblems(now, rig);
  return {
    base,
    preset: problems.length === 0 && isComplete(now) ? now : null,
    changes: presetForm === null ? [] : presetChanges(base, now),
    additions: now.additions,
    problems: problems.map((problem) => typingHint(problem.field, presetForm) ?? hintOf(problem, now, rig)),
  };
}

/** What the cavity is to be filled with, mL; `null` while that, or what it is reckoned from, is not known. */
export function plannedFillMl(
  preset: PresetTemplate,
  body: BodySize,
  formula: BodySurfaceFormula,
): number | null {
  return preset.fillVolumeMl ?? reckonedFill(preset, body, formula)?.fillVolumeMl ?? null;
}

/** What a start is asked with: `null` where the preset is run as it is. */
export const editedToStart = ({ preset, changes }: Chosen): EnteredPreset | null =>
  changes.length === 0 ? null : preset;

/** What is wrong with a field, so that every language can say it: its bounds here and now, or what else. */
export type Hint =
  | { readonly kind: 'range'; readonly field: string; readonly low: number; readonly high: number }
  | { readonly kind: 'below-fill' | 'one-fill' | 'additions'; readonly field: string }
  | { readonly kind: 'ambiguous'; readonly field: string; readonly either: readonly [number, number] }
  | { readonly kind: 'text'; readonly field: string; readonly problem: TextProblem }
  | { readonly kind: 'other'; readonly field: string; readonly message: string };

/** What is wrong with how a value is typed, whatever it would be: a text too long, a number that could be two. */
function typingHint(field: string, form: PresetForm | null): Hint | null {
  if (form === null) return null;
  const minutes = field === 'additions' ? form.additions.map(({ atMinutes }) => atMinutes) : [];
  const value = form.values[field as EditedField] ?? '';
  const either =
    minutes.map((typed) => ambiguous(typed, additionMinute)).find((one) => one !== null) ??
    (field in form.values ? ambiguous(value, numberRuleOf(field as EditedField)) : null);
  if (either !== null) return { kind: 'ambiguous', field, either };
  const texts = field === 'additions' ? form.additions.map(({ label }) => label) : [];
  if (field === 'carrier') texts.push(form.values.carrier);
  const problem = texts.map((text) => textProblem(text, fieldLimits.line)).find((one) => one !== null);
  return problem === undefined || problem === null ? null : { kind: 'text', field, problem };
}

/** `now`: the preset the problem was found in. Flows are bounded by the rig as well. */
export function hintOf(
  { field, message }: FieldProblem,
  now: PresetTemplate,
  rig: RigView['identity'],
): Hint {
  if (field === 'additions') return { kind: 'additions', field };
  const rule = ruleOf(field);
  if (field === 'rinses.volumeMl') {
    const [low, high] = presetBounds.fillVolumeMl;
    return { kind: 'range', field, low: now.rinses.count === 0 ? 0 : low, high };
  }
  if (rule?.kind !== 'number') return { kind: 'other', field, message };
  if (field === 'fillVolumeMl' && fillsGiven(now).length > 1) return { kind: 'one-fill', field };
  if (field === 'targetCelsius') {
    const [low, high] = targetBounds(now.controlSite);
    return { kind: 'range', field, low, high };
  }
  const low = Math.max(rule.bounds[0], rule.flow ? (rig?.lowestFlowMlPerMin ?? 0) : rule.bounds[0]);
  const high = Math.min(
    rule.bounds[1],
    rule.flow ? (rig?.highestFlowMlPerMin ?? rule.bounds[1]) : rule.bounds[1],
  );
  const { fillVolumeMl: fill, largestCavityVolumeMl: largest } = now;
  const below = field === 'largestCavityVolumeMl' && fill !== null && largest !== null && largest < fill;
  return below && largest >= low ? { kind: 'below-fill', field } : { kind: 'range', field, low, high };
}
