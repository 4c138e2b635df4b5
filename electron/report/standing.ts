import type { Addendum, DocumentStatus } from '../domain/addendum.ts';

/** How far a document may be relied on, and what was said of its record since that was sealed. */
export interface Standing {
  readonly status: DocumentStatus;
  readonly addenda: readonly Addendum[];
  /** SHA-256 of the sealed record, 64 hex digits; `null`: it is not sealed. */
  readonly recordSha256: string | null;
}

/** Of a record that nobody has sealed or signed. */
export const unsigned: Standing = { status: 'preliminary', addenda: [], recordSha256: null };
