import type { RunView } from '../../../electron/contract/view.ts';
import {
  type DrugEntry,
  drugBounds,
  fieldLimits,
  type NamedReason,
  type OperatorAction,
  textProblem,
} from '../../../electron/contract/words.ts';
import { asTyped, type NumberRule, typedNumber } from '../../text/typed-number.ts';
import { checkers } from './form.ts';

/** A drug as it is being typed. */
export type DrugAnswers = Readonly<Record<keyof DrugEntry, string>>;
export type DrugAmount = 'doseMg' | 'volumeMl';

export const drugRules: Readonly<Record<DrugAmount, NumberRule>> = {
  doseMg: { bounds: drugBounds.doseMg },
  volumeMl: { bounds: drugBounds.volumeMl },
};
/** How long each text may be, as main takes it. */
export const drugTexts = {
  name: fieldLimits.words,
  diluent: fieldLimits.line,
  lot: fieldLimits.line,
  preparedBy: fieldLimits.name,
} as const;

const nothingTyped: DrugAnswers = {
  name: '',
  doseMg: '',
  volumeMl: '',
  diluent: '',
  lot: '',
  expiry: '',
  preparedBy: '',
};

/** A planned drug to start typing from. */
export const typedFrom = ({ doseMg, volumeMl, ...texts }: DrugEntry): DrugAnswers => ({
  name: texts.name,
  doseMg: asTyped(doseMg),
  volumeMl: asTyped(volumeMl),
  diluent: texts.diluent,
  lot: texts.lot,
  expiry: texts.expiry,
  preparedBy: texts.preparedBy,
});

type Planned = Pick<RunView, 'additions' | 'case'>;

/** What the case plans for an addition, from 0; `null`: nothing. */
export const plannedFor = ({ case: { drugs } }: Pick<Planned, 'case'>, addition: number): DrugEntry | null =>
  drugs.find((one) => one.addition === addition) ?? null;

/** Drugs of the case that no addition names, and that a touch therefore takes. */
export const plannedBeside = ({ case: { drugs } }: Pick<Planned, 'case'>): readonly DrugEntry[] =>
  drugs.filter(({ addition }) => addition === null);

/** What is typed already as a dialogue asks for an addition: its planned drug, or what the addition is called. */
export function answersFor(run: Planned, addition: number | null): DrugAnswers {
  if (addition === null) return nothingTyped;
  const planned = plannedFor(run, addition);
  return planned === null
    ? { ...nothingTyped, name: run.additions[addition]?.label ?? '' }
    : typedFrom(planned);
}

/** The addition that a start gives: the one of minute 0, unless it is in already; `null`: none is planned. */
export function startingAddition({ additions }: Pick<Planned, 'additions'>): number | null {
  const index = additions.findIndex(({ atMinutes }) => atMinutes === 0);
  return index < 0 || additions[index]?.state === 'done' ? null : index;
}

/** What is typed already as a treatment is to be started; without a planned addition the one drug the case names. */
export function answersAtStart(run: Planned): DrugAnswers {
  const addition = startingAddition(run);
  if (addition !== null) return answersFor(run, addition);
  const [one, ...others] = plannedBeside(run);
  return one === undefined || others.length > 0 ? nothingTyped : typedFrom(one);
}

/** An amount as typed; `null`: nothing is. */
export function amountOf(field: DrugAmount, typed: string): number | null | 'wrong' {
  const value = typedNumber(typed, drugRules[field]);
  if (value === null) return null;
  const [least, most] = drugRules[field].bounds;
  return value >= least && value <= most ? value : 'wrong';
}

/** A day that there is, or nothing. */
export function isDateOrBlank(typed: string): boolean {
  const text = typed.trim();
  if (text === '') return true;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The drug as main takes it; `null` while its name is missing or something is typed wrongly. */
export function drugOf(answers: DrugAnswers): DrugEntry | null {
  const doseMg = amountOf('doseMg', answers.doseMg);
  const volumeMl = amountOf('volumeMl', answers.volumeMl);
  const texts = Object.entries(drugTexts) as [keyof typeof drugTexts, number][];
  const wrong = texts.some(([field, most]) => textProblem(answers[field], most) !== null);
  const name = answers.name.trim();
  if (name === '' || wrong || !isDateOrBlank(answers.expiry)) return null;
  if (doseMg === 'wrong' || volumeMl === 'wrong') return null;
  return {
    name,
    doseMg,
    volumeMl,
    diluent: answers.diluent.trim(),
    lot: answers.lot.trim(),
    expiry: answers.expiry.trim(),
    preparedBy: answers.preparedBy.trim(),
  };
}

type Names = readonly [string, string];
type Start = Extract<OperatorAction, { type: 'start-treatment' }>;

/** Who has checked it, as far as it has to be checked; `missing`: two people have to. */
const checkOf = (needsTwo: boolean, names: Names) => (needsTwo ? (checkers(names) ?? 'missing') : null);

export function recordDrug(
  answers: DrugAnswers,
  addition: number | null,
  needsTwo: boolean,
  names: Names,
): OperatorAction | null {
  const drug = drugOf(answers);
  const checkedBy = checkOf(needsTwo, names);
  return drug === null || checkedBy === 'missing' ? null : { type: 'record-drug', drug, addition, checkedBy };
}

/** The clock with the drug. */
export function startWith(
  answers: DrugAnswers,
  early: NamedReason | null,
  needsTwo: boolean,
  names: Names,
): Start | null {
  const drug = drugOf(answers);
  const checkedBy = checkOf(needsTwo, names);
  return drug === null || checkedBy === 'missing'
    ? null
    : { type: 'start-treatment', drug, early, checkedBy };
}
/** The clock alone; the drug is recorded later. */
export const startWithout = (early: NamedReason | null): Start => ({
  type: 'start-treatment',
  drug: null,
  early,
  checkedBy: null,
});

/** Why it is started early and who decided that; `null`: not said yet. */
export function earlyReason(answers: NamedReason): NamedReason | null {
  const reason = answers.reason.trim();
  const clinician = answers.clinician.trim();
  const said = reason !== '' && clinician !== '';
  const fits =
    textProblem(reason, fieldLimits.words) === null && textProblem(clinician, fieldLimits.name) === null;
  return said && fits ? { reason, clinician } : null;
}
