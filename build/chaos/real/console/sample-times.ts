import type { SampleTime } from './journal-evidence.ts';

/** Ten ticks a second. */
const tickMs = 100;
/** A sample this much after the one before has left out a slot: its own may be late by less than half of one. */
const gapMs = 1.5 * tickMs;

export interface Missed {
  readonly ticks: number;
  /** The longest time between two samples, ms. */
  readonly longestMs: number;
}

/** Slots that no sample came in, by session time. */
export function missedTicks(samples: readonly SampleTime[]): Missed {
  let ticks = 0;
  let longestMs = 0;
  for (const [at, { sessionMs }] of samples.entries()) {
    const before = samples[at - 1];
    if (before === undefined) continue;
    const passedMs = sessionMs - before.sessionMs;
    longestMs = Math.max(longestMs, passedMs);
    if (passedMs > gapMs) ticks += Math.round(passedMs / tickMs) - 1;
  }
  return { ticks, longestMs };
}

/** A stretch of time by the wall clock, ms. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface Held extends Missed {
  /** So many the machine had no time for, for anybody. */
  readonly mayMiss: number;
}

/** What may be missed beside what a bare timer misses, or the console where nothing is broken (as for its jitter). */
const allowance = 1.5;

/**
 * Ticks missed in `broken`, and how many may be: those that a bare timer missed meanwhile, or that the console misses
 * in as much time of the same run in which nothing is broken, whichever is more. On a machine with time for it: none.
 */
export function heldTicks(
  samples: readonly SampleTime[],
  broken: Stretch,
  quiet: readonly Stretch[],
  bareMissed: number,
): Held {
  const within = ({ fromMs, toMs }: Stretch): SampleTime[] =>
    samples.filter(({ wallMs }) => wallMs >= fromMs && wallMs <= toMs);
  // With the samples on either side of it: a stretch without any has missed them all.
  const around = ({ fromMs, toMs }: Stretch): SampleTime[] => {
    const after = samples.findIndex(({ wallMs }) => wallMs > toMs);
    const before = samples.findLastIndex(({ wallMs }) => wallMs < fromMs);
    return samples.slice(Math.max(0, before), after < 0 ? undefined : after + 1);
  };
  const lengthMs = (stretches: readonly Stretch[]): number =>
    stretches.reduce((sum, { fromMs, toMs }) => sum + Math.max(0, toMs - fromMs), 0);
  const quietMs = lengthMs(quiet);
  const quietMissed = quiet.reduce((sum, stretch) => sum + missedTicks(within(stretch)).ticks, 0);
  const asQuiet = quietMs === 0 ? 0 : (quietMissed * lengthMs([broken])) / quietMs;
  return {
    ...missedTicks(around(broken)),
    mayMiss: Math.floor(allowance * Math.max(bareMissed, asQuiet)),
  };
}

/** A tick may be seen so much before the slot that most keep, ms: times are whole ms. */
const earlyMs = 5;

/**
 * By how much each tick after the first came after the slot that was next, ms. Slots lie a tick apart; where exactly,
 * most ticks tell. What every tick takes until it is stamped is in none of it.
 */
export function latenessMs(times: readonly number[]): number[] {
  const phase = commonPhase(times);
  return times.slice(1).map((ms, at) => {
    const before = times[at] as number;
    const slot = phase + tickMs * (Math.floor((before - phase + earlyMs) / tickMs) + 1);
    return Math.max(0, ms - slot);
  });
}

/** Where in 100 ms most of them lie, to the ms. */
function commonPhase(times: readonly number[]): number {
  const counts = new Array<number>(tickMs).fill(0);
  for (const ms of times) {
    const phase = ((Math.floor(ms) % tickMs) + tickMs) % tickMs;
    counts[phase] = (counts[phase] ?? 0) + 1;
  }
  return counts.indexOf(Math.max(...counts));
}
