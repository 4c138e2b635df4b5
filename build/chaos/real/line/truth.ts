import type { Reading } from '../../../../electron/domain/reading.ts';
import type { Telemetry } from '../../../../electron/domain/telemetry.ts';

/** What the rig had in itself when it answered a request. */
export interface Truth {
  readonly atMs: number;
  readonly telemetry: Telemetry;
}

/** Half of what a register counts in, and a rounding (docs/link.md). */
const fine = 0.0005 + 1e-9;
const units = {
  thousandths: fine,
  hundredths: 0.005 + 1e-9,
  tenths: 0.05 + 1e-9,
  whole: 0.5 + 1e-9,
} as const;

/** What of `seen` is not what the rig had; `null`: all of it is. */
export function differsFrom({ telemetry: truth }: Truth, seen: Telemetry): string | null {
  const wrong: string[] = [];
  const same = (what: string, is: unknown, was: unknown): void => {
    if (is !== was) wrong.push(`${what} ${is} for ${was}`);
  };
  const near = (what: string, is: number, was: number, within: number): void => {
    if (!(Math.abs(is - was) <= within)) wrong.push(`${what} ${is} for ${was}`);
  };
  const reads = (what: string, is: Reading, was: Reading, within: number): void => {
    if (is.value === null || was.value === null) same(what, is.missing, was.missing);
    else near(what, is.value, was.value, within);
  };
  same('heartbeat', seen.heartbeatEcho, truth.heartbeatEcho);
  same('state', seen.rigState, truth.rigState);
  same('interlocks', seen.interlockBits, truth.interlockBits);
  same('refused', seen.blocksRefused, truth.blocksRefused);
  // A counter of whole milliseconds.
  same('uptime', seen.uptimeMs, Math.floor(truth.uptimeMs));
  for (const [at, probe] of seen.probesCelsius.entries())
    reads(`T${at + 1}`, probe, truth.probesCelsius[at] as Reading, units.thousandths);
  reads('core', seen.coreCelsius, truth.coreCelsius, units.thousandths);
  reads('flow', seen.flowMlPerMin, truth.flowMlPerMin, units.whole);
  reads('pressure', seen.inflowLinePressureMmHg, truth.inflowLinePressureMmHg, units.whole);
  reads('cavity pressure', seen.cavityPressureMmHg, truth.cavityPressureMmHg, units.whole);
  reads('outflow', seen.outflowMlPerMin, truth.outflowMlPerMin, units.whole);
  reads('reservoir', seen.reservoirMl, truth.reservoirMl, units.whole);
  near('heater power', seen.heaterPowerPercent, truth.heaterPowerPercent, units.tenths);
  near('pump speed', seen.pumpSpeedRpm, truth.pumpSpeedRpm, units.tenths);
  same('mode', seen.inForce.mode, truth.inForce.mode);
  same('heater', seen.inForce.heaterEnable, truth.inForce.heaterEnable);
  same('pump', seen.inForce.pumpEnable, truth.inForce.pumpEnable);
  same('clear', seen.inForce.clearBits, truth.inForce.clearBits);
  near('set flow', seen.inForce.flowSetpointMlPerMin, truth.inForce.flowSetpointMlPerMin, units.whole);
  near(
    'set-point',
    seen.inForce.inflowSetpointCelsius,
    truth.inForce.inflowSetpointCelsius,
    units.hundredths,
  );
  near('limit', seen.inForce.inflowLimitCelsius, truth.inForce.inflowLimitCelsius, units.hundredths);
  return wrong.length === 0 ? null : wrong.join(', ');
}
