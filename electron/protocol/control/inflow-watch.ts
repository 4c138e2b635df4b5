import type { Reading } from '../../domain/reading.ts';

/**
 * With the inflow unknown nobody can tell whether it keeps below its ceiling, and a rig whose sensor is stuck heats
 * against a number that does not move. So heat that is controlled by another site is held when the inflow has been
 * missing for this long, ms (chosen: as the alarm of a lost control temperature), until a person resumes it.
 */
export const inflowUnknownAfterMs = 2000;

/** How long the inflow has been missing, ms. */
export const inflowUnknownMs = (beforeMs: number, inflow: Reading, dtMs: number): number =>
  inflow.value === null ? beforeMs + dtMs : 0;
