import { interlocksIn } from '../../electron/domain/circuit.ts';
import type { Reading } from '../../electron/domain/reading.ts';
import type { Telemetry } from '../../electron/domain/telemetry.ts';

/** One line for the person who runs the rig: session time, state, mode, probes 1 to 4 and core, flow, interlocks. */
export function statusLine(sessionMs: number, telemetry: Telemetry): string {
  const { inForce, probesCelsius, coreCelsius, flowMlPerMin, heaterPowerPercent } = telemetry;
  const temperatures = [...probesCelsius, coreCelsius].map(celsius).join(' ');
  return [
    clockText(sessionMs),
    telemetry.rigState,
    inForce.mode,
    `${temperatures} °C`,
    `${Math.round(flowMlPerMin.value ?? 0)} mL/min`,
    `heater ${heaterPowerPercent.toFixed(1)} %`,
    interlocksIn(telemetry.interlockBits).join(', ') || 'no interlock',
  ].join('  ');
}

const celsius = (reading: Reading): string => (reading.value === null ? '---' : reading.value.toFixed(2));

function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
