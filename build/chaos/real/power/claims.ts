import type { KeptEvent } from '../../../../electron/domain/run-event.ts';
import type { Cell } from '../../../../electron/record/sample-row.ts';
import type { Tape } from './tape.ts';

/** What the journal handed to its thread, in order. */
export type Handed = { readonly ms: number; readonly checkpoint: string | null } & (
  | { readonly kind: 'event'; readonly event: KeptEvent }
  | { readonly kind: 'sample'; readonly row: readonly Cell[] }
);

/** What the thread had said by a moment of the tape, and so has to keep. */
export interface Claims {
  /** It called the file made. */
  readonly opened: boolean;
  /** Handed over by then. */
  readonly handed: readonly Handed[];
  /** Events called recorded, which a screen shows as such. */
  readonly events: number;
  /** Samples called written. */
  readonly samples: number;
}

/** What was said and handed over before entry `at` of the tape. */
export function claimsAt({ ops }: Tape, at: number): Claims {
  const handed: Handed[] = [];
  let opened = false;
  let events = 0;
  let samples = 0;
  for (const op of ops.slice(0, at)) {
    if (op.kind !== 'mark') continue;
    const { message, way } = op.mark;
    if (way === 'said') {
      if (message.kind === 'opened') opened = true;
      if (message.kind === 'durable') {
        events = message.seq;
        samples = message.samples;
      }
    } else if (message.kind === 'event' || message.kind === 'sample') {
      handed.push({ ...message, ms: op.ms });
    }
  }
  return { opened, handed, events, samples };
}
