import { Noise } from '../physics/noise.ts';

/** Draws from one named stream of a patient. */
export class Draw {
  readonly #noise: Noise;

  constructor(seed: number, index: number, stream: string) {
    this.#noise = new Noise(seed, `${stream} ${index}`);
  }

  /** Every value between the two as likely. */
  even(least: number, most: number): number {
    return least + (most - least) * this.#noise.uniform();
  }

  /** Values near the middle more often (triangular). */
  around(least: number, most: number): number {
    return (least + most) / 2 + ((most - least) / 2) * this.#noise.around();
  }

  /** Values near the geometric middle more often (triangular in the logarithm). */
  aroundRatio(least: number, most: number): number {
    return least * (most / least) ** ((1 + this.#noise.around()) / 2);
  }

  /** A factor around 1: halves as likely as doubles. */
  factor(most: number): number {
    return this.aroundRatio(1 / most, most);
  }

  /** Every ratio as likely. */
  ratio(least: number, most: number): number {
    return least * (most / least) ** this.#noise.uniform();
  }

  whole(below: number): number {
    return this.#noise.whole(below);
  }

  one<T>(of: readonly T[]): T {
    return of[this.#noise.whole(of.length)] as T;
  }
}
