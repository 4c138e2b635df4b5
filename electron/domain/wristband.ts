import type { Identifier } from './patient.ts';

/** What stands in a scan. */
export interface ScannedNumber {
  readonly value: string;
  /** `null`: a bare number, of which the hospital that made the band knows the rest. */
  readonly issuer: string | null;
  /** `gsrn`: the GS1 number of a recipient of care, one of its kind in the world. */
  readonly form: 'number' | 'number-and-issuer' | 'gsrn';
}

/** Why it is no other: `differsByZeros`: they are the same but for zeros before them; the issuer is another. */
export type MismatchHint = 'differsByZeros' | 'differsByIssuer';

export type WristbandMatch =
  | { readonly result: 'match'; readonly read: ScannedNumber; readonly identifier: Identifier }
  | { readonly result: 'mismatch'; readonly read: ScannedNumber; readonly hint: MismatchHint | null }
  | { readonly result: 'unreadable'; readonly read: string; readonly why: Unreadable };

export type Unreadable =
  | 'empty'
  | 'too-long'
  | 'control-character'
  /** GS1, and not in its order. */
  | 'gs1-element'
  | 'check-digit'
  /** A code of goods: it names no patient. */
  | 'no-patient';
