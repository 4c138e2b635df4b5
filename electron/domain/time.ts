import type { TimeZone } from './time-zone.ts';

/**
 * Time as an argument: nothing that decides reads a clock, it is handed one.
 * Durations come from the monotonic clock; wall time is for labels only.
 */
export interface Clock {
  /** Milliseconds on a clock that never jumps and never goes back. */
  monotonicMs(): number;
  /** Milliseconds since 1970-01-01 UTC, as the computer believes. */
  wallMs(): number;
  /** Runs `run` once after `ms` (≥ 0) milliseconds; the returned function calls it off. */
  after(ms: number, run: () => void): Cancel;
}

export type Cancel = () => void;

/** The zone of this computer at a moment, as its system has it. A name that no zone has, as `Etc/Unknown`, is none. */
export function systemTimeZone(wallMs: number): TimeZone {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const offsetMinutes = 0 - new Date(wallMs).getTimezoneOffset();
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return { name: timeZone, offsetMinutes };
  } catch {
    return { name: null, offsetMinutes };
  }
}

export const systemClock: Clock = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
