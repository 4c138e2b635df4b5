import { namedGapMs } from './figures/gaps.ts';

/** One signal in columns of equal time; `NaN` where a column holds no valid value. */
export interface Curve {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 1: values were missing before this column's first value or within it, so no line leads to it. */
  readonly broken: Uint8Array;
}

export interface Curves {
  readonly columnSeconds: number;
  readonly columns: number;
  readonly signals: readonly Curve[];
}

/** At the printed width more columns than this cannot be told apart. */
const mostColumns = 1400;
const firstColumnMs = 100;

/**
 * Folds samples into columns that keep the lowest and highest value of each signal. When the run outgrows the
 * columns, neighbours are joined and the column doubles: one pass, bounded memory, no value between samples.
 */
export class CurveFold {
  readonly #signals: { low: Float64Array; high: Float64Array; broken: Uint8Array; lastMs: number }[];
  #columnMs = firstColumnMs;
  #columns = 0;

  constructor(signals: number) {
    this.#signals = Array.from({ length: signals }, () => ({
      low: new Float64Array(mostColumns).fill(Number.NaN),
      high: new Float64Array(mostColumns).fill(Number.NaN),
      broken: new Uint8Array(mostColumns),
      lastMs: Number.NEGATIVE_INFINITY,
    }));
  }

  /** `values` in the order of the signals, `null` where missing. `sessionMs` never goes back. */
  add(sessionMs: number, values: readonly (number | null)[]): void {
    while (sessionMs >= mostColumns * this.#columnMs) this.#halve();
    const column = Math.floor(sessionMs / this.#columnMs);
    this.#columns = column + 1;
    for (const [index, signal] of this.#signals.entries()) {
      const value = values[index] ?? null;
      if (value === null) continue;
      if (sessionMs - signal.lastMs > namedGapMs) signal.broken[column] = 1;
      signal.lastMs = sessionMs;
      const low = signal.low[column] ?? Number.NaN;
      const high = signal.high[column] ?? Number.NaN;
      if (!(value >= low)) signal.low[column] = value;
      if (!(value <= high)) signal.high[column] = value;
    }
  }

  finish(): Curves {
    return {
      columnSeconds: this.#columnMs / 1000,
      columns: this.#columns,
      signals: this.#signals.map(({ low, high, broken }) => ({
        low: low.subarray(0, this.#columns),
        high: high.subarray(0, this.#columns),
        broken: broken.subarray(0, this.#columns),
      })),
    };
  }

  #halve(): void {
    this.#columnMs *= 2;
    for (const { low, high, broken } of this.#signals) {
      joinPairs(low, (a, b) => (b < a ? b : a));
      joinPairs(high, (a, b) => (b > a ? b : a));
      for (let i = 0; i < mostColumns; i += 1) {
        const pair = (broken[2 * i] ?? 0) | (broken[2 * i + 1] ?? 0);
        broken[i] = pair;
      }
    }
  }
}

/** Joins neighbours in place; a value beats `NaN`. */
function joinPairs(values: Float64Array, pick: (a: number, b: number) => number): void {
  for (let i = 0; i < mostColumns; i += 1) {
    const a = values[2 * i] ?? Number.NaN;
    const b = values[2 * i + 1] ?? Number.NaN;
    values[i] = Number.isNaN(a) ? b : Number.isNaN(b) ? a : pick(a, b);
  }
}
