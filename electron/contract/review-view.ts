import type { Actor } from '../domain/actor.ts';
import type { DocumentStatus, Said } from '../domain/addendum.ts';
import type { PersonName } from '../domain/patient.ts';
import type { Outcome } from '../domain/phase.ts';
import type { Language } from '../domain/text/language.ts';

/** As main words it, in each language of the screen. */
export type InEachLanguage = Readonly<Record<Language, string>>;

/** A closed record as it is reviewed and signed. Times are as its documents print them, in the zone of the run. */
export interface ReviewView {
  readonly runId: string;
  readonly patientName: PersonName;
  readonly startedAt: string;
  readonly outcome: Outcome;
  readonly elapsedSeconds: number | null;
  readonly inBandSeconds: number | null;
  /** How far its documents may be relied on now. */
  readonly status: DocumentStatus;
  /** The site wanted a second signature as the run was begun. */
  readonly wantsReview: boolean;
  /** Of the key that sealed it; `null`: it is not sealed, and nothing can be said of it. */
  readonly fingerprint: string | null;
  readonly deviations: readonly ReviewDeviation[];
  /** What people entered, as it stands now, and what they could have. */
  readonly fields: readonly ReviewField[];
  /** What was said since, in order. */
  readonly addenda: readonly ReviewAddendum[];
}

export interface ReviewDeviation {
  /** What an explanation goes by. */
  readonly key: string;
  /** "D1", as in the documents. */
  readonly number: string;
  /** Time of day; `null`: before the run. */
  readonly at: string | null;
  readonly text: InEachLanguage;
  /** "" where it has no length. */
  readonly lasted: InEachLanguage;
}

export interface ReviewField {
  /** Its path in `summary.json`. */
  readonly field: string;
  readonly name: InEachLanguage;
  /** `null`: there is none. */
  readonly value: string | null;
  /** It is missing, and minimal reporting wants it. */
  readonly isWanted: boolean;
}

export interface ReviewAddendum {
  readonly number: number;
  readonly at: string;
  readonly by: Actor;
  readonly said: Said;
}
