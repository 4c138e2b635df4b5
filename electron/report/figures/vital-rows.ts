import type { KeptEvent } from '../../domain/run-event.ts';
import type { Moment } from './alarm-log.ts';

/** A value that a person has read off, by what it is of. */
export interface VitalValue extends Moment {
  readonly of: string;
  readonly value: number;
}

/** What was recorded in one stretch of session time, by what it is of. */
export interface VitalRow extends Moment {
  readonly values: ReadonlyMap<string, readonly VitalValue[]>;
}

/** Longer treatments have a row for every 10 minutes, others for every 5. */
export const rowMinutes = (treatmentSeconds: number | null): 5 | 10 =>
  (treatmentSeconds ?? 0) > 3600 ? 10 : 5;

/** A row for every stretch from the first value to the last, at its beginning; empty ones too. */
export function vitalRows(
  values: readonly VitalValue[],
  everyMinutes: number,
  events: readonly KeptEvent[],
): VitalRow[] {
  const everyMs = everyMinutes * 60_000;
  const stretches = values.map(({ sessionMs }) => Math.floor(sessionMs / everyMs));
  if (stretches.length === 0) return [];
  const first = Math.min(...stretches);
  return Array.from({ length: Math.max(...stretches) - first + 1 }, (_, index) => {
    const sessionMs = (first + index) * everyMs;
    const found = values.filter((__, at) => stretches[at] === first + index);
    return { sessionMs, wallMs: wallMsAt(sessionMs, events), values: Map.groupBy(found, ({ of }) => of) };
  });
}

/** By the clock as it stood at the last event before, for it may have been set. */
export function wallMsAt(sessionMs: number, events: readonly KeptEvent[]): number {
  const before = events.findLast((event) => event.sessionMs <= sessionMs) ?? events[0];
  return before === undefined ? Number.NaN : before.wallMs + sessionMs - before.sessionMs;
}
