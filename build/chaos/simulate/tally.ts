import type { FaultName } from './faults/names.ts';
import type { Beginning } from './plan.ts';

/** One fault that took effect, and in which phase. */
export interface TookEffect {
  readonly name: FaultName;
  readonly phase: Beginning;
  readonly atSeconds: number;
  readonly what: string;
}
