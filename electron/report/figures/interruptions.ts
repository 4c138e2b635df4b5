import type { InterruptionCause } from '../../domain/phase.ts';
import type { KeptEvent } from '../../domain/run-event.ts';
import type { Sample } from '../../domain/sample.ts';

/** A while in which the run had no console, or a computer that stood still. */
export interface Interruption {
  /** Session time of the last thing on record before it. */
  readonly atSeconds: number;
  /** Of wall time. */
  readonly seconds: number;
  readonly cause: InterruptionCause;
}

interface Open {
  readonly untilMs: number;
  readonly seconds: number;
  readonly cause: InterruptionCause;
  atMs: number;
}

/** Interruptions are told by the event that ends them; when each began, the samples say. */
export class InterruptionFold {
  readonly #all: readonly Open[];
  #next = 0;

  constructor(events: readonly KeptEvent[]) {
    this.#all = events.flatMap((kept, index) => opened(kept, events.slice(0, index)));
  }

  add({ sessionMs }: Sample): void {
    for (let open = this.#all[this.#next]; open !== undefined; open = this.#all[this.#next]) {
      if (sessionMs < open.untilMs) {
        open.atMs = Math.max(open.atMs, sessionMs);
        return;
      }
      this.#next += 1;
    }
  }

  finish(): readonly Interruption[] {
    return this.#all.map(({ atMs, seconds, cause }) => ({ atSeconds: atMs / 1000, seconds, cause }));
  }
}

function opened({ sessionMs, event }: KeptEvent, before: readonly KeptEvent[]): Open[] {
  const atMs = before.findLast((earlier) => earlier.sessionMs < sessionMs)?.sessionMs ?? 0;
  const at = { untilMs: sessionMs, atMs };
  if (event.type === 'taken-up')
    return [{ ...at, seconds: Math.max(0, event.gapSeconds), cause: event.cause }];
  if (event.type === 'standstill')
    return [{ ...at, seconds: Math.max(0, event.seconds), cause: 'standstill' }];
  return [];
}
