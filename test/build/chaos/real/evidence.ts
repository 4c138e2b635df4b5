import type { JournalEvidence, SampleTime } from '../../../../build/chaos/real/console/journal-evidence.ts';
import type { Sight } from '../../../../build/chaos/real/console/live-console.ts';
import { Shown } from '../../../../build/chaos/real/console/shown.ts';
import type { KeptEvent } from '../../../../electron/domain/run-event.ts';

/** Evidence as it would be of a run in which all went well, for a test to lie about. */

export const eventOf = (seq: number): KeptEvent => ({
  seq,
  sessionMs: 100 * seq,
  wallMs: 100 * seq,
  event: { type: 'link-lost', detail: `event ${seq}` },
});

export const sightOf = (
  atMs: number,
  last: number,
  durable = last,
  alarms: readonly string[] = [],
): Sight => ({
  atMs,
  stage: 'run',
  run: {
    runId: 'run',
    phase: 'treatment',
    sessionSeconds: atMs / 1000,
    durableSeq: durable,
    events: Array.from({ length: last }, (_, at) => eventOf(at + 1)),
    alarms,
  },
});

/** A screen that showed events up to `durable` as recorded. */
export function shownUpTo(durable: number): Shown {
  const shown = new Shown();
  shown.saw(sightOf(0, durable));
  return shown;
}

/** One sample every 100 ms of session and wall time, but for those left out. */
export const samplesOf = (count: number, without: readonly number[] = []): SampleTime[] =>
  Array.from({ length: count }, (_, at) => ({ sessionMs: 100 * at, wallMs: 100 * at })).filter(
    (_, at) => !without.includes(at),
  );

export const journalWith = (events: number, more: Partial<JournalEvidence> = {}): JournalEvidence => ({
  integrity: 'ok',
  events: new Map(Array.from({ length: events }, (_, at) => [at + 1, JSON.stringify(eventOf(at + 1).event)])),
  samples: samplesOf(300),
  ended: true,
  ...more,
});
