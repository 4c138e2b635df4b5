import { describe, expect, it } from 'vitest';
import { crc16, crc16Holds, sealWithCrc16 } from '../../../native-bridge/modbus/crc16.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('CRC-16/MODBUS', () => {
  it('gives the check value of the catalogue of parametrised CRC algorithms', () => {
    expect(crc16(ascii('123456789'))).toBe(0x4b37);
  });

  it('seals the example frame of the standard low byte first', () => {
    const frame = sealWithCrc16(Uint8Array.of(0x02, 0x07, 0, 0));
    expect([...frame]).toEqual([0x02, 0x07, 0x41, 0x12]);
    expect(crc16Holds(frame)).toBe(true);
  });

  it('holds for no frame that has nothing but a CRC', () => {
    expect(crc16Holds(Uint8Array.of(0xff, 0xff))).toBe(false);
  });
});
