import type { TreatmentCase } from '../domain/case.ts';
import type { Patient, PersonName, Sex } from '../domain/patient.ts';
import type { SiteText } from '../domain/site-lists.ts';

/** A name of which a part may be missing. */
export type PartialName = { readonly [part in keyof PersonName]: string | null };

/** What messages of the hospital say of somebody who waits; `null`: not said, or not taken, and then a note says why. */
export interface WaitingPatient extends PartialName {
  readonly from: 'messages';
  /** The same as long as it is the same person with the same number. */
  readonly key: string;
  /** The same person in letters, where the name itself is in ideographs. */
  readonly alphabeticName: PartialName | null;
  readonly identifiers: Patient['identifiers'];
  /** YYYY-MM-DD */
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  readonly bed: string | null;
  readonly visitNumber: string | null;
  readonly orderNumber: string | null;
  readonly referringWard: string | null;
  /** What is ordered, in the order's words. */
  readonly procedure: string | null;
  readonly diagnosis: string | null;
  /** As written; whether there are any a person answers. */
  readonly allergies: string | null;
  readonly heightCm: number | null;
  readonly weightKg: number | null;
  /** Another person was sent with this number: nobody knows yet whose it is. */
  readonly isConflict: boolean;
  /** Every order goes into a vessel: this machine's routes are cavities only. */
  readonly refusal: 'not-this-machine' | null;
  /** What was not understood, or has to be looked at; at most `mostNotes`. */
  readonly notes: readonly SiteText[];
  readonly moreNotes: number;
}

/** A case as somebody has written it. */
export interface WaitingCase {
  readonly from: 'case-file';
  /** The name of the file. */
  readonly key: string;
  readonly case: TreatmentCase;
}
export type Waiting = WaitingPatient | WaitingCase;

export interface WorklistProblem {
  /** "": the folder itself. */
  readonly file: string;
  readonly text: SiteText;
}

/** Who waits for a treatment, the last told of first. */
export interface WorklistView {
  /** "": no folder is looked into. */
  readonly folder: string;
  /** At most `mostWaiting`; so many more wait. */
  readonly waiting: readonly Waiting[];
  readonly moreWaiting: number;
  /** At most `mostProblems`; so many more there are. */
  readonly problems: readonly WorklistProblem[];
  readonly moreProblems: number;
}

export const mostWaiting = 50;
export const mostProblems = 50;
export const mostNotes = 20;
