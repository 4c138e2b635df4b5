import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circuitModes, rigStates } from '../../../electron/domain/circuit.ts';
import { annunciations, type Intent, standbyIntent } from '../../../electron/domain/command.ts';
import { measured, missing, type Reading } from '../../../electron/domain/reading.ts';
import type { RigIdentity, Telemetry } from '../../../electron/domain/telemetry.ts';
import {
  decodeCommand,
  decodeIdentification,
  decodeTelemetry,
  encodeCommand,
  encodeIdentification,
  encodeTelemetry,
} from '../../../native-bridge/rig/registers.ts';
import { allFitted, exampleIdentity, exampleTelemetry } from './examples.ts';

const serialNumber = 'ISO-2026-00042';
const rig = { serialNumber, features: allFitted };

/** CRC-32 by its definition, bit by bit: nothing in common with the code under test. */
function crc32ByHand(bytes: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
const bigEndian = (registers: Uint16Array): number[] => [...registers].flatMap((r) => [r >>> 8, r & 0xff]);
const padded = (text: string): number[] => Array.from({ length: 16 }, (_, i) => text.charCodeAt(i) || 0);
const lastDouble = (registers: Uint16Array): number =>
  (registers.at(-2) as number) * 0x10000 + (registers.at(-1) as number);

const grid = (lowest: number, highest: number, perUnit: number) =>
  fc
    .integer({ min: Math.round(lowest * perUnit), max: Math.round(highest * perUnit) })
    .map((n) => n / perUnit);
const word = fc.integer({ min: 0, max: 0xffff });

describe('the command block', () => {
  const intent: Intent = {
    mode: 'circulate',
    heaterEnable: true,
    pumpEnable: true,
    inflowSetpointCelsius: 44.25,
    flowSetpointMlPerMin: 1500,
    inflowLimitCelsius: 46,
    watchdogMs: 1500,
    annunciator: 'medium',
    clearBits: 0b1000_0000_0001,
  };

  it('is laid out as docs/link.md says', () => {
    const block = encodeCommand(intent, 0x1234, serialNumber);
    expect([...block.subarray(0, 8)]).toEqual([0x1234, 0x8013, 4, 4425, 1500, 4600, 1500, 2]);
    expect(lastDouble(block)).toBe(
      crc32ByHand([...padded(serialNumber), ...bigEndian(block.subarray(0, 8))]),
    );
  });

  const anyIntent: fc.Arbitrary<Intent> = fc.record({
    mode: fc.constantFrom(...circuitModes),
    heaterEnable: fc.boolean(),
    pumpEnable: fc.boolean(),
    inflowSetpointCelsius: grid(20, 46, 100),
    flowSetpointMlPerMin: fc.integer({ min: 0, max: 5000 }),
    inflowLimitCelsius: grid(30, 47, 100),
    watchdogMs: fc.integer({ min: 500, max: 5000 }),
    annunciator: fc.constantFrom(...annunciations),
    clearBits: fc.integer({ min: 0, max: 0xfff }),
  });

  it('comes back as it was meant', () => {
    fc.assert(
      fc.property(anyIntent, word, (sent, heartbeat) => {
        expect(decodeCommand(encodeCommand(sent, heartbeat, serialNumber), serialNumber)).toEqual({
          ...sent,
          crcHolds: true,
          heartbeat,
          mode: circuitModes.indexOf(sent.mode),
          annunciator: annunciations.indexOf(sent.annunciator),
        });
      }),
    );
  });

  it('fails its CRC-32 for another rig and with any bit flipped', () => {
    const block = encodeCommand(intent, 1, serialNumber);
    expect(decodeCommand(block, 'ISO-2026-00043').crcHolds).toBe(false);
    for (let bit = 0; bit < 16 * block.length; bit += 1) {
      const flipped = block.slice();
      flipped[bit >> 4] = (flipped[bit >> 4] as number) ^ (1 << (bit & 15));
      expect(decodeCommand(flipped, serialNumber).crcHolds).toBe(false);
    }
  });

  it('writes what no register can hold as a value that a rig refuses, never as another one', () => {
    const nonsense = encodeCommand(
      { ...standbyIntent, inflowSetpointCelsius: Number.NaN, flowSetpointMlPerMin: -1, watchdogMs: 1e9 },
      1,
      serialNumber,
    );
    expect([nonsense[3], nonsense[4], nonsense[6]]).toEqual([0xffff, 0xffff, 0xffff]);
  });
});

describe('the telemetry block', () => {
  it('is laid out as docs/link.md says', () => {
    const block = encodeTelemetry(exampleTelemetry, rig);
    expect([...block.subarray(0, 24)]).toEqual([
      513,
      2,
      0b100,
      0x0021,
      0xffff,
      0xffff,
      42_437,
      42_001,
      36_900,
      1498,
      0xfff4,
      553,
      1201,
      0x8000 - 1,
      4,
      4425,
      1500,
      1,
      0x86a0,
      3,
      4600,
      0x0043,
      0x8000,
      0xffff,
    ]);
    expect(lastDouble(block)).toBe(
      crc32ByHand([...padded(serialNumber), ...bigEndian(block.subarray(0, 24))]),
    );
  });

  it('comes back as it was measured', () => {
    expect(decodeTelemetry(encodeTelemetry(exampleTelemetry, rig), rig)).toEqual({
      ok: true,
      telemetry: exampleTelemetry,
    });
  });

  const probe: fc.Arbitrary<Reading> = fc.oneof(
    grid(0, 65.534, 1000).map(measured),
    fc.constantFrom(...(['open', 'shorted', 'out-of-range', 'not-fitted', 'no-value'] as const)).map(missing),
  );
  const unsigned = fc.oneof(
    fc.integer({ min: 0, max: 0xfffe }).map(measured),
    fc.constant(missing('no-value')),
  );
  const signed = fc.oneof(
    fc.integer({ min: -0x7fff, max: 0x7fff }).map(measured),
    fc.constant(missing('no-value')),
  );
  const anyTelemetry: fc.Arbitrary<Telemetry> = fc.record({
    heartbeatEcho: word,
    rigState: fc.constantFrom(...rigStates),
    interlockBits: word,
    probesCelsius: fc.tuple(probe, probe, probe, probe),
    coreCelsius: fc.oneof(grid(0, 65.534, 1000).map(measured), fc.constant(missing('no-value'))),
    flowMlPerMin: unsigned,
    inflowLinePressureMmHg: signed,
    heaterPowerPercent: grid(0, 100, 10),
    pumpSpeedRpm: grid(0, 600, 10),
    reservoirMl: unsigned,
    inForce: fc.record({
      mode: fc.constantFrom(...circuitModes),
      heaterEnable: fc.boolean(),
      pumpEnable: fc.boolean(),
      inflowSetpointCelsius: grid(20, 46, 100),
      flowSetpointMlPerMin: fc.integer({ min: 0, max: 5000 }),
      inflowLimitCelsius: grid(30, 47, 100),
      clearBits: fc.integer({ min: 0, max: 0xfff }),
    }),
    uptimeMs: fc.integer({ min: 0, max: 0xffffffff }),
    blocksRefused: word,
    cavityPressureMmHg: signed,
    outflowMlPerMin: unsigned,
  });

  it('round-trips whatever a rig may say', () => {
    fc.assert(
      fc.property(anyTelemetry, (telemetry) => {
        expect(decodeTelemetry(encodeTelemetry(telemetry, rig), rig)).toEqual({ ok: true, telemetry });
      }),
    );
  });

  it('of another rig, or with any bit flipped, is refused', () => {
    const block = encodeTelemetry(exampleTelemetry, rig);
    const refused = { ok: false, fault: 'block-crc' };
    expect(decodeTelemetry(block, { ...rig, serialNumber: 'ISO-2026-00043' })).toEqual(refused);
    expect(decodeTelemetry(block.subarray(0, 25), rig)).toEqual(refused);
    for (let bit = 0; bit < 16 * block.length; bit += 1) {
      const flipped = block.slice();
      flipped[bit >> 4] = (flipped[bit >> 4] as number) ^ (1 << (bit & 15));
      expect(decodeTelemetry(flipped, rig)).toEqual(refused);
    }
  });

  it('says "not fitted" for what the features do not list, whatever the registers hold', () => {
    const none = {
      core: false,
      inflowLinePressure: false,
      battery: false,
      reservoirLevel: false,
      cavityPressure: false,
      outflowMeter: false,
      simulated: false,
    };
    const block = encodeTelemetry(exampleTelemetry, rig);
    const decoded = decodeTelemetry(block, { serialNumber, features: none });
    const { telemetry } = decoded as Extract<typeof decoded, { ok: true }>;
    const absent = missing('not-fitted');
    expect(telemetry.coreCelsius).toEqual(absent);
    expect(telemetry.inflowLinePressureMmHg).toEqual(absent);
    expect(telemetry.reservoirMl).toEqual(absent);
    expect(telemetry.cavityPressureMmHg).toEqual(absent);
    expect(telemetry.outflowMlPerMin).toEqual(absent);
    expect(telemetry.flowMlPerMin).toEqual(measured(1498));
  });

  it('sends 0 for cavity pressure and outflow where they are not fitted', () => {
    const features = { ...allFitted, cavityPressure: false, outflowMeter: false };
    const block = encodeTelemetry(exampleTelemetry, { serialNumber, features });
    expect([block[22], block[23]]).toEqual([0, 0]);
  });

  it('sends a temperature that the register cannot hold as out of range', () => {
    const hot: Telemetry = {
      ...exampleTelemetry,
      probesCelsius: [measured(70), measured(-3), measured(40), measured(40)],
    };
    const block = encodeTelemetry(hot, rig);
    expect([block[3], block[4], block[5]]).toEqual([0x0033, 0xffff, 0xffff]);
  });

  it('is invalid with a state, mode or probe status that map version 1 does not know', () => {
    for (const [index, value] of [
      [1, 6],
      [14, 7],
      [3, 0x5000],
    ] as const) {
      const block = encodeTelemetry(exampleTelemetry, rig);
      block[index] = value;
      const crc = crc32ByHand([...padded(serialNumber), ...bigEndian(block.subarray(0, 24))]);
      block[24] = crc >>> 16;
      block[25] = crc;
      expect(decodeTelemetry(block, rig)).toEqual({ ok: false, fault: 'invalid' });
    }
  });
});

describe('the identification block', () => {
  const resealed = (change: (block: Uint16Array) => void): Uint16Array => {
    const block = encodeIdentification(exampleIdentity);
    change(block);
    const crc = crc32ByHand(bigEndian(block.subarray(0, 22)));
    block[22] = crc >>> 16;
    block[23] = crc;
    return block;
  };

  it('is laid out as docs/link.md says', () => {
    const block = encodeIdentification(exampleIdentity);
    expect([...block.subarray(0, 22)]).toEqual([
      1, 0x8017, 0x4953, 0x4f2d, 0x3230, 0x3236, 0x2d30, 0x3030, 0x3432, 0, 0x312e, 0x322e, 0x3300, 0, 1, 366,
      0, 2222, 50, 3000, 1200, 1,
    ]);
    expect(lastDouble(block)).toBe(crc32ByHand(bigEndian(block.subarray(0, 22))));
  });

  it('comes back as the rig said', () => {
    expect(decodeIdentification(encodeIdentification(exampleIdentity))).toEqual({
      ok: true,
      identity: exampleIdentity,
    });
  });

  it('is refused damaged, of another map version, or without a serial number', () => {
    const damaged = encodeIdentification(exampleIdentity);
    damaged[18] = 51;
    expect(decodeIdentification(damaged)).toMatchObject({ ok: false, fault: 'block-crc' });
    const newer = decodeIdentification(
      resealed((block) => {
        block[0] = 2;
      }),
    );
    expect(newer).toEqual({
      ok: false,
      fault: 'map-version',
      detail: 'the rig speaks register map version 2',
    });
    expect(decodeIdentification(resealed((block) => block.fill(0, 2, 10)))).toMatchObject({
      fault: 'invalid',
    });
    expect(decodeIdentification(resealed((block) => block.fill(0xc3c3, 2, 10)))).toMatchObject({
      fault: 'invalid',
    });
  });

  it('runs in real time unless it is a simulated rig with a scale', () => {
    const scaleOf = (features: number, scale: number): number => {
      const block = resealed((registers) => {
        registers[1] = features;
        registers[21] = scale;
      });
      const decoded = decodeIdentification(block) as { identity: RigIdentity };
      return decoded.identity.timeScale;
    };
    expect(scaleOf(0x8000, 0)).toBe(1);
    expect(scaleOf(0x8000, 60)).toBe(60);
    expect(scaleOf(0, 60)).toBe(1);
  });
});
