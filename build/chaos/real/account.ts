import type { ChaosReport } from '../simulate/report.ts';

/** What a kind breaks and what it holds the program to: names with their sentences. */
export interface Terms<Fault extends string, Promised extends string> {
  readonly faults: readonly Fault[];
  readonly promises: Readonly<Record<Promised, string>>;
}

export interface Breach {
  /** In which round, counted from 1. */
  readonly round: number;
  /** The promise's name; `null`: the round came to no verdict. */
  readonly promise: string | null;
  readonly why: string;
}

/** Adds up round after round what took effect, what was looked at, and what did not hold. */
export class Account<Fault extends string = string, Promised extends string = string> {
  readonly breaches: Breach[] = [];
  /** Lines of figures that are no promise, shown beneath the table. */
  readonly notes: string[] = [];
  readonly #terms: Terms<Fault, Promised>;
  readonly #faults: Record<Fault, number>;
  readonly #counts: Record<Promised, { checked: number; broken: number }>;
  #lost = 0;

  constructor(terms: Terms<Fault, Promised>) {
    this.#terms = terms;
    this.#faults = Object.fromEntries(terms.faults.map((name) => [name, 0])) as Record<Fault, number>;
    this.#counts = Object.fromEntries(
      Object.keys(terms.promises).map((name) => [name, { checked: 0, broken: 0 }]),
    ) as Record<Promised, { checked: number; broken: number }>;
  }

  get lost(): number {
    return this.#lost;
  }

  /** Counted where it was seen to take effect, not where it was ordered. */
  tookEffect(fault: Fault, times = 1): void {
    this.#faults[fault] += times;
  }

  /** `why`: what was found, told only where it does not hold. `looks`: how many things were looked at. */
  check(promise: Promised, round: number, holds: boolean, why: () => string, looks = 1): void {
    this.#counts[promise].checked += looks;
    if (holds) return;
    this.#counts[promise].broken += 1;
    this.breaches.push({ round, promise, why: why() });
  }

  /** Entries that were shown as recorded and are gone. */
  lose(entries: number): void {
    this.#lost += entries;
  }

  /** The round came to no verdict; that is as good as lost. */
  fail(round: number, why: string): void {
    this.#lost += 1;
    this.breaches.push({ round, promise: null, why });
  }

  note(line: string): void {
    this.notes.push(line);
  }

  /** Promises that nothing was held against: as good as broken. */
  get unchecked(): Promised[] {
    return this.#names.filter((name) => this.#counts[name].checked === 0);
  }

  get good(): boolean {
    return this.#lost === 0 && this.breaches.length === 0 && this.unchecked.length === 0;
  }

  report(kind: string, runs: number, seed: number, seconds: number): ChaosReport {
    return {
      kind,
      runs,
      seed,
      faults: { ...this.#faults },
      promises: Object.fromEntries(
        this.#names.map((name) => [this.#terms.promises[name], { ...this.#counts[name] }]),
      ),
      lost: this.#lost,
      seconds: Math.round(10 * seconds) / 10,
    };
  }

  get #names(): Promised[] {
    return Object.keys(this.#terms.promises) as Promised[];
  }
}
