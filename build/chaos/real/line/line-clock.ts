import type { Cancel, Clock } from '../../../../electron/domain/time.ts';

interface Timer {
  readonly dueMs: number;
  readonly order: number;
  readonly run: () => void;
}

/**
 * The clock of one line: it stands while bytes are on their way through the ptys and goes on to the next timer when
 * all have arrived. So what is late was made late, however busy the computer is, and no deadline costs its time.
 */
export class LineClock implements Clock {
  #nowMs = 0;
  #order = 0;
  #timers: Timer[] = [];

  monotonicMs(): number {
    return this.#nowMs;
  }

  wallMs(): number {
    return Date.UTC(2026, 0, 15, 8) + this.#nowMs;
  }

  after(ms: number, run: () => void): Cancel {
    this.#order += 1;
    const timer: Timer = { dueMs: this.#nowMs + Math.max(0, ms), order: this.#order, run };
    const later = this.#timers.findIndex(({ dueMs }) => dueMs > timer.dueMs);
    this.#timers.splice(later < 0 ? this.#timers.length : later, 0, timer);
    return () => {
      const at = this.#timers.indexOf(timer);
      if (at >= 0) this.#timers.splice(at, 1);
    };
  }

  /** Goes on to the next timer and runs it; `false`: there is none. */
  step(): boolean {
    const next = this.#timers.shift();
    if (next === undefined) return false;
    this.#nowMs = next.dueMs;
    next.run();
    return true;
  }
}
