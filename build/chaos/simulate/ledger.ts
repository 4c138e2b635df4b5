import { type Promised, promises } from './promises/sentences.ts';

/** How often a promise was looked at, and how often it did not hold. */
export interface Count {
  checked: number;
  broken: number;
}
export type Counts = Record<Promised, Count>;

export const noCounts = (): Counts =>
  Object.fromEntries(promises.map(({ name }) => [name, { checked: 0, broken: 0 }])) as Counts;

export interface Breach {
  readonly promise: Promised;
  readonly atMs: number;
  readonly why: string;
}

/** What a run came to, promise by promise. Each is broken at most once in a run: what follows from it is not counted. */
export class Ledger {
  readonly counts = noCounts();
  readonly breaches: Breach[] = [];
  /** Told of each as it happens. */
  onBreach: (breach: Breach) => void = () => {};

  /** `why`: what was found, told only where it does not hold. */
  check(promise: Promised, holds: boolean, atMs: number, why: () => string): void {
    const count = this.counts[promise];
    count.checked += 1;
    if (holds || count.broken > 0) return;
    count.broken += 1;
    const breach = { promise, atMs, why: why() };
    this.breaches.push(breach);
    this.onBreach(breach);
  }
}
