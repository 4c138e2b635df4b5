import { FrameScanner } from './frame-scanner.ts';
import { decodeReply, exceptionBit, type FunctionCode, type Reply } from './frames.ts';

/** Shortest and fixed length of an exception reply, and what surrounds the data of any other. */
const envelope = 5;

export type ReplyEvent =
  | { readonly kind: 'frame'; readonly registers: Uint16Array }
  | { readonly kind: 'exception'; readonly code: number }
  /** A reply as long as the one waited for, or an exception, whose CRC-16 is wrong. */
  | { readonly kind: 'crc' }
  /** A whole reply with fewer registers than asked for. */
  | { readonly kind: 'short' };

/**
 * The master's side of the stream. It knows the reply it waits for (unit, function, number of registers) and
 * takes nothing else: replies of other units, functions or greater length are noise.
 */
export class ReplyReader {
  readonly #unit: number;
  #functionCode: FunctionCode = 3;
  #dataBytes = 0;
  readonly #scanner: FrameScanner<ReplyEvent>;

  constructor(unit: number) {
    this.#unit = unit;
    this.#scanner = new FrameScanner<ReplyEvent>({
      measure: (bytes, start, end) => this.#measure(bytes, start, end),
      read: (frame) => this.#read(decodeReply(frame) as Reply),
      damaged: (frame) => (this.#isWhole(frame.length) ? { kind: 'crc' } : null),
    });
  }

  /** Bytes that belonged to no reply, ever since. */
  get noiseBytes(): number {
    return this.#scanner.noiseBytes;
  }

  /** A reply has begun and is not complete. */
  get begun(): boolean {
    return this.#scanner.pending > 0;
  }

  /** The reply to wait for from now on. What is pending of an earlier one is noise. */
  expect(functionCode: FunctionCode, count: number): void {
    this.#scanner.clear();
    this.#functionCode = functionCode;
    this.#dataBytes = 2 * count;
  }

  push(chunk: Uint8Array): ReplyEvent[] {
    return this.#scanner.push(chunk);
  }

  /** Lets go of a reply that has begun and was told as short. */
  giveUp(): void {
    this.#scanner.clear(true);
  }

  #measure(bytes: Uint8Array, start: number, end: number): number | 'no' | 'more' {
    if (bytes[start] !== this.#unit) return 'no';
    if (end - start < 2) return 'more';
    const functionCode = bytes[start + 1] as number;
    if (functionCode === (this.#functionCode | exceptionBit)) return envelope;
    if (functionCode !== this.#functionCode) return 'no';
    if (end - start < 3) return 'more';
    const dataBytes = bytes[start + 2] as number;
    return dataBytes % 2 === 0 && dataBytes <= this.#dataBytes ? envelope + dataBytes : 'no';
  }

  #isWhole(length: number): boolean {
    return length === envelope + this.#dataBytes || length === envelope;
  }

  #read(reply: Reply): ReplyEvent {
    if (reply.kind === 'exception') return { kind: 'exception', code: reply.code };
    if (2 * reply.registers.length < this.#dataBytes) return { kind: 'short' };
    return { kind: 'frame', registers: reply.registers };
  }
}
