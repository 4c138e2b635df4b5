import { linkLostAfterMs } from './link.ts';

/** Longer than a lost link between two ticks, nobody knows what was meanwhile: none of that time counts. */
const longestCountedMs = linkLostAfterMs;

/** The one rule for which time counts: for the clocks while a run goes on, and for every figure made from its record. */
export const isGap = (stepMs: number): boolean => stepMs > longestCountedMs;

/** What a sample stands for: the time since the sample before it. */
export interface Step {
  /** Session time of the sample before, 0 at the start. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Time the sample speaks for; after a gap none. */
  readonly coveredMs: number;
  /** Nothing is known of the time between: it belongs to the elapsed time and to nothing else. */
  readonly gap: boolean;
}

export function stepTo(fromMs: number, toMs: number): Step {
  const gap = isGap(toMs - fromMs);
  return { fromMs, toMs, coveredMs: gap ? 0 : toMs - fromMs, gap };
}
