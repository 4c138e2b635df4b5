import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeReply,
  decodeRequest,
  encodeReply,
  encodeRequest,
} from '../../../native-bridge/modbus/frames.ts';
import { flipped, reply, request } from './arbitraries.ts';

describe('frames of functions 3 and 23', () => {
  it('are laid out as the standard shows for function 3', () => {
    const bytes = encodeRequest({ kind: 'read', unit: 1, address: 0x0100, count: 26 });
    expect([...bytes.subarray(0, 6)]).toEqual([1, 3, 1, 0, 0, 26]);
  });

  it('are laid out as the standard shows for function 23', () => {
    const bytes = encodeRequest({
      kind: 'read-write',
      unit: 0x11,
      readAddress: 3,
      readCount: 6,
      writeAddress: 14,
      registers: Uint16Array.of(0xff, 0xff, 0xff),
    });
    expect([...bytes.subarray(0, -2)]).toEqual([
      0x11, 0x17, 0, 3, 0, 6, 0, 14, 0, 3, 6, 0, 0xff, 0, 0xff, 0, 0xff,
    ]);
  });

  it('come back as they were sent', () => {
    fc.assert(
      fc.property(request, reply, (asked, answered) => {
        expect(decodeRequest(encodeRequest(asked))).toEqual(asked);
        expect(decodeReply(encodeReply(answered))).toEqual(answered);
      }),
    );
  });

  it('are refused at every truncation', () => {
    fc.assert(
      fc.property(request, reply, (asked, answered) => {
        const both = [
          [encodeRequest(asked), decodeRequest],
          [encodeReply(answered), decodeReply],
        ] as const;
        for (const [bytes, decode] of both) {
          for (let length = 0; length < bytes.length; length += 1) {
            expect(decode(bytes.subarray(0, length)).kind).toMatch(/^(short|crc|malformed)$/);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are refused with any single bit flipped', () => {
    fc.assert(
      fc.property(request, reply, (asked, answered) => {
        const askedBytes = encodeRequest(asked);
        const answeredBytes = encodeReply(answered);
        for (let bit = 0; bit < 8 * askedBytes.length; bit += 1) {
          expect(decodeRequest(flipped(askedBytes, bit)).kind).toBe('crc');
        }
        for (let bit = 0; bit < 8 * answeredBytes.length; bit += 1) {
          expect(decodeReply(flipped(answeredBytes, bit)).kind).toBe('crc');
        }
      }),
      { numRuns: 10 },
    );
  });
});
