import type { KeptEvent, RunHeader } from '../domain/run-event.ts';
import type { Sample } from '../domain/sample.ts';

/** A finished or interrupted run as read back from its journal: what every document is made from. */
export interface RunRecord {
  readonly header: RunHeader;
  readonly events: readonly KeptEvent[];
  /** In order, read in pages so that a long run never stands in memory whole. */
  samples(): Iterable<Sample>;
  close(): void;
}
