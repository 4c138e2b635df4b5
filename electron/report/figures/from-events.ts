import type { Phase } from '../../domain/phase.ts';
import type { KeptEvent, RunEvent } from '../../domain/run-event.ts';

export interface PhaseSpan {
  readonly name: Phase;
  readonly startSeconds: number;
  readonly seconds: number;
}

/** Every phase in the order it came, repeated ones again; the last lasts until `endMs`. */
export function phaseSpans(events: readonly KeptEvent[], endMs: number): PhaseSpan[] {
  const starts = events.flatMap(({ sessionMs, event }) =>
    event.type === 'phase' ? [{ name: event.to, sessionMs }] : [],
  );
  return starts.map(({ name, sessionMs }, index) => ({
    name,
    startSeconds: sessionMs / 1000,
    seconds: ((starts[index + 1]?.sessionMs ?? Math.max(endMs, sessionMs)) - sessionMs) / 1000,
  }));
}

export type RunEnd = Extract<RunEvent, { type: 'run-ended' }>;

/** How the run ended; `null` where the record breaks off. */
export function runEnd(events: readonly KeptEvent[]): RunEnd | null {
  const last = events.findLast(({ event }) => event.type === 'run-ended')?.event;
  return last?.type === 'run-ended' ? last : null;
}

/** Volume recorded with drug additions, mL. */
export const addedMl = (events: readonly KeptEvent[]): number =>
  events.reduce((sum, { event }) => {
    if (event.type !== 'action' || event.refused !== null) return sum;
    const { action } = event;
    const isDrug = action.type === 'record-drug' || action.type === 'start-treatment';
    return isDrug ? sum + (action.drug?.volumeMl ?? 0) : sum;
  }, 0);
