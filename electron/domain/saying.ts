import type { Actor } from './actor.ts';
import { type Addendum, documentStatus, type Said } from './addendum.ts';

/** What is known of a record when somebody wants to say something of it. */
export interface SaidOf {
  /** Its run goes on, or waits to be taken up or ended. */
  readonly isOn: boolean;
  readonly isSealed: boolean;
  readonly addenda: readonly Addendum[];
  /** The site wanted a second signature when the run was begun. */
  readonly wantsReview: boolean;
  readonly deviations: readonly string[];
  /** What people entered in it, by path; `null`: no value. */
  readonly values: ReadonlyMap<string, string | null>;
}

/** Why something cannot be said of a record, so that every language can say it. */
export type SayProblem =
  | { readonly kind: 'still-on' }
  | { readonly kind: 'not-sealed' }
  /** Nobody stands twice for the same. */
  | { readonly kind: 'already-signed' }
  /** Who performed it does not review it. */
  | { readonly kind: 'needs-another-person' }
  /** Documents that are signed, or were let go already, need nobody's word. */
  | { readonly kind: 'needs-no-release' }
  | { readonly kind: 'no-such-deviation' }
  | { readonly kind: 'no-such-field' }
  /** A late entry is of what is missing. */
  | { readonly kind: 'has-a-value'; readonly value: string }
  /** A correction is of the value as it stands. */
  | { readonly kind: 'another-value'; readonly value: string | null }
  | { readonly kind: 'same-value' };

/** `null`: it may be said. `by`: who has signed in. */
export function sayProblem(of: SaidOf, by: Actor, said: Said): SayProblem | null {
  if (of.isOn) return { kind: 'still-on' };
  if (!of.isSealed) return { kind: 'not-sealed' };
  switch (said.type) {
    case 'signature':
      return signatureProblem(of, by, said.meaning);
    case 'released-unsigned':
      return releaseProblem(of);
    case 'explanation':
      return of.deviations.includes(said.deviation) ? null : { kind: 'no-such-deviation' };
    case 'late-entry':
      return lateEntryProblem(of, said.field);
    case 'correction':
      return correctionProblem(of, said);
    case 'note':
      return null;
  }
}

type Signature = Extract<Said, { type: 'signature' }>;

function signatureProblem({ addenda }: SaidOf, by: Actor, meaning: Signature['meaning']): SayProblem | null {
  const own = addenda.flatMap(({ by: who, said }) =>
    said.type === 'signature' && isSame(who, by) ? [said.meaning] : [],
  );
  if (own.includes(meaning)) return { kind: 'already-signed' };
  return own.length > 0 ? { kind: 'needs-another-person' } : null;
}

/** Of two accounts with one name each is its own person; a name alone is all that is known of a record of old. */
const isSame = (a: Actor, b: Actor): boolean =>
  a.id === null || b.id === null ? a.name === b.name : a.id === b.id;

function releaseProblem({ addenda, wantsReview }: SaidOf): SayProblem | null {
  const isOut = addenda.some(({ said }) => said.type === 'released-unsigned');
  const isSigned = documentStatus(addenda, wantsReview) !== 'preliminary';
  return isOut || isSigned ? { kind: 'needs-no-release' } : null;
}

/** The value of a field as it stands: entered, then entered late, then corrected; `undefined`: there is no such field. */
export function valueNow(
  { values, addenda }: Pick<SaidOf, 'values' | 'addenda'>,
  field: string,
): string | null | undefined {
  let value = values.get(field);
  if (value === undefined) return undefined;
  for (const { said } of addenda) {
    if (said.type === 'late-entry' && said.field === field) value = said.value;
    if (said.type === 'correction' && said.field === field) value = said.new;
  }
  return value;
}

function lateEntryProblem(of: SaidOf, field: string): SayProblem | null {
  const value = valueNow(of, field);
  if (value === undefined) return { kind: 'no-such-field' };
  return value === null ? null : { kind: 'has-a-value', value };
}

function correctionProblem(of: SaidOf, said: Extract<Said, { type: 'correction' }>): SayProblem | null {
  const value = valueNow(of, said.field);
  if (value === undefined) return { kind: 'no-such-field' };
  if (value !== said.old) return { kind: 'another-value', value };
  return said.new === said.old ? { kind: 'same-value' } : null;
}
