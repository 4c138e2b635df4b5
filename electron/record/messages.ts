import type { KeptEvent, RescueHeader, RunHeader } from '../domain/run-event.ts';
import type { EarlierFound } from './earlier-runs.ts';
import type { LastFound } from './open-runs.ts';
import type { Cell } from './sample-row.ts';

/** What a journal says of itself: a run's, or a rescue record's. */
export type JournalHeader = RunHeader | RescueHeader;

/** An entry that the tables refuse, however often it is tried. */
export interface SetAside {
  readonly of: 'sample' | 'event';
  readonly why: string;
  /** As text. */
  readonly content: string;
}

/** What the journal asks of its server. */
export type ToServer =
  /** `header`: of a new journal; `null`: the journal that is there is gone on with. */
  | { readonly kind: 'open'; readonly path: string; readonly header: JournalHeader | null }
  /** `checkpoint`: JSON text that takes the place of the last one, in the same commit; `null`: none. */
  | { readonly kind: 'sample'; readonly row: readonly Cell[]; readonly checkpoint: string | null }
  | { readonly kind: 'event'; readonly event: KeptEvent; readonly checkpoint: string | null }
  | { readonly kind: 'close' }
  /** Of no journal of its own: what the records in `folders` say of a rig, which only a disk can tell. */
  | { readonly kind: 'last-record'; readonly serialNumber: string; readonly folders: readonly string[] }
  /** The same of a patient, by number or name. */
  | { readonly kind: 'earlier-runs'; readonly query: string; readonly folders: readonly string[] };

/** What the server answers. */
export type FromServer =
  /** The number of the last event and of samples that are in the journal already. */
  | { readonly kind: 'opened'; readonly seq: number; readonly samples: number }
  | { readonly kind: 'refused'; readonly problem: string }
  /** Events up to `seq` are on disk; of the samples handed over, the first `samples` are written. */
  | { readonly kind: 'durable'; readonly seq: number; readonly samples: number }
  | { readonly kind: 'failing'; readonly problem: string }
  | { readonly kind: 'recovered' }
  /** The file was gone from its place and has been put back: nothing is lost. */
  | { readonly kind: 'put-back' }
  /** The tables refuse an entry, and not even its number could be kept: it is written in no other place. */
  | { readonly kind: 'set-aside'; readonly refused: SetAside }
  /** `left`: what was not written, and why; the file is closed nevertheless. */
  | { readonly kind: 'closed'; readonly left: string | null; readonly problem: string | null }
  | { readonly kind: 'last-record'; readonly found: LastFound }
  | { readonly kind: 'earlier-runs'; readonly found: EarlierFound };
