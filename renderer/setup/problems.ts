import type { ConsoleView, SetupView } from '../../electron/contract/view.ts';
import { probeRefusals, type SetUpCheck, setUpChecks, textProblem } from '../../electron/contract/words.ts';
import { wallDate } from '../text/format.ts';
import type { Text } from '../text/text.ts';
import { ambiguous } from '../text/typed-number.ts';
import {
  type Draft,
  draftNumber,
  fits,
  isFever,
  type NumberField,
  numberFields,
  refusedHere,
  type SiteField,
  siteFields,
  sitesOf,
} from './draft.ts';
import { machineProblem } from './machine-problem.ts';
import { chosen } from './preset-form.ts';
import { type LimitedText, textLimits } from './text-limits.ts';

export type Section = keyof Text['setup']['setup']['sections'];
export type Field = keyof Text['setup']['fields'] | SetUpCheck;

/** What keeps the run from being started, and where it is mended. */
export interface Problem {
  readonly section: Section | 'rig';
  readonly field: Field;
  readonly text: string;
  /** Said while it is typed, not only once somebody has left the field. */
  readonly atOnce?: true;
}

/** A calendar date as YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}

/** Every problem of the form, in the order of its fields. The view's `wallMs` tells what day it is. */
export function problems(
  draft: Draft,
  view: Pick<ConsoleView, 'setup' | 'rig' | 'storage' | 'wallMs' | 'machine' | 'fluid'>,
  text: Text,
): Problem[] {
  const { setup, rig, storage, wallMs } = view;
  const say = text.setup.fieldProblems;
  const today = wallDate(wallMs);
  const found: Problem[] = [];
  const add = (section: Problem['section'], field: Field, problem: string | null) => {
    if (problem !== null) found.push({ section, field, text: problem });
  };
  const missing = (value: string) => (value.trim() === '' ? say.missing : null);
  const addText = (section: Section, field: LimitedText, needed?: 'needed') => {
    const wrong = textProblem(draft[field], textLimits[field]);
    if (wrong !== null) found.push({ section, field, text: text.entry.text(wrong), atOnce: true });
    else if (needed) add(section, field, missing(draft[field]));
  };
  const date = (value: string, wrongSide: 'past' | 'future', wrong: string) => {
    if (!isDate(value.trim())) return say.date;
    const isWrong = wrongSide === 'past' ? value.trim() < today : value.trim() > today;
    return isWrong ? wrong : null;
  };
  const within = (field: NumberField) => {
    const number = draftNumber(draft, field);
    const [low, high] = numberFields[field].bounds;
    if (number === null || (number >= low && number <= high)) return null;
    const either = ambiguous(draft[field], numberFields[field]);
    return either === null ? say.number(low, high) : text.entry.ambiguous(either);
  };

  add('rig', 'machine', machineProblem(view, text));
  add('rig', 'fluidLeft', view.fluid === null ? null : say.fluidLeft);
  addText('patient', 'name', 'needed');
  add('patient', 'birthDate', missing(draft.birthDate) ?? date(draft.birthDate, 'future', say.futureDate));
  addText('patient', 'hospitalNumber', 'needed');
  addText('patient', 'visitNumber');
  addText('patient', 'bed');
  add('patient', 'heightCm', within('heightCm'));
  const [tooLight] = refusedHere(setup.site, draft, null);
  add(
    'patient',
    'weightKg',
    within('weightKg') ?? (tooLight === undefined ? null : text.domain.siteRefusal(tooLight)),
  );
  addText('patient', 'diagnosis');
  addText('patient', 'indication');
  addText('patient', 'allergies');
  const session = draftNumber(draft, 'sessionNumber');
  const sessionRight = session !== null && Number.isInteger(session) && session >= 1 && session <= 99;
  add('patient', 'sessionNumber', sessionRight ? null : say.whole(1, 99));
  const body = draftNumber(draft, 'bodyTemperature');
  const fever = body !== null && isFever(draft) && !draft.feverAccepted;
  add('patient', 'bodyTemperature', within('bodyTemperature') ?? (fever ? say.fever(body) : null));
  add('patient', 'fluidBefore', draft.fluidBefore === 'unanswered' ? say.unansweredFluid : null);
  if (draft.fluidBefore === 'about') {
    add('patient', 'fluidMl', missing(draft.fluidMl) ?? within('fluidMl'));
  }
  addText('team', 'drugAsEntered');
  addText('team', 'perfusionist', 'needed');
  for (const person of ['surgeon', 'anaesthetist', 'prescriber'] as const) addText('team', person);
  addText('team', 'disposablesLot');
  const expiry = draft.disposablesExpiry.trim();
  add('team', 'disposablesExpiry', expiry === '' ? null : date(expiry, 'past', say.expired));
  const twice = sitesTwice(draft, text);
  siteFields.forEach((field, index) => {
    const misplaced = fittedProblem(draft, field, index + 1, view.machine.probesFitted, text);
    add('checks', field, (field === 'site2' ? twice : null) ?? misplaced);
  });
  addText('checks', 'coreSite');
  for (const check of setUpChecks) add('checks', check, draft.ticked[check] ? null : say.notTicked);
  add('checks', 'contraindication', draft.contraindication === 'unanswered' ? say.unanswered : null);
  if (draft.contraindication === 'yes') {
    addText('checks', 'contraindicationReason', 'needed');
    addText('checks', 'contraindicationClinician', 'needed');
  }
  add('protocol', 'preset', protocolProblem(draft, setup, rig, text));
  add('rig', 'rig', rig.link === 'up' || rig.link === 'ageing' ? null : say.rig);
  const { freeMegabytes: free, neededMegabytes: needed } = storage;
  add('rig', 'storage', free === null || free >= needed ? null : say.storage(free, needed));
  return found;
}

