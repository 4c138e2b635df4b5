import type { KeptEvent, RunHeader } from '../domain/run-event.ts';
import type { Cell } from './sample-row.ts';

/** What the journal asks of its worker thread. */
export type ToWorker =
  | { readonly kind: 'open'; readonly path: string; readonly header: RunHeader }
  | { readonly kind: 'sample'; readonly row: readonly Cell[] }
  | { readonly kind: 'event'; readonly event: KeptEvent }
  | { readonly kind: 'close' };

/** What the worker answers. */
export type FromWorker =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly problem: string }
  /** Events up to `seq` are on disk. */
  | { readonly kind: 'durable'; readonly seq: number }
  | { readonly kind: 'failing'; readonly problem: string; readonly waiting: number }
  | { readonly kind: 'recovered' }
  | { readonly kind: 'closed'; readonly problem: string | null };
