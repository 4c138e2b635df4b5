import type { KeptEvent, RescueHeader, RunHeader } from '../domain/run-event.ts';
import type { Sample } from '../domain/sample.ts';

/** A record as read back from its journal, finished or broken off: what every document is made from. */
interface ReadRecord<Header> {
  readonly header: Header;
  readonly events: readonly KeptEvent[];
  /** In order, read in pages so that a long run never stands in memory whole. */
  samples(): Iterable<Sample>;
  close(): void;
}

export type RunRecord = ReadRecord<RunHeader>;
export type RescueRecord = ReadRecord<RescueHeader>;
