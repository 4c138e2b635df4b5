import { describe, expect, it } from 'vitest';
import { Account } from '../../../../build/chaos/real/account.ts';
import { heldIn } from '../../../../build/chaos/real/soak/heap-snapshot.ts';
import { type Jitter, jitterOf } from '../../../../build/chaos/real/soak/jitter.ts';
import { growthOf, judgeJitter, judgeMemory } from '../../../../build/chaos/real/soak/judges.ts';
import type { Memory } from '../../../../build/chaos/real/soak/memory.ts';
import { type Fault, type Promised, terms } from '../../../../build/chaos/real/soak/terms.ts';

const at = (hours: number, more: Partial<Memory> = {}): Memory => ({
  ...{ hours, mainHeap: 30e6, mainResident: 200e6, viewHeap: 10e6, viewHeld: 5e6, viewResident: 150e6 },
  ...more,
});

const broken = (judge: (account: Account<Fault, Promised>) => void): (string | null)[] => {
  const account = new Account<Fault, Promised>(terms);
  judge(account);
  return account.breaches.map(({ promise }) => promise);
};
const memory = (...all: Memory[]) => broken((account) => judgeMemory(account, all));

describe('memory', () => {
  it('is good where it does not grow after the first hour, whatever it did before', () => {
    expect(memory(at(0.5, { mainHeap: 10e6 }), at(1.4), at(2.8), at(4.2))).toEqual([]);
  });

  it.each<[keyof Memory, string]>([
    ['mainHeap', 'heap'],
    ['viewHeld', 'heap'],
    ['mainResident', 'memory'],
    ['viewResident', 'memory'],
  ])('is told of where %s grows by more than 5 %%', (amount, promise) => {
    const grown = { [amount]: 1.06 * at(0)[amount] };
    expect(memory(at(1.4), at(2.8, grown), at(4.2, grown), at(5.6, grown))).toEqual([promise]);
  });

  it('is good where the browser only compiles more of the page', () => {
    expect(memory(at(1.4), at(2.8, { viewHeap: 20e6 }), at(4.2, { viewHeap: 20e6 }))).toEqual([]);
  });

  it('of a page is its objects, arrays, texts and functions, not the code compiled of them', () => {
    const kinds = ['hidden', 'array', 'string', 'object', 'code', 'closure', 'native'];
    const nodes = [3, 1, 100, 4, 2, 5000, 2, 3, 30, 6, 4, 7000, 1, 5, 200, 5, 6, 4];
    const meta = { node_fields: ['type', 'id', 'self_size'], node_types: [kinds, 'number', 'number'] };
    expect(heldIn({ snapshot: { meta }, nodes })).toBe(100 + 30 + 200 + 4);
  });

  it('is not judged by one measurement alone among the last', () => {
    expect(memory(at(1.4), at(2.8), at(4.2, { mainResident: 400e6 }), at(5.6))).toEqual([]);
  });

  it('is not judged where there is nothing to compare', () => {
    expect(growthOf([at(0.5), at(1.4)], 'mainHeap')).toBeNull();
  });
});

const steady: Jitter = { ticks: 600, p50: 0.2, p99: 3, p999: 15, most: 40, missed: 0 };

describe('ticks under load', () => {
  const jitter = (console: Partial<Jitter>, bare: Partial<Jitter> = {}) =>
    broken((account) => judgeJitter(account, { ...steady, ...console }, { ...steady, ...bare }));

  it('may be 20 ms late, or half as late again as those of a bare timer', () => {
    expect(jitter({})).toEqual([]);
    expect(jitter({ p999: 29 }, { p999: 20 })).toEqual([]);
    expect(jitter({ p999: 31 }, { p999: 20 })).toEqual(['jitter']);
    expect(jitter({ p999: 21 }, { p999: 1 })).toEqual(['jitter']);
  });

  it('may not be missed, nor be none at all', () => {
    expect(jitter({ missed: 1 })).toEqual(['ticks']);
    expect(jitter({ ticks: 0 })).toEqual(['ticks', 'jitter']);
  });

  it('are counted from when they came', () => {
    const times = Array.from({ length: 1001 }, (_, slot) => 1_000 + 100 * slot);
    times[500] = (times[500] as number) + 30;
    times[501] = (times[501] as number) + 10;
    expect(jitterOf(times)).toMatchObject({ ticks: 1001, p50: 0, p99: 0, p999: 10, most: 30, missed: 0 });
    times.splice(700, 2);
    expect(jitterOf(times).missed).toBe(2);
  });
});
