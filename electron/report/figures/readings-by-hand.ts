import type { ReadingKind } from '../../domain/manual-reading.ts';
import type { KeptEvent } from '../../domain/run-event.ts';

export interface ReadingByHand {
  readonly sessionMs: number;
  /** In the unit of its kind. */
  readonly value: number;
}

/** Readings of a kind that were taken, in order. */
export const readingsByHand = (events: readonly KeptEvent[], kind: ReadingKind): ReadingByHand[] =>
  events.flatMap(({ event, sessionMs }) => {
    if (event.type !== 'action' || event.refused !== null) return [];
    const { action } = event;
    return action.type === 'record-reading' && action.kind === kind
      ? [{ sessionMs, value: action.value }]
      : [];
  });
