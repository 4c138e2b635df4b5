import { createHash, type Hash } from 'node:crypto';
import type { Teller } from './world/world.ts';

/** Everything that happened in a run, line by line, as one number: the same seed gives the same. */
export class History {
  readonly #hash: Hash = createHash('sha256');
  readonly #nowMs: () => number;
  readonly #hear: (line: string) => void;

  /** `hear`: told of every line. */
  constructor(nowMs: () => number, hear: (line: string) => void) {
    this.#nowMs = nowMs;
    this.#hear = hear;
  }

  readonly tell: Teller = (kind, text) => {
    const line = `${(this.#nowMs() / 1000).toFixed(2).padStart(9)}  ${kind.padEnd(6)}  ${text}`;
    this.#hash.update(line);
    this.#hear(line);
  };

  digest(): string {
    return this.#hash.digest('hex').slice(0, 16);
  }
}
