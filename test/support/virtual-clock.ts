import type { Cancel, Clock } from '../../electron/domain/time.ts';

interface Timer {
  readonly dueMs: number;
  readonly run: () => void;
}

/**
 * A clock that stands still until it is told to advance. Due timers run in order; before the first, after each
 * and at the end, promises and immediates get the chance to settle, so what a timer sets off is seen.
 */
export class VirtualClock implements Clock {
  #nowMs = 0;
  #startWallMs: number;
  readonly #turns: number;
  #timers: Timer[] = [];

  /** `turns`: of the event loop after each timer. One is enough where bytes cross within promises; a turn costs. */
  constructor(startWallMs = Date.UTC(2026, 0, 15, 8, 0, 0), turns = someTurns) {
    this.#startWallMs = startWallMs;
    this.#turns = turns;
  }

  monotonicMs(): number {
    return this.#nowMs;
  }

  wallMs(): number {
    return this.#startWallMs + this.#nowMs;
  }

  /** Somebody sets the wall clock; what happens on it is wall time only. */
  setWall(byMs: number): void {
    this.#startWallMs += byMs;
  }

  /** Timers not yet run or called off. */
  get pending(): number {
    return this.#timers.length;
  }

  after(ms: number, run: () => void): Cancel {
    const timer: Timer = { dueMs: this.#nowMs + Math.max(0, ms), run };
    const later = this.#timers.findIndex((other) => other.dueMs > timer.dueMs);
    this.#timers.splice(later === -1 ? this.#timers.length : later, 0, timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  async advance(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms;
    await settle(this.#turns);
    for (let next = this.#timers[0]; next && next.dueMs <= untilMs; next = this.#timers[0]) {
      this.#timers.shift();
      this.#nowMs = Math.max(this.#nowMs, next.dueMs);
      next.run();
      await settle(this.#turns);
    }
    this.#nowMs = untilMs;
    await settle(this.#turns);
  }
}

/** A request and its reply over a loopback that takes a turn for each. */
const someTurns = 8;

/** Enough turns of the event loop for a request and its reply over the loopback, and what follows from them. */
export async function settle(turns = someTurns): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
