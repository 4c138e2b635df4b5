import {
  type DrugCheck,
  fieldLimits,
  type OperatorAction,
  type Phase,
  type ProbeId,
  textProblem,
} from '../../../electron/contract/words.ts';

/** What the console asks a person for before an action goes to main. */
export type DialogueKind =
  | WordsKind
  | StartKind
  | IgnoreKind
  | 'change-flow'
  | 'change-target'
  | 'extend-by'
  | 'record-reading'
  | 'record-fluid'
  | 'record-drug'
  | 'record-carrier'
  | 'record-vital'
  | 'time-out'
  | 'more'
  | 'alarm-limits';

/** As planned, or before its conditions are met. */
export type StartKind = 'start-treatment' | 'start-early';

/** Which cavity probe is ignored for a while. */
export type IgnoreKind = `ignore-${ProbeId}`;
export const ignoredIn = (kind: IgnoreKind): ProbeId => kind.slice('ignore-'.length) as ProbeId;

/** Those that ask for words and names; the others ask for a number and stand in files of their own. */
export type WordsKind =
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
  | 'record-note';

export interface Answers {
  readonly reason: string;
  readonly clinician: string;
}

export const noAnswers: Answers = { reason: '', clinician: '' };

/** Which answers a dialogue cannot do without. `reason` is also the text of a record. */
export const asks: Readonly<Record<WordsKind, readonly ('reason' | 'clinician')[]>> = {
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
  'record-note': ['reason'],
};

const { words, name } = fieldLimits;

/** Is this a reason that may stand in the record? */
export const isSaid = (typed: string): boolean => typed.trim() !== '' && textProblem(typed, words) === null;

/** The action, or `null` while an answer is missing or longer than main takes. */
export function toAction(
  kind: WordsKind,
  answers: Answers,
  run: { readonly phase: Phase },
): OperatorAction | null {
  const reason = answers.reason.trim();
  const clinician = answers.clinician.trim();
  if (asks[kind].some((field) => answers[field].trim() === '')) return null;
  if (textProblem(reason, words) !== null || textProblem(clinician, name) !== null) return null;
  switch (kind) {
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
    case 'record-note':
      return { type: 'record-note', text: reason };
  }
}

/** Two different people, or `null`: one person cannot stand for it twice. */
export function checkers([one, other]: readonly [string, string]): DrugCheck | null {
  const names = [one.trim(), other.trim()] as const;
  const two = names[0] !== '' && names[1] !== '' && names[0].toLowerCase() !== names[1].toLowerCase();
  return two && names.every((one) => textProblem(one, name) === null) ? names : null;
}
