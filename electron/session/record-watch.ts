import type { Journal } from '../record/journal.ts';

/** What was handed to the record and is not known to be written after this, ms: recording fails (chosen: a write takes a hundredth of it; a person has to begin writing by hand before much is missing). */
export const recordLateMs = 3_000;

/** What alarms are told of the record. */
export interface RecordFacts {
  /** Refused, or nothing heard of it for too long. */
  readonly storageFailing: boolean;
  /** Age of the oldest entry that is not known to be written; `null`: recording does not fail. */
  readonly recordBehindSeconds: number | null;
}

export const noRecord: RecordFacts = { storageFailing: false, recordBehindSeconds: null };

export function recordFacts(journal: Pick<Journal, 'problem' | 'oldestUnacknowledgedMs'>): RecordFacts {
  const behindMs = journal.oldestUnacknowledgedMs;
  const storageFailing = journal.problem !== null || behindMs > recordLateMs;
  return { storageFailing, recordBehindSeconds: storageFailing ? Math.round(behindMs / 100) / 10 : null };
}
