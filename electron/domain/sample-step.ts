/** A longer step between two samples is a gap: time that the record does not cover. */
export const longestStepMs = 500;
/** What a sample after a gap covers: one tick (ten a second). */
const tickMs = 100;

/** What a sample stands for: the time since the sample before it. */
export interface Step {
  /** Session time of the sample before, 0 at the start. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Time the sample speaks for; never more than the longest step. */
  readonly coveredMs: number;
  /** End of the time not covered, `null` where there is none; it begins at `fromMs`. */
  readonly gapUntilMs: number | null;
}

export function stepTo(fromMs: number, toMs: number): Step {
  const ms = toMs - fromMs;
  if (ms <= longestStepMs) return { fromMs, toMs, coveredMs: ms, gapUntilMs: null };
  return { fromMs, toMs, coveredMs: tickMs, gapUntilMs: toMs - tickMs };
}
