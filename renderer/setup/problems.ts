import type { ConsoleView, SetupView } from '../../electron/contract/view.ts';
import { isCavity, type SetUpCheck, setUpChecks } from '../../electron/contract/words.ts';
import { wallDate } from '../text/format.ts';
import type { Text } from '../text/text.ts';
import { type Draft, fits, isFever, parsed } from './draft.ts';
import { chosen } from './preset-form.ts';

export type Section = keyof Text['setup']['setup']['sections'];
export type Field = keyof Text['setup']['fields'] | SetUpCheck;

/** What keeps the run from being started, and where it is mended. */
export interface Problem {
  readonly section: Section | 'rig';
  readonly field: Field;
  readonly text: string;
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
  { setup, rig, storage, wallMs }: Pick<ConsoleView, 'setup' | 'rig' | 'storage' | 'wallMs'>,
  text: Text,
): Problem[] {
  const say = text.setup.fieldProblems;
  const today = wallDate(wallMs);
  const found: Problem[] = [];
  const add = (section: Problem['section'], field: Field, problem: string | null) => {
    if (problem !== null) found.push({ section, field, text: problem });
  };
  const missing = (value: string) => (value.trim() === '' ? say.missing : null);
  const date = (value: string, wrongSide: 'past' | 'future', wrong: string) => {
    if (!isDate(value.trim())) return say.date;
    const isWrong = wrongSide === 'past' ? value.trim() < today : value.trim() > today;
    return isWrong ? wrong : null;
  };
  const within = (value: string, low: number, high: number) => {
    const number = parsed(value);
    return number === null || (number >= low && number <= high) ? null : say.number(low, high);
  };

  add('patient', 'name', missing(draft.name));
  add('patient', 'birthDate', missing(draft.birthDate) ?? date(draft.birthDate, 'future', say.futureDate));
  add('patient', 'hospitalNumber', missing(draft.hospitalNumber));
  add('patient', 'heightCm', within(draft.heightCm, 30, 250));
  add('patient', 'weightKg', within(draft.weightKg, 2, 350));
  const session = parsed(draft.sessionNumber);
  const sessionRight = session !== null && Number.isInteger(session) && session >= 1 && session <= 99;
  add('patient', 'sessionNumber', sessionRight ? null : say.whole(1, 99));
  const body = parsed(draft.bodyTemperature);
  const fever = body !== null && isFever(draft) && !draft.feverAccepted;
  add(
    'patient',
    'bodyTemperature',
    within(draft.bodyTemperature, 30, 43) ?? (fever ? say.fever(body) : null),
  );
  add('team', 'perfusionist', missing(draft.perfusionist));
  const expiry = draft.disposablesExpiry.trim();
  add('team', 'disposablesExpiry', expiry === '' ? null : date(expiry, 'past', say.expired));
  add('checks', 'site2', siteProblem(draft, text));
  for (const check of setUpChecks) add('checks', check, draft.ticked[check] ? null : say.notTicked);
  add('checks', 'contraindication', draft.contraindication === 'unanswered' ? say.unanswered : null);
  if (draft.contraindication === 'yes') {
    add('checks', 'contraindicationReason', missing(draft.contraindicationReason));
    add('checks', 'contraindicationClinician', missing(draft.contraindicationClinician));
  }
  add('protocol', 'preset', protocolProblem(draft, setup, rig, text));
  add('rig', 'rig', rig.link === 'up' || rig.link === 'ageing' ? null : say.rig);
  const { freeMegabytes: free, neededMegabytes: needed } = storage;
  add('rig', 'storage', free === null || free >= needed ? null : say.storage(free, needed));
  return found;
}

function siteProblem(draft: Draft, text: Text): string | null {
  const say = text.setup.fieldProblems;
  const sites = ['inflow' as const, draft.site2, draft.site3, draft.site4];
  const twice = sites.find((site, index) => site !== 'not-used' && sites.indexOf(site) !== index);
  if (twice !== undefined) return say.sitesTwice(twice);
  return sites.some(isCavity) ? null : say.noCavityProbe;
}

function protocolProblem(
  draft: Draft,
  setup: Pick<SetupView, 'presets' | 'templates'>,
  rig: ConsoleView['rig'],
  text: Text,
): string | null {
  const say = text.setup.fieldProblems;
  const protocol = chosen(setup, draft, rig.identity);
  if (protocol === null) return say.choosePreset;
  if (!fits(protocol.base, draft)) return say.presetMismatch(protocol.base);
  const [first, ...others] = protocol.problems;
  return first === undefined
    ? null
    : say.presetValues(
        text.setup.editor.nameOf(first.field),
        text.setup.editor.problem(first),
        others.length,
      );
}
