/** Patient core over the whole run, by the rig's probe and as read by hand; `null` where it never was. */
export interface CoreFigures {
  readonly maxByHandCelsius: number | null;
  /** Readings by hand. */
  readonly byHand: number;
  readonly maxCelsius: number | null;
  readonly atLeast38Minutes: number;
  readonly atLeast39Minutes: number;
  readonly atLeast39point5Minutes: number;
}

export class CoreFold {
  #max: number | null = null;
  #maxByHand: number | null = null;
  #byHand = 0;
  #atLeast38Ms = 0;
  #atLeast39Ms = 0;
  #atLeast39point5Ms = 0;

  add(celsius: number | null, coveredMs: number): void {
    if (celsius === null) return;
    if (this.#max === null || celsius > this.#max) this.#max = celsius;
    if (celsius >= 38) this.#atLeast38Ms += coveredMs;
    if (celsius >= 39) this.#atLeast39Ms += coveredMs;
    if (celsius >= 39.5) this.#atLeast39point5Ms += coveredMs;
  }

  addByHand(celsius: number): void {
    this.#byHand += 1;
    this.#maxByHand = Math.max(this.#maxByHand ?? celsius, celsius);
  }

  finish(): CoreFigures {
    return {
      maxByHandCelsius: this.#maxByHand,
      byHand: this.#byHand,
      maxCelsius: this.#max,
      atLeast38Minutes: this.#atLeast38Ms / 60_000,
      atLeast39Minutes: this.#atLeast39Ms / 60_000,
      atLeast39point5Minutes: this.#atLeast39point5Ms / 60_000,
    };
  }
}
