import type { Clock } from '../domain/time.ts';

/** Ten ticks a second. */
export const tickMs = 100;

/**
 * A schedule that does not drift: slots lie at multiples of 100 ms from the start, whatever a tick takes.
 * A tick that overruns its slot skips to the next one; missed slots are never made up in a burst.
 */
export class Pace {
  readonly #clock: Clock;
  #slotMs: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#slotMs = clock.monotonicMs();
  }

  /** Resolves at the next slot. */
  next(): Promise<void> {
    const now = this.#clock.monotonicMs();
    const behind = Math.max(0, Math.floor((now - this.#slotMs) / tickMs));
    this.#slotMs += (behind + 1) * tickMs;
    return new Promise((resolve) => this.#clock.after(this.#slotMs - now, resolve));
  }
}
