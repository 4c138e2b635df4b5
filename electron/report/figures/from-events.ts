import type { Alarm } from '../../domain/alarm.ts';
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

/** One occurrence of an alarm as it stood last, with wall times for the page. */
export interface LoggedAlarm {
  readonly alarm: Alarm;
  readonly raisedWallMs: number;
  readonly acknowledgedWallMs: number | null;
}

/** Every occurrence in the order it was raised. */
export function alarmLog(events: readonly KeptEvent[]): LoggedAlarm[] {
  const log = new Map<string, LoggedAlarm>();
  for (const { wallMs, event } of events) {
    if (
      event.type !== 'alarm-raised' &&
      event.type !== 'alarm-cleared' &&
      event.type !== 'alarm-acknowledged'
    ) {
      continue;
    }
    const { alarm } = event;
    const before = log.get(alarm.id);
    log.set(alarm.id, {
      alarm,
      raisedWallMs: before?.raisedWallMs ?? wallMs,
      acknowledgedWallMs: event.type === 'alarm-acknowledged' ? wallMs : (before?.acknowledgedWallMs ?? null),
    });
  }
  return [...log.values()];
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
    if (event.type !== 'action' || event.refused !== null || event.action.type !== 'record-drug') return sum;
    return sum + (event.action.volumeMl ?? 0);
  }, 0);
