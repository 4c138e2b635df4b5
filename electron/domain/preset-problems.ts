import { hasLostCharacter } from './field-limits.ts';
import type { EnteredPreset, PresetTemplate } from './preset.ts';
import { basisProblem } from './preset-basis.ts';
import {
  type FieldRule,
  labelLength,
  mostAdditions,
  presetBounds,
  presetFields,
  targetBounds,
} from './preset-fields.ts';
import { unknownFields } from './preset-keys.ts';
import type { RigIdentity } from './telemetry.ts';

/** What is wrong with one field: the value, the bound with its unit, and how to mend it. */
export interface FieldProblem {
  /** A field of `preset-fields.ts`, or the name of one that no preset has. */
  readonly field: string;
  readonly message: string;
}

/** Everything that keeps a preset from being run or saved; empty when nothing does. `rig`: `null` while none is known. */
export const presetProblems = (draft: unknown, rig: RigIdentity | null): FieldProblem[] => {
  const problems = problemsOf(draft, false);
  return problems.length > 0 || rig === null ? problems : rigProblems(draft as EnteredPreset, rig);
};

/** The same for a preset that may hold blanks for the site to enter. */
export const templateProblems = (draft: unknown): FieldProblem[] => problemsOf(draft, true);

/** All amounts are entered, the fill as a volume or by the body of the patient. */
export const isComplete = (preset: PresetTemplate): preset is EnteredPreset =>
  preset.flowMlPerMin !== null &&
  (preset.fillVolumeMl !== null || fillsByBody(preset)) &&
  preset.largestCavityVolumeMl !== null &&
  preset.fillFlowMlPerMin !== null &&
  preset.drainFlowMlPerMin !== null;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function problemsOf(draft: unknown, blanks: boolean): FieldProblem[] {
  if (!isObject(draft)) return [{ field: 'preset', message: `must be an object, but is ${shown(draft)}` }];
  const problems: FieldProblem[] = [];
  const add = (field: string, message: string | null): void => {
    if (message !== null) problems.push({ field, message });
  };
  for (const [field, rule] of Object.entries<FieldRule>(presetFields)) {
    const value = valueAt(draft, field);
    if (value === null && rule.kind === 'number' && mayBeNull(field, rule, draft, blanks)) continue;
    add(field, fieldProblem(field === 'targetCelsius' ? targetRule(draft) : rule, value));
  }
  add('rinses.volumeMl', rinseVolumeProblem(draft));
  add('fillVolumeMl', fillProblem(draft));
  add('largestCavityVolumeMl', largestProblem(draft));
  for (const message of additionProblems(draft)) add('additions', message);
  add('basedOn', basisProblem(draft.basedOn));
  for (const field of unknownFields(draft))
    add(field, 'no preset has this field: check its spelling, or take it out');
  return problems;
}

const byBody = ['fillMlPerM2', 'fillMlPerKg'] as const;
const fills = ['fillVolumeMl', ...byBody] as const;
/** The fields that give the fill: one is right. */
export const fillsGiven = (draft: Json | PresetTemplate): string[] =>
  fills.filter((field) => typeof draft[field] === 'number');
const fillsByBody = (draft: Json | PresetTemplate): boolean =>
  byBody.some((field) => typeof draft[field] === 'number');

/** What a site still enters, what may be none, and a fill that the body of the patient says. */
const mayBeNull = (
  field: string,
  rule: FieldRule & { kind: 'number' },
  draft: Json,
  blanks: boolean,
): boolean =>
  rule.none === true || (blanks && rule.blank === true) || (field === 'fillVolumeMl' && fillsByBody(draft));

/** A cavity, and what comes out of it, is heated less than the perfusate may be. */
const targetRule = ({ controlSite }: Json): FieldRule => ({
  ...presetFields.targetCelsius,
  bounds: targetBounds(controlSite),
});

/** One basis: two numbers for the same fill would have to be chosen from. */
function fillProblem(draft: Json): string | null {
  const given = fillsGiven(draft);
  return given.length > 1
    ? `the fill is given ${given.length} times (${given.join(', ')}): keep one and make the others null`
    : null;
}

function valueAt(draft: Json, field: string): unknown {
  const [top = '', inner] = field.split('.');
  const value = draft[top];
  if (inner === undefined) return value;
  return isObject(value) ? value[inner] : undefined;
}

