import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrendRow, TrendUpdate } from '../../../electron/contract/view.ts';
import { measured, missing, type Reading } from '../../../electron/domain/reading.ts';
import type { ProbeReadings } from '../../../electron/domain/telemetry.ts';
import { mostRows, TrendFold } from '../../../electron/session/trend-fold.ts';

interface Point {
  readonly ms: number;
  readonly celsius: readonly (number | null)[];
}

/** T1 to T4, then the core. */
const readings = (celsius: Point['celsius']): [ProbeReadings, Reading] => {
  const one = (curve: number) => {
    const value = celsius[curve] ?? null;
    return value === null ? missing('open') : measured(value);
  };
  return [[one(0), one(1), one(2), one(3)], one(4)];
};
const folded = (points: readonly Point[]): TrendUpdate => {
  const fold = new TrendFold();
  for (const { ms, celsius } of points) fold.add(ms, ...readings(celsius));
  return fold.all();
};

/** The same by brute force: everything is kept and put into buckets at the end. */
function naive(points: readonly Point[], bucketSeconds: number): TrendRow[] {
  const rows = new Map<number, (number | null)[]>();
  const lastMs = [0, 0, 0, 0, 0];
  for (const { ms, celsius } of points) {
    const start = Math.floor(ms / 1000 / bucketSeconds) * bucketSeconds;
    const row = rows.get(start) ?? [start, ...Array<null>(10).fill(null), 0];
    rows.set(start, row);
    for (const probe of [0, 1, 2, 3, 4]) {
      const value = celsius[probe] ?? null;
      if (ms - (lastMs[probe] ?? 0) > 500) row[11] = (row[11] ?? 0) | (1 << probe);
      if (value === null) continue;
      lastMs[probe] = ms;
      row[1 + 2 * probe] = Math.min(row[1 + 2 * probe] ?? value, value);
      row[2 + 2 * probe] = Math.max(row[2 + 2 * probe] ?? value, value);
    }
  }
  return [...rows.values()] as unknown as TrendRow[];
}

/** Ten samples a second for so long, with values that tell their time. */
const steady = (seconds: number, stepMs = 100): Point[] =>
  Array.from({ length: (seconds * 1000) / stepMs }, (_, index) => {
    const celsius = 42 + Math.sin(index / 50);
    return { ms: index * stepMs, celsius: [celsius, celsius - 1, celsius - 2, celsius - 3, celsius - 5] };
  });

/** Samples at uneven times with values and gaps of all kinds, the same for the same seed. */
function wild(seed: number, count: number): Point[] {
  let state = seed + 1;
  const chance = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  let ms = 0;
  return Array.from({ length: count }, () => {
    ms += 1 + Math.floor(chance() ** 4 * 6000);
    return { ms, celsius: [0, 1, 2, 3, 4].map(() => (chance() < 0.3 ? null : 20 + 30 * chance())) };
  });
}

