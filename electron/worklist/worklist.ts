import type { MessageEntry } from './combine.ts';
import type { Why } from './read-file.ts';

export interface CaseEntry<Case> {
  readonly from: 'case-file';
  /** The name of the file. */
  readonly key: string;
  readonly case: Case;
}
export type WaitingEntry<Case> = MessageEntry | CaseEntry<Case>;

export interface WorklistProblem {
  /** "": the folder itself. */
  readonly file: string;
  readonly why: Why;
}

export interface Worklist<Case> {
  readonly waiting: readonly WaitingEntry<Case>[];
  readonly problems: readonly WorklistProblem[];
}

export const isSameList = <Case>(a: Worklist<Case>, b: Worklist<Case>): boolean =>
  JSON.stringify(a.problems) === JSON.stringify(b.problems) &&
  (a.waiting === b.waiting || JSON.stringify(a.waiting) === JSON.stringify(b.waiting));
