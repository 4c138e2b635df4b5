/** What docs/link.md does to values on their way over the wire, without the wire: both directions, rounded alike. */
import { type CircuitMode, circuitModes } from '../../../electron/domain/circuit.ts';
import { annunciations, type Intent } from '../../../electron/domain/command.ts';
import { measured, type Reading } from '../../../electron/domain/reading.ts';
import type { Telemetry } from '../../../electron/domain/telemetry.ts';
import type { CommandBlock } from '../../../native-bridge/rig/registers.ts';

const hundredths = (value: number): number => Math.round(value * 100) / 100;
const tenths = (value: number): number => Math.round(value * 10) / 10;

const modeNumber = Object.fromEntries(circuitModes.map((mode, index) => [mode, index])) as Readonly<
  Record<CircuitMode, number>
>;

/** The command block as the rig reads it. */
export const blockOf = (intent: Intent, heartbeat: number): CommandBlock => ({
  crcHolds: true,
  heartbeat,
  heaterEnable: intent.heaterEnable,
  pumpEnable: intent.pumpEnable,
  clearBits: intent.clearBits,
  mode: modeNumber[intent.mode],
  inflowSetpointCelsius: hundredths(intent.inflowSetpointCelsius),
  flowSetpointMlPerMin: Math.round(intent.flowSetpointMlPerMin),
  inflowLimitCelsius: hundredths(intent.inflowLimitCelsius),
  watchdogMs: Math.round(intent.watchdogMs),
  annunciator: annunciations.indexOf(intent.annunciator),
});

/** The telemetry block as the console decodes it. Probe readings leave the rig rounded to 0.001 °C already. */
export const heard = (telemetry: Telemetry): Telemetry => ({
  heartbeatEcho: telemetry.heartbeatEcho,
  rigState: telemetry.rigState,
  interlockBits: telemetry.interlockBits,
  probesCelsius: telemetry.probesCelsius,
  coreCelsius: telemetry.coreCelsius,
  flowMlPerMin: whole(telemetry.flowMlPerMin),
  inflowLinePressureMmHg: whole(telemetry.inflowLinePressureMmHg),
  heaterPowerPercent: tenths(telemetry.heaterPowerPercent),
  pumpSpeedRpm: tenths(telemetry.pumpSpeedRpm),
  reservoirMl: whole(telemetry.reservoirMl),
  inForce: telemetry.inForce,
  uptimeMs: telemetry.uptimeMs,
  blocksRefused: telemetry.blocksRefused,
  cavityPressureMmHg: whole(telemetry.cavityPressureMmHg),
  outflowMlPerMin: whole(telemetry.outflowMlPerMin),
});

/** No register holds −0. */
const whole = (reading: Reading): Reading =>
  reading.value === null ? reading : measured(Math.round(reading.value) + 0);
