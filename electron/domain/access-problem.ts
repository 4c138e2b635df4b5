import type { TextProblem } from './field-limits.ts';

/** Length of a PIN, in figures, both included. */
export const pinLength = [4, 12] as const;

/** Why something about people, PINs or the chair was not done, so that every language can say it. Holds nothing of a PIN. */
export type AccessProblem =
  | { readonly kind: 'pin-wrong' }
  /** After wrong PINs: this person can try again in so many seconds, 1–60. */
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'pin-no-figures'; readonly fewest: number; readonly most: number }
  /** All figures alike, or each one more or one less than the one before. */
  | { readonly kind: 'pin-too-simple' }
  /** Nobody of that id may sign in. */
  | { readonly kind: 'no-such-person' }
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'not-your-role' }
  /** Only a perfusionist or a clinician holds the chair. */
  | { readonly kind: 'no-role-for-chair' }
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'name-wrong'; readonly problem: TextProblem }
  /** Somebody active is called so, but for capitals and blanks. */
  | { readonly kind: 'name-taken'; readonly name: string }
  | { readonly kind: 'last-service' }
  /** The first account is made; others are added by a service engineer. */
  | { readonly kind: 'people-there' }
  /** `people.json` cannot be used; `said` names file, fields and how to mend it, in English. */
  | { readonly kind: 'people-file'; readonly said: string }
  /** It is not done, because it could not be written; `why` is what the system said. */
  | { readonly kind: 'not-kept'; readonly why: string };

export type AccessResult<Done = unknown> =
  | ({ readonly ok: true } & Done)
  | { readonly ok: false; readonly problem: AccessProblem };
