import type { OperatorAction } from '../../electron/contract/words.ts';

/** What the console asks a person for before an action goes to main. */
export type DialogueKind =
  | 'start-treatment'
  | 'start-early'
  | 'end-treatment'
  | 'end-run'
  | 'extend-until-in-band'
  | 'control-by-outflow'
  | 'record-drug'
  | 'record-note';

export interface DialogueAnswers {
  readonly reason: string;
  readonly clinician: string;
  readonly drugAdded: boolean;
}

/** Which answers a dialogue cannot do without. `reason` is also the text of a record. */
export const asks: Readonly<Record<DialogueKind, readonly ('reason' | 'clinician')[]>> = {
  'start-treatment': [],
  'start-early': ['reason', 'clinician'],
  'end-treatment': ['reason', 'clinician'],
  'end-run': ['reason'],
  'extend-until-in-band': ['clinician'],
  'control-by-outflow': ['clinician'],
  'record-drug': ['reason'],
  'record-note': ['reason'],
};

/** The action, or `null` while an answer is missing. */
export function toAction(kind: DialogueKind, answers: DialogueAnswers): OperatorAction | null {
  const reason = answers.reason.trim();
  const clinician = answers.clinician.trim();
  if (asks[kind].some((field) => answers[field].trim() === '')) return null;
  switch (kind) {
    case 'start-treatment':
      return { type: 'start-treatment', drugAdded: answers.drugAdded, early: null };
    case 'start-early':
      return { type: 'start-treatment', drugAdded: answers.drugAdded, early: { reason, clinician } };
    case 'end-treatment':
      return { type: 'end-treatment', early: { reason, clinician } };
    case 'end-run':
      return { type: 'end-run', reason };
    case 'extend-until-in-band':
    case 'control-by-outflow':
      return { type: kind, clinician };
    case 'record-drug':
    case 'record-note':
      return { type: kind, text: reason };
  }
}
