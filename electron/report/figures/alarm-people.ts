import type { Actor } from '../../domain/actor.ts';
import type { AlarmEvent, AudioOnCause } from '../../domain/alarm-event.ts';
import type { KeptEvent } from '../../domain/run-event.ts';
import type { Moment } from './alarm-log.ts';

/** AUDIO PAUSED, from a person's press to its end. */
export interface AudioPause {
  readonly by: Actor;
  readonly from: Moment;
  /** `null`: audio was paused when the record ended. */
  readonly until: (Moment & { readonly cause: AudioOnCause; readonly by: Actor }) | null;
}

export function audioPauses(events: readonly KeptEvent[]): AudioPause[] {
  const pauses: AudioPause[] = [];
  for (const { sessionMs, wallMs, event } of events) {
    const at = { sessionMs, wallMs };
    const last = pauses.at(-1);
    if (event.type === 'audio-paused') pauses.push({ by: event.by, from: at, until: null });
    else if (event.type === 'audio-on' && last?.until === null) {
      pauses[pauses.length - 1] = { ...last, until: { ...at, cause: event.cause, by: event.by } };
    }
  }
  return pauses;
}

export const pausedSeconds = (pauses: readonly AudioPause[], endMs: number): number =>
  pauses.reduce((sum, { from, until }) => sum + ((until?.sessionMs ?? endMs) - from.sessionMs), 0) / 1000;

/** An alarm limit that a person changed, and when. */
export type LimitChange = Moment & Omit<Extract<AlarmEvent, { type: 'alarm-limit-changed' }>, 'type'>;

export const limitChanges = (events: readonly KeptEvent[]): LimitChange[] =>
  events.flatMap(({ sessionMs, wallMs, event }) => {
    if (event.type !== 'alarm-limit-changed') return [];
    const { type: _, ...change } = event;
    return [{ sessionMs, wallMs, ...change }];
  });
