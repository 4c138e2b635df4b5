import { circuitModes, rigStates } from '../../electron/domain/circuit.ts';
import { type MissingReason, measured, missing, type Reading } from '../../electron/domain/reading.ts';
import type { ProbeReadings, RigFeatures, RigIdentity, Telemetry } from '../../electron/domain/telemetry.ts';
import { decodeControl, encodeControl } from './command-block.ts';
import { noSignedValue, noValue, telemetryCount } from './map.ts';
import { blockCrcHolds, double, putDouble, type Registers, sealBlock, unsigned } from './words.ts';

/** Probe status nibbles of register 3; the index is the number on the wire. */
const probeStatus = ['ok', 'open', 'shorted', 'out-of-range', 'not-fitted'] as const;

/** What the block cannot be read without: the CRC-32 covers the serial number, features say what is fitted. */
export type RigKey = Pick<RigIdentity, 'serialNumber' | 'features'>;

export type TelemetryResult =
  | { readonly ok: true; readonly telemetry: Telemetry }
  | { readonly ok: false; readonly fault: 'block-crc' | 'invalid' };

const wrongCrc: TelemetryResult = { ok: false, fault: 'block-crc' };
const invalid: TelemetryResult = { ok: false, fault: 'invalid' };
const notFitted = missing('not-fitted');
const withoutValue = missing('no-value');

/** The console's side. `'invalid'`: the CRC-32 is right and a state, mode or probe status is not of map version 1. */
export function decodeTelemetry(registers: Registers, rig: RigKey): TelemetryResult {
  if (registers.length !== telemetryCount || !blockCrcHolds(registers, telemetryCount, rig.serialNumber)) {
    return wrongCrc;
  }
  const at = (index: number): number => registers[index] as number;
  const rigState = rigStates[at(1)];
  const mode = circuitModes[at(14)];
  const probesCelsius = probes(at(3), registers);
  if (rigState === undefined || mode === undefined || probesCelsius === null) return invalid;
  const has = rig.features;
  return {
    ok: true,
    telemetry: {
      heartbeatEcho: at(0),
      rigState,
      interlockBits: at(2),
      probesCelsius,
      coreCelsius: reading(has.core, at(8), 1000),
      flowMlPerMin: reading(true, at(9), 1),
      inflowLinePressureMmHg: signedReading(has.inflowLinePressure, at(10)),
      heaterPowerPercent: at(11) / 10,
      pumpSpeedRpm: at(12) / 10,
      reservoirMl: reading(has.reservoirLevel, at(13), 1),
      inForce: {
        mode,
        inflowSetpointCelsius: at(15) / 100,
        flowSetpointMlPerMin: at(16),
        inflowLimitCelsius: at(20) / 100,
        ...decodeControl(at(21)),
      },
      uptimeMs: double(registers, 17),
      blocksRefused: at(19),
      cavityPressureMmHg: signedReading(has.cavityPressure, at(22)),
      outflowMlPerMin: reading(has.outflowMeter, at(23), 1),
    },
  };
}

function reading(fitted: boolean, register: number, perUnit: number): Reading {
  if (!fitted) return notFitted;
  return register === noValue ? withoutValue : measured(register / perUnit);
}

function signedReading(fitted: boolean, register: number): Reading {
  if (!fitted) return notFitted;
  return register === noSignedValue ? withoutValue : measured((register << 16) >> 16);
}

function probes(statuses: number, registers: Registers): ProbeReadings | null {
  const one = (index: number): Reading | null => {
    const status = probeStatus[(statuses >>> (4 * index)) & 0xf];
    if (status === undefined) return null;
    return status === 'ok' ? reading(true, registers[4 + index] as number, 1000) : missing(status);
  };
  const [t1, t2, t3, t4] = [one(0), one(1), one(2), one(3)];
  return t1 && t2 && t3 && t4 ? [t1, t2, t3, t4] : null;
}

/**
 * The rig's side. A probe reading outside 0 to 65.534 °C is sent as out of range, any other value that does
 * not fit as "no value"; what the features do not list is sent as docs/link.md says for a part not fitted.
 */
export function encodeTelemetry(telemetry: Telemetry, rig: RigKey): Uint16Array {
  const { inForce } = telemetry;
  const registers = new Uint16Array(telemetryCount);
  registers[0] = telemetry.heartbeatEcho;
  registers[1] = rigStates.indexOf(telemetry.rigState);
  registers[2] = telemetry.interlockBits;
  telemetry.probesCelsius.forEach((probe, index) => {
    const value = unsignedReading(probe, 0.001);
    registers[3] = (registers[3] as number) | (statusOf(probe, value) << (4 * index));
    registers[4 + index] = value;
  });
  registers[8] = unsignedReading(telemetry.coreCelsius, 0.001);
  registers[9] = unsignedReading(telemetry.flowMlPerMin, 1);
  registers[10] = signed(telemetry.inflowLinePressureMmHg);
  registers[11] = unsigned(telemetry.heaterPowerPercent, 0.1);
  registers[12] = unsigned(telemetry.pumpSpeedRpm, 0.1);
  registers[13] = unsignedReading(telemetry.reservoirMl, 1);
  registers[14] = circuitModes.indexOf(inForce.mode);
  registers[15] = unsigned(inForce.inflowSetpointCelsius, 0.01);
  registers[16] = unsigned(inForce.flowSetpointMlPerMin, 1);
  putDouble(registers, 17, Math.floor(telemetry.uptimeMs) % 2 ** 32);
  registers[19] = telemetry.blocksRefused;
  registers[20] = unsigned(inForce.inflowLimitCelsius, 0.01);
  registers[21] = encodeControl(inForce);
  putOptional(registers, telemetry, rig.features);
  return sealBlock(registers, rig.serialNumber);
}

/** Registers 22 and 23 are 0 without their feature. */
function putOptional(registers: Uint16Array, telemetry: Telemetry, has: RigFeatures): void {
  registers[22] = has.cavityPressure ? signed(telemetry.cavityPressureMmHg) : 0;
  registers[23] = has.outflowMeter ? unsignedReading(telemetry.outflowMlPerMin, 1) : 0;
}

const unsignedReading = (of: Reading, unit: number): number =>
  of.value === null ? noValue : unsigned(of.value, unit);

function signed(of: Reading): number {
  if (of.value === null) return noSignedValue;
  const raw = Math.round(of.value);
  return raw > -0x8000 && raw < 0x8000 ? raw & 0xffff : noSignedValue;
}

function statusOf(probe: Reading, register: number): number {
  if (probe.value !== null) return register === noValue ? probeStatus.indexOf('out-of-range') : 0;
  return Math.max(0, (probeStatus as readonly (MissingReason | 'ok')[]).indexOf(probe.missing));
}
