import type { LostBecause } from '../domain/phase.ts';

/** The computer a lost run is found on. */
export interface ComputerNow {
  readonly wallMs: number;
  /** Since it was started; `null`: it does not say. */
  readonly uptimeSeconds: number | null;
}

/** A start and a last sample that lie no further apart cannot be put in order, ms (chosen: two clocks, one being set). */
const resolutionMs = 2_000;

/**
 * Why a console was lost: a computer that was started after the last thing on record took it along, one that has been on
 * since before did not. A wall clock behind the record tells nothing. Pure.
 */
export function lostBecause(lastWrittenWallMs: number, { wallMs, uptimeSeconds }: ComputerNow): LostBecause {
  if (uptimeSeconds === null || !Number.isFinite(uptimeSeconds) || uptimeSeconds < 0) return 'unknown';
  if (wallMs < lastWrittenWallMs) return 'unknown';
  const startedAfterMs = wallMs - 1000 * uptimeSeconds - lastWrittenWallMs;
  if (Math.abs(startedAfterMs) < resolutionMs) return 'unknown';
  return startedAfterMs > 0 ? 'computer-restarted' : 'console-ended';
}
