import type { Journal } from '../record/journal.ts';

/** What was handed to the record and is not known to be written after this, ms: recording fails (chosen: a write takes a hundredth of it; a person has to begin writing by hand before much is missing). */
export const recordLateMs = 3_000;

/** A file that was gone and is back in its place is told for this long, ms (chosen: long enough to be seen at the bedside; whoever removed it may do so again). */
export const removalShownMs = 60_000;

/** What alarms are told of the record. */
export interface RecordFacts {
  /** Refused, or nothing heard of it for too long. */
  readonly storageFailing: boolean;
  /** Age of the oldest entry that is not known to be written; `null`: recording does not fail. */
  readonly recordBehindSeconds: number | null;
  /** Its file was gone from its place not long ago. */
  readonly recordRemoved: boolean;
}

export const noRecord: RecordFacts = {
  storageFailing: false,
  recordBehindSeconds: null,
  recordRemoved: false,
};

type Watched = Pick<Journal, 'problem' | 'oldestUnacknowledgedMs' | 'sincePutBackMs'>;

export function recordFacts(journal: Watched): RecordFacts {
  const behindMs = journal.oldestUnacknowledgedMs;
  const storageFailing = journal.problem !== null || behindMs > recordLateMs;
  return {
    storageFailing,
    recordBehindSeconds: storageFailing ? Math.round(behindMs / 100) / 10 : null,
    recordRemoved: (journal.sincePutBackMs ?? removalShownMs) < removalShownMs,
  };
}