/** Against what the rig has: a probe that is not there, or one that is and is used for nothing. */
function fittedProblem(
  { leftOut, ...draft }: Draft,
  field: SiteField,
  probe: number,
  fitted: readonly boolean[] | null,
  { setup, domain }: Text,
): string | null {
  const isFitted = fitted?.[probe];
  if (isFitted === undefined) return null;
  const isUsed = draft[field] !== 'not-used';
  if (isUsed && !isFitted) return domain.siteRefusal({ kind: 'probe-not-fitted', probe: probe + 1 });
  return isUsed || !isFitted || leftOut.includes(field) ? null : setup.fieldProblems.fittedNotUsed(probe + 1);
}

function sitesTwice(draft: Draft, text: Text): string | null {
  const say = text.setup.fieldProblems;
  const sites = sitesOf(draft);
  const twice = sites.find((site, index) => site !== 'not-used' && sites.indexOf(site) !== index);
  if (twice !== undefined) return say.sitesTwice(twice);
  return null;
}

function protocolProblem(
  draft: Draft,
  setup: Pick<SetupView, 'presets' | 'templates' | 'site'>,
  rig: ConsoleView['rig'],
  text: Text,
): string | null {
  const say = text.setup.fieldProblems;
  const protocol = chosen(setup, draft, rig.identity);
  if (protocol === null) return say.choosePreset;
  if (!fits(protocol.base, draft)) return say.presetMismatch(protocol.base);
  // A patient who is too light is said at the weight.
  const here = [
    ...refusedHere(setup.site, draft, protocol.preset).filter(({ kind }) => kind !== 'too-light'),
    ...probeRefusals(sitesOf(draft), protocol.base, null),
  ][0];
  if (here !== undefined) return text.domain.siteRefusal(here);
  const [first, ...others] = protocol.problems;
  return first === undefined
    ? null
    : say.presetValues(
        text.setup.editor.nameOf(first.field),
        text.setup.editor.problem(first),
        others.length,
      );
}
