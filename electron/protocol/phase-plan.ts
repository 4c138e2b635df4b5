import type { CircuitMode } from '../domain/circuit.ts';
import type { Phase } from '../domain/phase.ts';
import type { Preset } from '../domain/preset.ts';

/** What a phase asks of the rig, and how long it may take before the console says so. */
export interface PhasePlan {
  readonly mode: CircuitMode;
  /** Which flow of the preset is pumped; `none`: the pump stands. */
  readonly flow: 'set' | 'fill' | 'drain' | 'none';
  /** `inflow`: the inflow is held at target; `control`: the cascade holds the control temperature. */
  readonly heat: 'off' | 'inflow' | 'control';
  /** Medium alarm after this many minutes (brief: preheat and heat-up 30, others 15); `null`: no limit of its own. */
  readonly timeLimitMinutes: number | null;
}

export const phasePlans: Readonly<Record<Phase, PhasePlan>> = {
  'self-test': { mode: 'bypass', flow: 'none', heat: 'off', timeLimitMinutes: 15 },
  prime: { mode: 'prime', flow: 'set', heat: 'off', timeLimitMinutes: 15 },
  preheat: { mode: 'bypass', flow: 'set', heat: 'inflow', timeLimitMinutes: 30 },
  fill: { mode: 'fill', flow: 'fill', heat: 'inflow', timeLimitMinutes: 15 },
  'heat-up': { mode: 'circulate', flow: 'set', heat: 'control', timeLimitMinutes: 30 },
  treatment: { mode: 'circulate', flow: 'set', heat: 'control', timeLimitMinutes: null },
  drain: { mode: 'drain', flow: 'drain', heat: 'off', timeLimitMinutes: 15 },
  rinse: { mode: 'rinse', flow: 'fill', heat: 'off', timeLimitMinutes: 15 },
  'rinse-drain': { mode: 'drain', flow: 'drain', heat: 'off', timeLimitMinutes: 15 },
  disconnect: { mode: 'standby', flow: 'none', heat: 'off', timeLimitMinutes: 15 },
  complete: { mode: 'standby', flow: 'none', heat: 'off', timeLimitMinutes: null },
};

/** Modes in which fluid goes into the patient. */
export const intoPatient = (mode: CircuitMode): boolean =>
  mode === 'fill' || mode === 'circulate' || mode === 'rinse';

/** Set flow of a phase in mL/min. */
export function phaseFlowMlPerMin(phase: Phase, preset: Preset): number {
  const flows = {
    set: preset.flowMlPerMin,
    fill: preset.fillFlowMlPerMin,
    drain: preset.drainFlowMlPerMin,
    none: 0,
  };
  return flows[phasePlans[phase].flow];
}
