import { crc16Holds } from './crc16.ts';

/** The longest RTU frame is 256 bytes (Modbus over serial line V1.02, 2.5.1); a partial one and a chunk fit. */
const capacity = 1024;
const largestChunk = 512;

/** What a reader knows of the frames it looks for. */
export interface FrameGrammar<Event> {
  /**
   * Length in bytes, CRC included, of the frame that may begin at `start`;
   * `'no'` if none can begin there, `'more'` if bytes up to `end` do not tell yet.
   */
  measure(bytes: Uint8Array, start: number, end: number): number | 'no' | 'more';
  /** A frame whose CRC holds. `frame` is a view: copy what is kept. */
  read(frame: Uint8Array): Event;
  /** A frame whose CRC does not hold; `null` if it is not worth telling and counts as noise. */
  damaged(frame: Uint8Array): Event | null;
}

/**
 * Finds frames in a stream of bytes, whatever the chunks they come in. Bytes that belong to no frame are
 * counted in `noiseBytes`; bytes of a damaged frame were told as an event and are not counted again.
 * After a damaged frame the search goes on at its second byte, so a good frame inside is not lost with it.
 */
export class FrameScanner<Event> {
  noiseBytes = 0;
  readonly #grammar: FrameGrammar<Event>;
  readonly #bytes = new Uint8Array(capacity);
  #start = 0;
  #end = 0;
  #damagedUntil = 0;

  constructor(grammar: FrameGrammar<Event>) {
    this.#grammar = grammar;
  }

  /** Bytes kept because they may be the beginning of a frame. */
  get pending(): number {
    return this.#end - this.#start;
  }

  push(chunk: Uint8Array): Event[] {
    const events: Event[] = [];
    for (let at = 0; at < chunk.length; at += largestChunk) {
      const part = chunk.length <= largestChunk ? chunk : chunk.subarray(at, at + largestChunk);
      this.#append(part);
      this.#scan(events);
    }
    return events;
  }

  /** Lets go of the pending bytes; as noise unless `told`, that is, reported by the caller in another way. */
  clear(told = false): void {
    if (!told) this.#discard(this.pending);
    this.#start = 0;
    this.#end = 0;
    this.#damagedUntil = 0;
  }

  #append(part: Uint8Array): void {
    if (this.#start === this.#end) {
      this.#start = 0;
      this.#end = 0;
      this.#damagedUntil = 0;
    } else if (this.#end + part.length > capacity) {
      this.#bytes.copyWithin(0, this.#start, this.#end);
      this.#end -= this.#start;
      this.#damagedUntil -= this.#start;
      this.#start = 0;
    }
    this.#bytes.set(part, this.#end);
    this.#end += part.length;
  }

  #scan(events: Event[]): void {
    while (this.#start < this.#end) {
      const length = this.#grammar.measure(this.#bytes, this.#start, this.#end);
      if (length === 'no') {
        this.#discard(1);
        continue;
      }
      if (length === 'more' || this.#start + length > this.#end) return;
      const frame = this.#bytes.subarray(this.#start, this.#start + length);
      if (crc16Holds(frame)) {
        events.push(this.#grammar.read(frame));
        this.#start += length;
        continue;
      }
      const event = this.#grammar.damaged(frame);
      if (event !== null && this.#start >= this.#damagedUntil) {
        events.push(event);
        this.#damagedUntil = this.#start + length;
      }
      this.#discard(1);
    }
  }

  #discard(count: number): void {
    const told = Math.min(Math.max(this.#damagedUntil - this.#start, 0), count);
    this.noiseBytes += count - told;
    this.#start += count;
  }
}