function fieldProblem(rule: FieldRule, value: unknown): string | null {
  switch (rule.kind) {
    case 'number':
      return numberProblem(rule, value);
    case 'choice':
      if (typeof value === 'string' && rule.of.includes(value)) return null;
      return `${rule.what} must be one of ${rule.of.join(', ')}, but is ${shown(value)}: choose one of them`;
    case 'text': {
      const [low, high] = rule.length;
      if (typeof value !== 'string') return `${rule.what} must be a text, but is ${shown(value)}: write one`;
      const length = value.trim().length;
      if (length < low) return `${rule.what} is blank: write at least ${low} character`;
      if (length > high) return `${rule.what} has ${length} characters, at most ${high} are kept: shorten it`;
      return hasLostCharacter(value)
        ? `${rule.what} holds a character that was lost (�): write it again`
        : null;
    }
  }
}

function numberProblem(rule: FieldRule & { kind: 'number' }, value: unknown): string | null {
  const { what, unit, bounds } = rule;
  const [low, high] = bounds;
  const of = unit === '' ? '' : ` ${unit}`;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    const kind = unit === '' ? 'a whole number' : `a number in ${unit}`;
    return `${what} must be ${kind}, but is ${shown(value)}: enter one between ${low} and ${high}`;
  }
  if (value < low || value > high) {
    return `${what} must lie between ${low} and ${high}${of}, but is ${value}${of}: enter a value in that range`;
  }
  return rule.whole && !Number.isInteger(value)
    ? `${what} must be a whole number, but is ${value}: round it`
    : null;
}

function rinseVolumeProblem(draft: Json): string | null {
  const count = valueAt(draft, 'rinses.count');
  const bounds = count === 0 ? ([0, presetBounds.fillVolumeMl[1]] as const) : presetBounds.fillVolumeMl;
  return numberProblem(
    { kind: 'number', what: 'rinse volume', unit: 'mL', bounds },
    valueAt(draft, 'rinses.volumeMl'),
  );
}

function largestProblem({ fillVolumeMl: fill, largestCavityVolumeMl: largest }: Json): string | null {
  if (typeof fill !== 'number' || typeof largest !== 'number' || largest >= fill) return null;
  return `largest cavity volume is below the fill volume (${largest} of ${fill} mL): raise it or fill less`;
}

function additionProblems({ additions, minutes }: Json): string[] {
  if (!Array.isArray(additions)) return [`planned additions must be a list, but are ${shown(additions)}`];
  if (additions.length > mostAdditions)
    return [`${additions.length} additions are planned, at most ${mostAdditions} are kept: take some out`];
  const last = typeof minutes === 'number' ? minutes : presetBounds.minutes[1];
  return additions.flatMap((addition, index) => {
    const which = `addition ${index + 1}`;
    if (!isObject(addition)) return [`${which} must be an object, but is ${shown(addition)}`];
    return [
      numberProblem(
        { kind: 'number', what: `time of ${which}`, unit: 'min', bounds: [0, last] },
        addition.atMinutes,
      ),
      fieldProblem({ kind: 'text', what: `label of ${which}`, length: labelLength }, addition.label),
    ].filter((message) => message !== null);
  });
}

/** What in a complete preset the connected rig cannot do. */
function rigProblems(preset: EnteredPreset, rig: RigIdentity): FieldProblem[] {
  const flows = ['flowMlPerMin', 'fillFlowMlPerMin', 'drainFlowMlPerMin'] as const;
  return flows
    .filter((field) => preset[field] < rig.lowestFlowMlPerMin || preset[field] > rig.highestFlowMlPerMin)
    .map((field) => ({
      field,
      message:
        `${presetFields[field].what} ${preset[field]} mL/min is outside what rig ${rig.serialNumber} can do ` +
        `(${rig.lowestFlowMlPerMin}–${rig.highestFlowMlPerMin} mL/min): choose another preset or copy it with a flow in that range`,
    }));
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'blank';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'no number';
  if (typeof value === 'string') return `"${cut(value)}"`;
  try {
    return cut(JSON.stringify(value) ?? typeof value);
  } catch {
    // Too deep, a loop, or a bigint.
    return `a ${typeof value}`;
  }
}

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
