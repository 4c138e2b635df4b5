import fc from 'fast-check';
import type { Reply, Request } from '../../../native-bridge/modbus/frames.ts';

export const unit = 1;
const word = fc.integer({ min: 0, max: 0xffff });
const registers = (least: number, most: number) =>
  fc.array(word, { minLength: least, maxLength: most }).map((words) => Uint16Array.from(words));

export const request: fc.Arbitrary<Request> = fc.oneof(
  fc.record({ kind: fc.constant('read' as const), unit: fc.constant(unit), address: word, count: word }),
  fc.record({
    kind: fc.constant('read-write' as const),
    unit: fc.constant(unit),
    readAddress: word,
    readCount: word,
    writeAddress: word,
    registers: registers(0, 121),
  }),
);

export const registersReply = fc.record({
  kind: fc.constant('registers' as const),
  unit: fc.constant(unit),
  functionCode: fc.constantFrom(3 as const, 23 as const),
  registers: registers(0, 125),
});
export const exceptionReply = fc.record({
  kind: fc.constant('exception' as const),
  unit: fc.constant(unit),
  functionCode: fc.integer({ min: 1, max: 127 }),
  code: fc.integer({ min: 1, max: 11 }),
});
export const reply: fc.Arbitrary<Reply> = fc.oneof(registersReply, exceptionReply);

export const noise = fc.uint8Array({ maxLength: 60 });

/** Cuts bytes into chunks at the given places, in any order, repeated or out of range. */
export const chunks = (bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] => {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((end, i) => bytes.subarray(places[i], end));
};
export const cuts = fc.array(fc.nat(400), { maxLength: 12 });

export const join = (...parts: Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

export const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
  return copy;
};
