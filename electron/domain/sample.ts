import type { CircuitMode } from './circuit.ts';
import type { Phase } from './phase.ts';
import type { Reading } from './reading.ts';
import type { ProbeReadings } from './telemetry.ts';

/** One tick as it is kept: ten a second, every one. A tick without fresh telemetry holds nulls and why. */
export interface Sample {
  /** Session time, ms since the run was started; never goes back. */
  readonly sessionMs: number;
  readonly wallMs: number;
  readonly phase: Phase;
  readonly probesCelsius: ProbeReadings;
  readonly coreCelsius: Reading;
  readonly controlCelsius: Reading;
  readonly flowMlPerMin: Reading;
  readonly outflowMlPerMin: Reading;
  readonly inflowLinePressureMmHg: Reading;
  readonly cavityPressureMmHg: Reading;
  readonly reservoirMl: Reading;
  readonly heaterPowerPercent: Reading;
  readonly pumpSpeedRpm: Reading;
  /** Estimated: volume in minus volume out. */
  readonly cavityVolumeMl: number;
  /** What was written to the rig in this exchange; `null`: nothing was. */
  readonly requested: SampleCommand | null;
  /** `null` without fresh telemetry. */
  readonly inForce: SampleCommand | null;
  readonly interlockBits: number | null;
  /** The in-band clock ran over this tick. */
  readonly inBand: boolean;
}

/** A command as kept with a sample: once as requested, once as in force. */
export interface SampleCommand {
  readonly mode: CircuitMode;
  readonly heaterEnable: boolean;
  readonly pumpEnable: boolean;
  readonly inflowSetpointCelsius: number;
  readonly flowSetpointMlPerMin: number;
}
