/** Mean, SD and extremes of a stream (Welford 1962), without keeping it. */
export class RunningStatistics {
  #count = 0;
  #mean = 0;
  #m2 = 0;
  #min = Number.POSITIVE_INFINITY;
  #max = Number.NEGATIVE_INFINITY;

  add(value: number): void {
    this.#count += 1;
    const delta = value - this.#mean;
    this.#mean += delta / this.#count;
    this.#m2 += delta * (value - this.#mean);
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
  }

  get count(): number {
    return this.#count;
  }
  get mean(): number | null {
    return this.#count === 0 ? null : this.#mean;
  }
  /** Sample standard deviation (n − 1); 0 for a single value. */
  get sd(): number | null {
    if (this.#count === 0) return null;
    return this.#count === 1 ? 0 : Math.sqrt(this.#m2 / (this.#count - 1));
  }
  get min(): number | null {
    return this.#count === 0 ? null : this.#min;
  }
  get max(): number | null {
    return this.#count === 0 ? null : this.#max;
  }
}
