import { type FaultName, faultNames } from './faults/names.ts';
import { type Breach, type Count, noCounts } from './ledger.ts';
import { type Beginning, beginnings } from './plan.ts';
import { promises } from './promises/sentences.ts';
import type { RunResult } from './run.ts';

/** All that a simulation came to, as it is written as JSON. */
export interface ChaosReport {
  readonly kind: string;
  readonly runs: number;
  readonly seed: number;
  /** How often each took effect. */
  readonly faults: Readonly<Record<string, number>>;
  readonly promises: Readonly<Record<string, Count>>;
  /** Shown as recorded and missing, and runs that came to no verdict. */
  readonly lost: number;
  readonly seconds: number;
}

/** The same, with what a table shows besides. */
export interface SimulationReport {
  readonly json: ChaosReport;
  readonly byPhase: Readonly<Record<FaultName, Readonly<Record<Beginning, number>>>>;
  readonly failures: readonly Failure[];
  readonly simulatedSeconds: number;
  readonly runsWithoutFault: number;
  /** Never looked at: as good as broken. */
  readonly unchecked: readonly string[];
  readonly good: boolean;
}

export interface Failure {
  readonly seed: number;
  readonly index: number;
  readonly breaches: readonly Breach[];
  /** The simulation itself could not go on. */
  readonly failed: string | null;
}

/** Adds up run after run. */
export class Tally {
  readonly #counts = noCounts();
  readonly #byPhase = Object.fromEntries(
    faultNames.map((name) => [name, Object.fromEntries(beginnings.map((phase) => [phase, 0]))]),
  ) as Record<FaultName, Record<Beginning, number>>;
  readonly #failures: Failure[] = [];
  #runs = 0;
  #lost = 0;
  #simulatedSeconds = 0;
  #withoutFault = 0;

  get runs(): number {
    return this.#runs;
  }

  add(result: RunResult): void {
    this.#runs += 1;
    this.#lost += result.lost;
    this.#simulatedSeconds += result.seconds;
    if (result.faults.length === 0) this.#withoutFault += 1;
    for (const { name, phase } of result.faults) this.#byPhase[name][phase] += 1;
    for (const { name } of promises) {
      this.#counts[name].checked += result.counts[name].checked;
      this.#counts[name].broken += result.counts[name].broken;
    }
    const { seed, index, breaches, begun } = result;
    const failed = begun ? null : 'it never came to where it was to begin';
    if (breaches.length > 0 || failed !== null) this.#failures.push({ seed, index, breaches, failed });
  }

  /** It came to no verdict. */
  fail(seed: number, index: number, failed: string): void {
    this.#runs += 1;
    this.#lost += 1;
    this.#failures.push({ seed, index, breaches: [], failed });
  }

  report(seed: number, seconds: number): SimulationReport {
    const faults = Object.fromEntries(faultNames.map((name) => [name, sum(this.#byPhase[name])]));
    const counts = Object.fromEntries(promises.map(({ name, sentence }) => [sentence, this.#counts[name]]));
    const unchecked = promises.filter(({ name }) => this.#counts[name].checked === 0);
    const broken = promises.some(({ name }) => this.#counts[name].broken > 0);
    return {
      json: {
        kind: 'simulate',
        runs: this.#runs,
        seed,
        faults,
        promises: counts,
        lost: this.#lost,
        seconds: Math.round(10 * seconds) / 10,
      },
      byPhase: this.#byPhase,
      failures: this.#failures.toSorted((a, b) => a.index - b.index),
      simulatedSeconds: this.#simulatedSeconds,
      runsWithoutFault: this.#withoutFault,
      unchecked: unchecked.map(({ sentence }) => sentence),
      good: !broken && unchecked.length === 0 && this.#lost === 0 && this.#failures.length === 0,
    };
  }
}

const sum = (counts: Readonly<Record<Beginning, number>>): number =>
  Object.values(counts).reduce((all, one) => all + one, 0);
