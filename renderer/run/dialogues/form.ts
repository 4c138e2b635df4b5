import {
  type DrugCheck,
  fieldLimits,
  type OperatorAction,
  type Phase,
  type ProbeId,
  textProblem,
} from '../../../electron/contract/words.ts';
import { type NumberRule, typedNumber } from '../../text/typed-number.ts';

/** What the console asks a person for before an action goes to main. */
export type DialogueKind =
  | WordsKind
  | IgnoreKind
  | 'change-flow'
  | 'change-target'
  | 'extend-by'
  | 'record-reading'
  | 'record-fluid'
  | 'alarm-limits';

/** Which cavity probe is ignored for a while. */
export type IgnoreKind = `ignore-${ProbeId}`;
export const ignoredIn = (kind: IgnoreKind): ProbeId => kind.slice('ignore-'.length) as ProbeId;

/** Those that ask for words and names; the others ask for a number and stand in files of their own. */
export type WordsKind =
  | 'start-treatment'
  | 'start-early'
  | 'end-treatment'
  | 'end-run'
  | 'extend-until-in-band'
  | 'control-by-outflow'
  | 'go-on-without-cavity'
  | 'leave-retained'
  | 'skip-rinses'
  | 'leave-bypass'
  | 'lift-core-hold'
  | 'confirm-fresh-fluid'
  | 'record-drug'
  | 'record-note';

export interface Answers {
  readonly reason: string;
  readonly clinician: string;
  readonly drugAdded: boolean;
  /** Two people who have checked the first drug. */
  readonly checkedBy: readonly [string, string];
  /** Which planned addition a drug is, from 0; `null`: none of them. */
  readonly addition: number | null;
  /** As typed; "" where it was not measured. */
  readonly volumeMl: string;
}

export const noAnswers: Answers = {
  reason: '',
  clinician: '',
  drugAdded: false,
  checkedBy: ['', ''],
  addition: null,
  volumeMl: '',
};

/** Which answers a dialogue cannot do without. `reason` is also the text of a record. */
export const asks: Readonly<Record<WordsKind, readonly ('reason' | 'clinician')[]>> = {
  'start-treatment': [],
  'start-early': ['reason', 'clinician'],
  'end-treatment': ['reason', 'clinician'],
  'end-run': ['reason'],
  'extend-until-in-band': ['clinician'],
  'control-by-outflow': ['clinician'],
  'go-on-without-cavity': ['reason', 'clinician'],
  'leave-retained': ['reason'],
  'skip-rinses': ['reason'],
  'leave-bypass': ['reason', 'clinician'],
  'lift-core-hold': ['reason', 'clinician'],
  'confirm-fresh-fluid': ['clinician'],
  'record-drug': ['reason'],
  'record-note': ['reason'],
};

const { words, name } = fieldLimits;

/** Is this a reason that may stand in the record? */
export const isSaid = (typed: string): boolean => typed.trim() !== '' && textProblem(typed, words) === null;

/** What of the run an action depends on. */
export interface AskedIn {
  readonly phase: Phase;
  readonly drugNeedsTwo: boolean;
}

/** The action, or `null` while an answer is missing or longer than main takes. */
export function toAction(kind: WordsKind, answers: Answers, run: AskedIn): OperatorAction | null {
  const reason = answers.reason.trim();
  const clinician = answers.clinician.trim();
  if (asks[kind].some((field) => answers[field].trim() === '')) return null;
  if (textProblem(reason, words) !== null || textProblem(clinician, name) !== null) return null;
  switch (kind) {
    case 'start-treatment':
      return start(answers, run, null);
    case 'start-early':
      return start(answers, run, { reason, clinician });
    case 'end-treatment':
      return { type: 'end-treatment', early: { reason, clinician } };
    case 'end-run':
      return { type: 'end-run', reason };
    case 'extend-until-in-band':
    case 'control-by-outflow':
      return { type: kind, clinician };
    case 'leave-retained':
    case 'skip-rinses':
      return { type: kind, from: run.phase, reason };
    case 'leave-bypass':
    case 'lift-core-hold':
    case 'go-on-without-cavity':
      return { type: kind, reason, clinician };
    case 'confirm-fresh-fluid':
      return { type: kind, seenBy: clinician };
    case 'record-drug':
      return drug(answers, run);
    case 'record-note':
      return { type: 'record-note', text: reason };
  }
}

type Start = Extract<OperatorAction, { type: 'start-treatment' }>;

function start({ drugAdded, checkedBy }: Answers, run: AskedIn, early: Start['early']): Start | null {
  if (!drugAdded || !run.drugNeedsTwo) return { type: 'start-treatment', drugAdded, early, checkedBy: null };
  const checked = checkers(checkedBy);
  return checked === null ? null : { type: 'start-treatment', drugAdded, early, checkedBy: checked };
}

function drug({ reason, addition, volumeMl, checkedBy }: Answers, run: AskedIn): OperatorAction | null {
  const ml = volumeOf(volumeMl);
  const checked = checkers(checkedBy);
  if (ml === 'wrong' || (run.drugNeedsTwo && checked === null)) return null;
  return {
    type: 'record-drug',
    text: reason.trim(),
    addition,
    volumeMl: ml,
    checkedBy: run.drugNeedsTwo ? checked : null,
  };
}

/** Two different people, or `null`: one person cannot check twice. */
export function checkers([one, other]: readonly [string, string]): DrugCheck | null {
  const names = [one.trim(), other.trim()] as const;
  const two = names[0] !== '' && names[1] !== '' && names[0].toLowerCase() !== names[1].toLowerCase();
  return two && names.every((one) => textProblem(one, name) === null) ? names : null;
}

/** More than this was typed wrongly, mL (contract: record-drug). */
export const drugVolume: NumberRule = { bounds: [0, 5000] };

export function volumeOf(typed: string): number | null | 'wrong' {
  const ml = typedNumber(typed, drugVolume);
  if (ml === null) return null;
  const [least, most] = drugVolume.bounds;
  return ml >= least && ml <= most ? ml : 'wrong';
}
