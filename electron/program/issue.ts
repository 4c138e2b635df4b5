import { dirname, join } from 'node:path';
import { type Addendum, type DocumentStatus, documentStatus } from '../domain/addendum.ts';

/** A set of documents: of which record, and as it stood after how many addenda (0 of preliminary ones). */
export interface Issue {
  readonly recordId: string;
  readonly status: DocumentStatus;
  readonly addenda: number;
}

export function issueOf(recordId: string, addenda: readonly Addendum[], wantsReview: boolean): Issue {
  const status = documentStatus(addenda, wantsReview);
  return { recordId, status, addenda: status === 'preliminary' ? 0 : addenda.length };
}

export const issueName = ({ recordId, status, addenda }: Issue): string => `${recordId}-${status}-${addenda}`;

/** Preliminary ones lie beside the journal, all others in a folder of their own. */
export const issueFolder = ({ status, addenda }: Issue, journalPath: string): string =>
  status === 'preliminary' ? dirname(journalPath) : join(dirname(journalPath), `${status}-${addenda}`);