describe('the trend', () => {
  it('keeps the lowest and the highest of every probe and of the core in each second', () => {
    const { rows, bucketSeconds } = folded([
      { ms: 0, celsius: [44, 42, null, 40, 37.2] },
      { ms: 400, celsius: [43, 43, null, 41, 37.1] },
      { ms: 900, celsius: [45, 41, null, 40.5, 37.4] },
      { ms: 1000, celsius: [46, 42, 42, 42, null] },
    ]);
    expect(bucketSeconds).toBe(1);
    expect(rows[0]?.slice(0, 11)).toEqual([0, 43, 45, 41, 43, null, null, 40, 41, 37.1, 37.4]);
    expect(rows[1]?.slice(0, 11)).toEqual([1, 46, 46, 42, 42, 42, 42, 42, 42, null, null]);
  });

  it('marks a probe that had no value for more than half a second, within a bucket or across two', () => {
    const point = (ms: number, upper: number | null): Point => ({ ms, celsius: [44, 42, upper, 42, 37] });
    const calm = [0, 100, 200, 300, 400, 500, 600, 700].map((ms) => point(ms, 42));
    const short = folded([...calm, ...[800, 900, 1000, 1100].map((ms) => point(ms, null)), point(1200, 42)]);
    expect(short.rows.map((row) => row[11])).toEqual([0, 0]);
    const long = folded([
      ...calm,
      ...[800, 900, 1000, 1100, 1200].map((ms) => point(ms, null)),
      point(1300, 42),
    ]);
    expect(long.rows.map((row) => row[11])).toEqual([0, 0b0100]);
  });

  it('marks time without samples', () => {
    const { rows } = folded([
      { ms: 0, celsius: [44, 42, 42, 42, 37] },
      { ms: 5000, celsius: [44, 42, 42, 42, 37] },
    ]);
    expect(rows.map((row) => [row[0], row[11]])).toEqual([
      [0, 0],
      [5, 0b11111],
    ]);
  });

  it('has at most 2 400 rows, however long the run, on edges that are whole multiples of the bucket', () => {
    for (const [hours, bucketSeconds] of [
      [0.5, 1],
      [1, 2],
      [2, 4],
      [6, 16],
    ] as const) {
      const update = folded(steady(hours * 3600, 500));
      expect(update.bucketSeconds).toBe(bucketSeconds);
      expect(update.rows.length).toBeLessThanOrEqual(mostRows);
      expect(update.rows.every(([start]) => start % bucketSeconds === 0)).toBe(true);
    }
  });

  it('keeps extremes and gaps when buckets merge', () => {
    const points = steady(5000, 500).map((point, index) => {
      if (index === 123) return { ...point, celsius: [51.3, 40, 40, 40, 37] };
      const gap = index >= 400 && index < 404;
      return gap ? { ...point, celsius: [...point.celsius.slice(0, 4), null] } : point;
    });
    const { rows, bucketSeconds } = folded(points);
    expect(bucketSeconds).toBe(4);
    expect(rows.find(([start]) => start === 60)?.[2]).toBe(51.3);
    expect(rows.find(([start]) => start === 200)?.[11]).toBe(0b10000);
    expect(rows.filter((row) => row[11] !== 0)).toHaveLength(1);
  });

  it('is what a fold of all samples at once would give', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 9000 }), (seed, count) => {
        const points = wild(seed, count);
        const { rows, bucketSeconds } = folded(points);
        expect(rows).toEqual(naive(points, bucketSeconds));
        expect(rows.length).toBeLessThanOrEqual(mostRows);
      }),
      { numRuns: 20 },
    );
  });
});

describe('what is pushed to the screen', () => {
  it('is what changed, and put together it is the whole, across a doubling of the bucket', () => {
    const fold = new TrendFold();
    let rows: TrendRow[] = [];
    let generation = 0;
    let pushed = 0;
    steady(3000, 500).forEach(({ ms, celsius }, index) => {
      fold.add(ms, ...readings(celsius));
      if (index % 7 !== 0) return;
      const update = fold.take();
      if (update === null) throw new Error('a sample changes the trend');
      if (update.generation !== generation) expect(update.from).toBe(0);
      generation = update.generation;
      rows = [...rows.slice(0, update.from), ...update.rows];
      pushed += update.rows.length;
    });
    const last = fold.take();
    if (last !== null) rows = [...rows.slice(0, last.from), ...last.rows];
    expect(rows).toEqual(fold.all().rows);
    expect(generation).toBe(1);
    expect(pushed).toBeLessThan(3 * mostRows);
  });

  it('is nothing when nothing came', () => {
    const fold = new TrendFold();
    expect(fold.take()).toBeNull();
    fold.add(0, ...readings([44, 42, 42, 42, 37]));
    expect(fold.take()?.rows).toHaveLength(1);
    expect(fold.take()).toBeNull();
  });

  it('does not change behind the back of who has it', () => {
    const fold = new TrendFold();
    fold.add(0, ...readings([44, 42, 42, 42, 37]));
    const before = fold.all();
    const copy = structuredClone(before);
    fold.add(100, ...readings([50, 50, 50, 50, 50]));
    expect(before).toEqual(copy);
  });
});
