import { type HeatUpEstimate, noEstimate } from '../../domain/heat-up-estimate.ts';
import type { Phase } from '../../domain/phase.ts';

/** What the estimate looks at, from the state of the run. */
export interface EstimateInput {
  readonly phase: Phase;
  readonly nowMs: number;
  /** Heat is asked for and in force. */
  readonly heating: boolean;
  /** Control temperature, °C; `null`: not known. */
  readonly controlCelsius: number | null;
}

export function stepEstimate(input: EstimateInput): HeatUpEstimate {
  if (input.phase !== 'heat-up') return noEstimate('not-heating-up');
  if (input.controlCelsius === null) return noEstimate('control-unknown');
  return noEstimate(input.heating ? 'gathering' : 'not-heating');
}
