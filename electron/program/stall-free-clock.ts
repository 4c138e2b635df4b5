import type { Clock } from '../domain/time.ts';

/** Longest step between two looks at the clock that counts, ms: above a tick, far below the age of a lost link. */
const longestStepMs = 250;

/**
 * A clock whose monotonic time leaves out what this process stood still. For a simulated rig inside the process,
 * which stands still with it: its replies are not late, and no link is lost because a computer was busy.
 * A rig on a real line goes on meanwhile; there each millisecond counts.
 */
export function stallFreeClock(clock: Clock): Clock {
  let lookedMs = clock.monotonicMs();
  let countedMs = lookedMs;
  return {
    monotonicMs() {
      const nowMs = clock.monotonicMs();
      countedMs += Math.min(nowMs - lookedMs, longestStepMs);
      lookedMs = nowMs;
      return countedMs;
    },
    wallMs: () => clock.wallMs(),
    after: (ms, run) => clock.after(ms, run),
  };
}
