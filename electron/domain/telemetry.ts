import type { CircuitMode, RigState } from './circuit.ts';
import type { Reading } from './reading.ts';

/** Four readings, probe 1 first. Probe 1 is the rig's own inflow sensor, always. */
export type ProbeReadings = readonly [Reading, Reading, Reading, Reading];

/** What the rig says is in force: accepted by the machine, neither requested nor measured. */
export interface InForce {
  readonly mode: CircuitMode;
  readonly heaterEnable: boolean;
  readonly pumpEnable: boolean;
  readonly inflowSetpointCelsius: number;
  readonly flowSetpointMlPerMin: number;
  readonly inflowLimitCelsius: number;
  /** Clear bits as the machine echoes them. */
  readonly clearBits: number;
}

/** What a machine tells in one exchange. */
export interface Telemetry {
  readonly heartbeatEcho: number;
  readonly rigState: RigState;
  /** Bit n = interlock n of `interlocks`. */
  readonly interlockBits: number;
  readonly probesCelsius: ProbeReadings;
  readonly coreCelsius: Reading;
  readonly flowMlPerMin: Reading;
  readonly inflowLinePressureMmHg: Reading;
  readonly heaterPowerPercent: number;
  readonly pumpSpeedRpm: number;
  readonly reservoirMl: Reading;
  readonly inForce: InForce;
  /** Milliseconds since power-up of the rig; going back means it restarted. */
  readonly uptimeMs: number;
  readonly blocksRefused: number;
  readonly cavityPressureMmHg: Reading;
  readonly outflowMlPerMin: Reading;
}

/** What a machine can do: what is asked of it is kept within this. */
export interface RigCapabilities {
  readonly features: RigFeatures;
  readonly lowestFlowMlPerMin: number;
  readonly highestFlowMlPerMin: number;
  readonly heaterRatingW: number;
  /** 1 is real time; above 1 only on a simulated rig. */
  readonly timeScale: number;
}

/** Who a machine is, and what it can do. */
export interface RigIdentity extends RigCapabilities {
  /** Version of the language its driver speaks with it. */
  readonly mapVersion: number;
  /** Up to 16 ASCII characters. */
  readonly serialNumber: string;
  readonly firmware: string;
  /** ISO dates (YYYY-MM-DD) of probes 1 to 4, `null` where unknown. */
  readonly calibrationDates: readonly (string | null)[];
}

export interface RigFeatures {
  readonly core: boolean;
  readonly inflowLinePressure: boolean;
  readonly battery: boolean;
  readonly reservoirLevel: boolean;
  readonly cavityPressure: boolean;
  readonly outflowMeter: boolean;
  readonly simulated: boolean;
}
