/** A stream of random numbers that a seed repeats exactly (mulberry32). Not for secrets. */
export class Noise {
  #state: number;

  /** Streams of one seed and different names are independent. */
  constructor(seed: number, stream: string) {
    let hash = seed | 0;
    for (let i = 0; i < stream.length; i += 1) hash = Math.imul(hash ^ stream.charCodeAt(i), 0x9e3779b1);
    this.#state = hash;
  }

  /** 0 ≤ x < 1. */
  uniform(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** −1 to 1, small values more often (triangular). */
  around(): number {
    return this.uniform() - this.uniform();
  }

  /** 0 ≤ n < `below`, whole. */
  whole(below: number): number {
    return Math.floor(this.uniform() * below);
  }
}
