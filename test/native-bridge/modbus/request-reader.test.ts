import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealWithCrc16 } from '../../../native-bridge/modbus/crc16.ts';
import { encodeRequest, type Request } from '../../../native-bridge/modbus/frames.ts';
import { RequestReader } from '../../../native-bridge/modbus/request-reader.ts';
import { chunks, cuts, flipped, join, noise, request, unit } from './arbitraries.ts';

const read: Request = { kind: 'read', unit, address: 0x0100, count: 26 };
const command: Request = {
  kind: 'read-write',
  unit,
  readAddress: 0x0100,
  readCount: 26,
  writeAddress: 0,
  registers: Uint16Array.from({ length: 10 }, (_, i) => 4000 + i),
};
const sealed = (...bytes: number[]): Uint8Array => sealWithCrc16(Uint8Array.from([...bytes, 0, 0]));
const heard = (wanted: Request) => ({ kind: 'request', request: wanted });

describe('the slave reading requests', () => {
  it('takes every request of functions 3 and 23', () => {
    fc.assert(
      fc.property(request, (sent) => {
        const reader = new RequestReader(unit);
        expect(reader.push(encodeRequest(sent))).toEqual([heard(sent)]);
        expect(reader.noiseBytes).toBe(0);
      }),
    );
  });

  it.each([
    ['read coils', [1, 1, 0, 0, 0, 8]],
    ['write single register', [1, 6, 0, 1, 0, 3]],
    ['write multiple coils', [1, 15, 0, 0, 0, 10, 2, 0xff, 3]],
    ['write multiple registers', [1, 16, 0, 0, 0, 2, 4, 0, 10, 1, 2]],
    ['report server id', [1, 17]],
    ['read device identification', [1, 43, 14, 1, 0]],
    ['a function of nobody', [1, 100, 1, 2, 3]],
  ])('tells %s as unsupported and hears the next request', (_, bytes) => {
    const events = new RequestReader(unit).push(join(sealed(...bytes), encodeRequest(read)));
    expect(events).toEqual([{ kind: 'unsupported', functionCode: bytes[1] }, heard(read)]);
  });

  it('does not hear requests to other units, nor broadcasts', () => {
    for (const other of [0, 2, 247]) {
      const reader = new RequestReader(unit);
      expect(reader.push(encodeRequest({ ...read, unit: other }))).toEqual([]);
      expect(reader.noiseBytes).toBe(8);
    }
  });

  it('loses no request to a truncated one before it', () => {
    const bytes = encodeRequest(command);
    for (let length = 1; length < bytes.length; length += 1) {
      const events = new RequestReader(unit).push(join(bytes.subarray(0, length), bytes));
      expect(events.at(-1)).toEqual(heard(command));
    }
  });

  it('refuses every single bit flip, and hears the second good request behind it at the latest', () => {
    const bytes = encodeRequest(command);
    for (let bit = 0; bit < 8 * bytes.length; bit += 1) {
      const damaged = new RequestReader(unit).push(flipped(bytes, bit));
      expect(damaged.filter((event) => event.kind === 'request')).toEqual([]);
      const events = new RequestReader(unit).push(join(flipped(bytes, bit), bytes, bytes));
      expect(events.at(-1)).toEqual(heard(command));
    }
  });

  it('resynchronises after any noise', () => {
    const bytes = encodeRequest(command);
    const enough = Array.from({ length: 9 }, () => bytes);
    fc.assert(
      fc.property(noise, (garbage) => {
        expect(new RequestReader(unit).push(join(garbage, ...enough)).at(-1)).toEqual(heard(command));
      }),
    );
  });

  it('hears the same in whatever chunks the bytes come', () => {
    fc.assert(
      fc.property(noise, request, request, cuts, (garbage, first, second, at) => {
        const bytes = join(garbage, encodeRequest(first), garbage, encodeRequest(second));
        const whole = new RequestReader(unit);
        const events = whole.push(bytes);
        const cut = new RequestReader(unit);
        expect(chunks(bytes, at).flatMap((chunk) => cut.push(chunk))).toEqual(events);
        expect(cut.noiseBytes).toBe(whole.noiseBytes);
      }),
    );
  });
});
