import type { Outcome } from '../domain/phase.ts';

/** Exit codes of the console (README.md). 0 only when the treatment completed. */
export const exitCodes = {
  completed: 0,
  failed: 1,
  badInput: 2,
  rigRefused: 3,
  endedEarly: 4,
  stopped: 5,
  aborted: 6,
  documentsFailed: 7,
  interrupted: 8,
  noTreatment: 9,
} as const;

export const exitCodeOf = (outcome: Outcome): number =>
  ({
    completed: exitCodes.completed,
    'ended-early': exitCodes.endedEarly,
    stopped: exitCodes.stopped,
    aborted: exitCodes.aborted,
    interrupted: exitCodes.interrupted,
  })[outcome];
