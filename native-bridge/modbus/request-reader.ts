import { crc16Holds } from './crc16.ts';
import { FrameScanner } from './frame-scanner.ts';
import { decodeRequest, type Request, readFunction, readWriteFunction } from './frames.ts';

/** Whole length of public functions that do not carry their length (Modbus application protocol V1.1b3, 6). */
const fixedLengths: Readonly<Record<number, number>> = {
  1: 8,
  2: 8,
  3: 8,
  4: 8,
  5: 8,
  6: 8,
  7: 4,
  8: 8,
  11: 4,
  12: 4,
  17: 4,
  22: 10,
  24: 6,
  43: 7,
};
const writeCoils = 15;
const writeRegisters = 16;
/** A function of unknown length is answered if it is no longer than this; longer ones are noise. */
const longestUnknown = 12;
const shortest = 4;

export type RequestEvent =
  | { readonly kind: 'request'; readonly request: Request }
  /** A whole frame for this unit of another function: answer with exception 1. */
  | { readonly kind: 'unsupported'; readonly functionCode: number }
  /** A request of function 3 or 23 whose CRC-16 is wrong: a slave keeps silent. */
  | { readonly kind: 'crc' };

/** The slave's side of the stream. Frames for other units, broadcasts among them, are noise. */
export class RequestReader {
  readonly #unit: number;
  readonly #scanner: FrameScanner<RequestEvent>;

  constructor(unit: number) {
    this.#unit = unit;
    this.#scanner = new FrameScanner<RequestEvent>({
      measure: (bytes, start, end) =>
        bytes[start] === this.#unit ? measure(bytes, start, end - start) : 'no',
      read,
      damaged: (frame) => (isOurs(frame[1]) ? { kind: 'crc' } : null),
    });
  }

  /** Bytes that belonged to no request, ever since. */
  get noiseBytes(): number {
    return this.#scanner.noiseBytes;
  }

  push(chunk: Uint8Array): RequestEvent[] {
    return this.#scanner.push(chunk);
  }
}

const isOurs = (functionCode: number | undefined): boolean =>
  functionCode === readFunction || functionCode === readWriteFunction;

function measure(bytes: Uint8Array, start: number, available: number): number | 'no' | 'more' {
  if (available < 2) return 'more';
  const functionCode = bytes[start + 1] as number;
  const fixed = fixedLengths[functionCode];
  if (fixed !== undefined) return fixed;
  if (functionCode === readWriteFunction) {
    return measureCounted(bytes, start, available, 8, (count) => 2 * count);
  }
  if (functionCode === writeRegisters) {
    return measureCounted(bytes, start, available, 4, (count) => 2 * count);
  }
  if (functionCode === writeCoils) {
    return measureCounted(bytes, start, available, 4, (count) => Math.ceil(count / 8));
  }
  return functionCode === 0 || functionCode >= 0x80 ? 'no' : measureUnknown(bytes, start, available);
}

/** A count stands at `countAt`, the number of data bytes follows it; where they differ there is no frame. */
function measureCounted(
  bytes: Uint8Array,
  start: number,
  available: number,
  countAt: number,
  dataBytes: (count: number) => number,
): number | 'no' | 'more' {
  if (available < countAt + 3) return 'more';
  const count = ((bytes[start + countAt] as number) << 8) | (bytes[start + countAt + 1] as number);
  const told = bytes[start + countAt + 2] as number;
  return told === dataBytes(count) ? countAt + 3 + told + 2 : 'no';
}

function measureUnknown(bytes: Uint8Array, start: number, available: number): number | 'no' | 'more' {
  for (let length = shortest; length <= Math.min(available, longestUnknown); length += 1) {
    if (crc16Holds(bytes, start, start + length)) return length;
  }
  return available < longestUnknown ? 'more' : 'no';
}

function read(frame: Uint8Array): RequestEvent {
  if (!isOurs(frame[1])) return { kind: 'unsupported', functionCode: frame[1] as number };
  return { kind: 'request', request: decodeRequest(frame) as Request };
}
