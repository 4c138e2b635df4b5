import type { OperatorAction } from '../../domain/action.ts';
import type { Actor } from '../../domain/actor.ts';
import type { KeptEvent } from '../../domain/run-event.ts';
import type { Moment } from './alarm-log.ts';
import { type TakenAction, takenActions } from './taken-actions.ts';

/** Whose run it was from then on; `from` `null`: nobody's before. */
export interface ChairChange extends Moment {
  readonly from: Actor | null;
  readonly to: Actor;
}

/** What somebody did, or asked, without having signed in, and why. */
export interface BrokenGlass extends Moment {
  readonly by: Actor;
  readonly action: OperatorAction['type'];
  readonly reason: string;
}

/** What two stood for, by a PIN each. */
export interface Countersigned extends Moment {
  readonly by: Actor;
  readonly second: Actor;
  readonly action: OperatorAction['type'];
}

/** What people have recorded in the run besides drugs, and who they were. */
export interface Recorded {
  /** As it was hung; the last word counts, `null`: nobody recorded it. */
  readonly carrier: TakenAction<'record-carrier'> | null;
  readonly vitals: readonly TakenAction<'record-vital'>[];
  readonly readings: readonly TakenAction<'record-reading'>[];
  readonly notes: readonly TakenAction<'record-note'>[];
  /** The last one; `null`: none is on record. */
  readonly timeOut: TakenAction<'time-out'> | null;
  readonly chairs: readonly ChairChange[];
  readonly countersigned: readonly Countersigned[];
  readonly brokenGlass: readonly BrokenGlass[];
}

export const recordedOf = (events: readonly KeptEvent[]): Recorded => ({
  carrier: takenActions(events, 'record-carrier').at(-1) ?? null,
  vitals: takenActions(events, 'record-vital'),
  readings: takenActions(events, 'record-reading'),
  notes: takenActions(events, 'record-note'),
  timeOut: takenActions(events, 'time-out').at(-1) ?? null,
  chairs: events.flatMap(({ sessionMs, wallMs, event }) =>
    event.type === 'chair' ? [{ sessionMs, wallMs, from: event.from, to: event.to }] : [],
  ),
  countersigned: events.flatMap(({ sessionMs, wallMs, event }) =>
    event.type === 'action' && event.second !== null && event.refused === null
      ? [{ sessionMs, wallMs, by: event.by, second: event.second, action: event.action.type }]
      : [],
  ),
  brokenGlass: events.flatMap(({ sessionMs, wallMs, event }) =>
    event.type === 'action' && event.breakGlass !== null
      ? [{ sessionMs, wallMs, by: event.by, action: event.action.type, reason: event.breakGlass }]
      : [],
  ),
});
