import type { RecordedCase } from '../domain/case.ts';
import type { Outcome } from '../domain/phase.ts';

/** How an earlier run of a patient went, and its case, to begin the next one from. */
export interface EarlierSession {
  readonly runId: string;
  readonly startedWallMs: number;
  readonly simulation: boolean;
  readonly case: RecordedCase;
  readonly preset: {
    readonly name: string;
    readonly version: number;
    readonly targetCelsius: number;
    readonly minutes: number;
    /** Values were changed for that run and kept nowhere. */
    readonly onlyOnce: boolean;
  };
  /** `null`: its record breaks off. */
  readonly outcome: Outcome | null;
  readonly totals: {
    readonly elapsedSeconds: number;
    readonly inBandSeconds: number;
    readonly volumeRetainedMl: number | null;
  } | null;
}
