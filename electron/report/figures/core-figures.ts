/** Patient core over the whole run; `null` where it was never measured. */
export interface CoreFigures {
  readonly maxCelsius: number | null;
  readonly atLeast38Minutes: number;
  readonly atLeast39Minutes: number;
  readonly atLeast39point5Minutes: number;
}

export class CoreFold {
  #max: number | null = null;
  #atLeast38 = 0;
  #atLeast39 = 0;
  #atLeast39point5 = 0;

  add(celsius: number | null, minutes: number): void {
    if (celsius === null) return;
    if (this.#max === null || celsius > this.#max) this.#max = celsius;
    if (celsius >= 38) this.#atLeast38 += minutes;
    if (celsius >= 39) this.#atLeast39 += minutes;
    if (celsius >= 39.5) this.#atLeast39point5 += minutes;
  }

  finish(): CoreFigures {
    return {
      maxCelsius: this.#max,
      atLeast38Minutes: this.#atLeast38,
      atLeast39Minutes: this.#atLeast39,
      atLeast39point5Minutes: this.#atLeast39point5,
    };
  }
}
