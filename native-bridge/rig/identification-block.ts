import type { RigFeatures, RigIdentity } from '../../electron/domain/telemetry.ts';
import { firmwareBytes, identificationCount, mapVersion, serialNumberBytes } from './map.ts';
import { blockCrcHolds, putText, type Registers, sealBlock, text } from './words.ts';

/** Feature bits of register 1. */
const featureBits: readonly (readonly [keyof RigFeatures, number])[] = [
  ['core', 0],
  ['inflowLinePressure', 1],
  ['battery', 2],
  ['reservoirLevel', 3],
  ['cavityPressure', 4],
  ['outflowMeter', 5],
  ['simulated', 15],
];

const dayMs = 86_400_000;
const firstDayMs = Date.UTC(2020, 0, 1);

export type IdentificationResult =
  | { readonly ok: true; readonly identity: RigIdentity }
  | { readonly ok: false; readonly fault: 'block-crc' | 'map-version' | 'invalid'; readonly detail: string };

/** The console's side. Another map version is refused: nothing else in the block can be trusted to mean the same. */
export function decodeIdentification(registers: Registers): IdentificationResult {
  if (registers.length !== identificationCount || !blockCrcHolds(registers, identificationCount, null)) {
    return { ok: false, fault: 'block-crc', detail: 'the CRC-32 of the identification block is wrong' };
  }
  const at = (index: number): number => registers[index] as number;
  if (at(0) !== mapVersion) {
    return { ok: false, fault: 'map-version', detail: `the rig speaks register map version ${at(0)}` };
  }
  const serialNumber = text(registers, 2, serialNumberBytes);
  const firmware = text(registers, 10, firmwareBytes);
  if (!serialNumber) {
    return { ok: false, fault: 'invalid', detail: 'the serial number is empty or not printable ASCII' };
  }
  if (firmware === null) return { ok: false, fault: 'invalid', detail: 'the firmware version is not ASCII' };
  if (at(18) > at(19)) {
    return { ok: false, fault: 'invalid', detail: `lowest flow ${at(18)} mL/min exceeds highest ${at(19)}` };
  }
  const features = decodeFeatures(at(1));
  return {
    ok: true,
    identity: {
      mapVersion: at(0),
      features,
      serialNumber,
      firmware,
      calibrationDates: [at(14), at(15), at(16), at(17)].map(isoDate),
      lowestFlowMlPerMin: at(18),
      highestFlowMlPerMin: at(19),
      heaterRatingW: at(20),
      timeScale: features.simulated ? Math.max(1, at(21)) : 1,
    },
  };
}

/** The rig's side. Serial number up to 16, firmware up to 8 ASCII characters; dates from 2020-01-02 on. */
export function encodeIdentification(identity: RigIdentity): Uint16Array {
  const registers = new Uint16Array(identificationCount);
  registers[0] = identity.mapVersion;
  registers[1] = encodeFeatures(identity.features);
  putText(registers, 2, identity.serialNumber, serialNumberBytes);
  putText(registers, 10, identity.firmware, firmwareBytes);
  identity.calibrationDates.slice(0, 4).forEach((date, index) => {
    registers[14 + index] = date === null ? 0 : Math.round((Date.parse(date) - firstDayMs) / dayMs);
  });
  registers[18] = identity.lowestFlowMlPerMin;
  registers[19] = identity.highestFlowMlPerMin;
  registers[20] = identity.heaterRatingW;
  registers[21] = identity.timeScale;
  return sealBlock(registers, null);
}

const isoDate = (days: number): string | null =>
  days === 0 ? null : new Date(firstDayMs + days * dayMs).toISOString().slice(0, 10);

const encodeFeatures = (features: RigFeatures): number =>
  featureBits.reduce((bits, [name, bit]) => bits | (features[name] ? 1 << bit : 0), 0);

const decodeFeatures = (bits: number): RigFeatures =>
  Object.fromEntries(featureBits.map(([name, bit]) => [name, (bits & (1 << bit)) !== 0])) as Record<
    keyof RigFeatures,
    boolean
  >;
