import { sealWithCrc16 } from '../modbus/crc16.ts';
import type { LineFault } from './faults.ts';
import { Noise } from './physics/noise.ts';

/** Bytes to put on the line, `delayMs` after they would have been sent. */
export interface Outgoing {
  readonly bytes: Uint8Array;
  readonly delayMs: number;
}

interface Present {
  readonly fault: LineFault;
  /** Wall time. */
  readonly endsMs: number;
}

/** Where the registers begin in a reply: after unit, function and number of bytes. */
const headerBytes = 3;
const crcBytes = 2;

/** The wire between rig and port, as bad as the present faults make it; which replies are hit, the seed says. */
export class FaultyLine {
  #present: readonly Present[] = [];
  readonly #noise: Noise;

  constructor(seed: number) {
    this.#noise = new Noise(seed, 'line');
  }

  begin(fault: LineFault, nowMs: number, forSeconds: number | null): void {
    const endsMs = forSeconds === null ? Number.POSITIVE_INFINITY : nowMs + forSeconds * 1000;
    this.#present = [...this.#present, { fault, endsMs }];
  }

  /** Bytes get through in neither direction. */
  isCut(nowMs: number): boolean {
    this.#end(nowMs);
    return this.#present.some(({ fault }) => fault.fault === 'line-cut');
  }

  /** What becomes of a reply. */
  carry(frame: Uint8Array, nowMs: number): readonly Outgoing[] {
    if (this.#present.length === 0) return [{ bytes: frame, delayMs: 0 }];
    if (this.isCut(nowMs)) return [];
    let outgoing: readonly Outgoing[] = [{ bytes: frame, delayMs: 0 }];
    for (const { fault } of this.#present) {
      if (fault.fault !== 'line-cut' && this.#noise.uniform() < fault.share) {
        outgoing = this.#hit(fault, outgoing);
      }
    }
    return outgoing;
  }

  #hit(fault: LineFault, outgoing: readonly Outgoing[]): readonly Outgoing[] {
    switch (fault.fault) {
      case 'reply-dropped':
      case 'line-cut':
        return [];
      case 'reply-duplicated':
        return outgoing.flatMap((one) => [one, one]);
      case 'reply-late':
        return outgoing.map((one) => ({ ...one, delayMs: one.delayMs + fault.ms }));
      case 'noise-bytes':
        return outgoing.map((one) => ({ ...one, bytes: this.#withNoise(one.bytes, fault.bytes) }));
      case 'crc-error':
        return outgoing.map((one) => ({ ...one, bytes: this.#flipped(one.bytes, 0, one.bytes.length) }));
      case 'block-crc-error':
        return outgoing.map((one) => ({ ...one, bytes: this.#damagedBlock(one.bytes) }));
    }
  }

  #end(nowMs: number): void {
    if (this.#present.some((one) => one.endsMs <= nowMs)) {
      this.#present = this.#present.filter((one) => one.endsMs > nowMs);
    }
  }

  /** A copy with one bit of `[start, end)` flipped: no CRC-16 holds then. */
  #flipped(frame: Uint8Array, start: number, end: number): Uint8Array {
    const copy = frame.slice();
    const at = start + this.#noise.whole(end - start);
    copy[at] = (copy[at] as number) ^ (1 << this.#noise.whole(8));
    return copy;
  }

  /** One bit of a register flipped and CRC-16 made good. An exception reply holds no registers and stays whole. */
  #damagedBlock(frame: Uint8Array): Uint8Array {
    const end = frame.length - crcBytes;
    return end > headerBytes ? sealWithCrc16(this.#flipped(frame, headerBytes, end)) : frame;
  }

  #withNoise(frame: Uint8Array, count: number): Uint8Array {
    const bytes = new Uint8Array(count + frame.length);
    for (let i = 0; i < count; i += 1) bytes[i] = this.#noise.whole(256);
    bytes.set(frame, count);
    return bytes;
  }
}
