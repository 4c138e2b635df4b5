import type { Account } from '../account.ts';
import type { Jitter } from './jitter.ts';
import type { Memory } from './memory.ts';
import type { Fault, Promised } from './terms.ts';

/** Growth after the first hour (the goal). */
const mostGrowth = 0.05;
/** Ticks may be late by this, ms, or so many times as late as a bare timer's (the goal). */
const mostLateMs = 20;
const mostTimesBare = 1.5;
/** So many measurements at the end are taken together: one alone may be taken while something is being tidied. */
const lastTogether = 3;

type SoakAccount = Account<Fault, Promised>;
type Amount = Exclude<keyof Memory, 'hours'>;

/** From the first measurement after the first hour to the last ones; `null`: there is nothing to compare. */
export function growthOf(memory: readonly Memory[], amount: Amount): number | null {
  const after = memory.filter(({ hours }) => hours >= 1);
  const first = after[0]?.[amount];
  const last = after
    .slice(1)
    .slice(-lastTogether)
    .map((one) => one[amount])
    .toSorted((a, b) => a - b);
  const middle = last[Math.floor((last.length - 1) / 2)];
  return first === undefined || middle === undefined ? null : middle / first - 1;
}

/** Of the view what the page holds: code that is compiled later is no leak, and the table shows it. */
const promises = { heap: ['mainHeap', 'viewHeld'], memory: ['mainResident', 'viewResident'] } as const;

export function judgeMemory(account: SoakAccount, memory: readonly Memory[]): void {
  for (const promise of ['heap', 'memory'] as const) {
    for (const amount of promises[promise]) {
      const growth = growthOf(memory, amount);
      if (growth === null) continue;
      account.check(
        promise,
        memory.length,
        growth <= mostGrowth,
        () => `${amount} grew by ${(100 * growth).toFixed(1)} %`,
      );
    }
  }
}

export function judgeJitter(account: SoakAccount, console: Jitter, bare: Jitter): void {
  const seen = console.ticks > 0;
  account.check('ticks', 1, seen && console.missed === 0, () =>
    seen ? `${console.missed} missed (a bare timer: ${bare.missed})` : 'there were no ticks',
  );
  const mayBe = Math.max(mostLateMs, mostTimesBare * bare.p999);
  account.check(
    'jitter',
    1,
    seen && console.p999 <= mayBe,
    () => `p99.9 is ${console.p999.toFixed(1)} ms, ${mayBe.toFixed(1)} ms may be`,
  );
}
