import type { KeptEvent, RunHeader } from '../domain/run-event.ts';
import type { Sample } from '../domain/sample.ts';
import type { Language } from '../domain/text/language.ts';
import type { RunRecord } from '../record/run-record.ts';
import { computeFigures, type Figures } from '../report/figures.ts';
import type { Standing } from '../report/standing.ts';
import { type Summary, summaryOf } from '../report/summary.ts';
import { type WallTime, wallTime } from '../report/wall-time.ts';

/**
 * All that a document for the chart is made from. Every time, number and id in a document comes from here, so that the
 * same record gives the same bytes whenever and wherever it is made.
 */
export interface ChartSource extends Standing {
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
}

/** What is known of a record besides what it holds. */
export interface KnownOfRecord extends Standing {
  readonly language: Language;
}

/** Goes through the samples once. */
export function chartSourceOf(record: RunRecord, known: KnownOfRecord): ChartSource {
  const { header, events } = record;
  const figures = computeFigures(record);
  const summary = summaryOf(header, figures);
  const time = wallTime(header);
  return { header, events, figures, summary, time, samples: () => record.samples(), ...known };
}
