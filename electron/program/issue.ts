import { dirname, join } from 'node:path';
import { type Addendum, type DocumentStatus, documentStatus } from '../domain/addendum.ts';
import { type Standing, unsigned } from '../report/standing.ts';

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

/** How a record stands after what was said of it; unsigned, its documents are those that were made as it ended. */
export function standingOf(
  { addenda, recordSha256 }: Pick<Standing, 'addenda' | 'recordSha256'>,
  wantsReview: boolean,
): Standing {
  const status = documentStatus(addenda, wantsReview);
  return status === 'preliminary' ? { ...unsigned, recordSha256 } : { status, addenda, recordSha256 };
}
