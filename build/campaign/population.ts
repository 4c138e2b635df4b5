import type { PatientResult } from './judge/judge-patient.ts';

/**
 * The judged population: patients k = 0, 1, 2 … in order until as many as asked for are reachable. Results may come in
 * any order and some beyond the last one needed; what counts is the same however many threads there were.
 */
export class Population {
  readonly #wanted: number;
  readonly #results = new Map<number, PatientResult>();
  #handed = 0;
  #reachable = 0;

  constructor(wanted: number) {
    this.#wanted = wanted;
  }

  /** Index of the next patient to treat; `null`: enough of them are reachable. */
  next(): number | null {
    if (this.#reachable >= this.#wanted) return null;
    this.#handed += 1;
    return this.#handed - 1;
  }

  add(result: PatientResult): void {
    this.#results.set(result.index, result);
    if (result.reachability === 'reachable') this.#reachable += 1;
  }

  get reachable(): number {
    return Math.min(this.#reachable, this.#wanted);
  }

  /** In order, up to the last one needed. A gap ends them: what was interrupted is not counted. */
  judged(): PatientResult[] {
    const judged: PatientResult[] = [];
    let reachable = 0;
    for (let index = 0; reachable < this.#wanted; index += 1) {
      const result = this.#results.get(index);
      if (result === undefined) break;
      judged.push(result);
      if (result.reachability === 'reachable') reachable += 1;
    }
    return judged;
  }
}
