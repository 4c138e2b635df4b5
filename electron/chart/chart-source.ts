import type { Addendum, DocumentStatus } from '../domain/addendum.ts';
import type { KeptEvent, RunHeader } from '../domain/run-event.ts';
import type { Sample } from '../domain/sample.ts';
import type { Language } from '../domain/text/language.ts';
import type { RunRecord } from '../record/run-record.ts';
import { computeFigures, type Figures } from '../report/figures.ts';
import { type Summary, summaryOf } from '../report/summary.ts';
import { type WallTime, wallTime } from '../report/wall-time.ts';

/**
 * All that a document for the chart is made from. Every time, number and id in a document comes from here, so that the
 * same record gives the same bytes whenever and wherever it is made.
 */
export interface ChartSource {
  readonly header: RunHeader;
  readonly events: readonly KeptEvent[];
  readonly figures: Figures;
  /** As in `summary.json`. */
  readonly summary: Summary;
  readonly time: WallTime;
  /** Ten a second, in order; may be gone through more than once. */
  readonly samples: () => Iterable<Sample>;
  /** In which what people read is written. */
  readonly language: Language;
  readonly status: DocumentStatus;
  /** What was said of the record since it was sealed. */
  readonly addenda: readonly Addendum[];
  /** SHA-256 of the sealed record, 64 hex digits (first line of `SHA256SUMS`); `null`: it is not sealed. */
  readonly recordSha256: string | null;
}

/** What is known of a record besides what it holds. */
export type KnownOfRecord = Pick<ChartSource, 'language' | 'status' | 'addenda' | 'recordSha256'>;

/** Goes through the samples once. */
export function chartSourceOf(record: RunRecord, known: KnownOfRecord): ChartSource {
  const { header, events } = record;
  const figures = computeFigures(record);
  const summary = summaryOf(header, figures);
  const time = wallTime(header);
  return { header, events, figures, summary, time, samples: () => record.samples(), ...known };
}
