import type { TrendRow } from '../../electron/contract/view.ts';

/** T1 to T4, and the patient's core by its probe. */
export const curveCount = 5;
export const coreCurve = 4;
const gapBitsAt = 1 + 2 * curveCount;

/** What the fold keeps of one trend, and what it needs to notice that it must start over. */
export interface TrendData {
  readonly generation: number;
  readonly bucketSeconds: number;
  readonly rows: readonly TrendRow[];
}

/**
 * Trend rows folded into columns about as wide as a pixel: a whole number of buckets each, counted from session
 * time 0, so that a column never changes once the rows in it are final. An update costs what it adds.
 * A curve is known in a column when it has a value there and lost less than half a second.
 */
export class Columns {
  readonly seconds: number;
  readonly generation: number;
  /** Lowest and highest in °C, curve by curve; NaN where nothing is known. */
  readonly low: readonly number[][] = Array.from({ length: curveCount }, () => []);
  readonly high: readonly number[][] = Array.from({ length: curveCount }, () => []);
  #rows: readonly TrendRow[] = [];

  /** `bucketsPerColumn` ≥ 1. */
  constructor(generation: number, bucketSeconds: number, bucketsPerColumn: number) {
    this.generation = generation;
    this.seconds = bucketSeconds * bucketsPerColumn;
  }

  get count(): number {
    return this.low[0]?.length ?? 0;
  }

  /** Takes the rows as they now are; returns the first column that changed. */
  fold(rows: readonly TrendRow[]): number {
    let same = Math.min(rows.length, this.#rows.length);
    while (same > 0 && rows[same - 1] !== this.#rows[same - 1]) same -= 1;
    this.#rows = rows;
    const firstChanged = rows[same];
    if (firstChanged === undefined) return this.count;
    const column = this.#columnOf(firstChanged);
    let at = same;
    while (at > 0 && this.#columnOf(rows[at - 1] as TrendRow) === column) at -= 1;
    const kept = Math.min(column, this.count);
    for (const values of [...this.low, ...this.high]) values.length = kept;
    for (; at < rows.length; at += 1) this.#add(rows[at] as TrendRow);
    return column;
  }

  /** Start of a row in columns; a tenth of a millisecond forgives the rounding of a decimal bucket. */
  #columnOf(row: TrendRow): number {
    return Math.floor((row[0] + 1e-4) / this.seconds);
  }

  #add(row: TrendRow): void {
    const column = this.#columnOf(row);
    for (let curve = 0; curve < curveCount; curve += 1) {
      const low = this.low[curve] as number[];
      const high = this.high[curve] as number[];
      const isNew = column >= low.length;
      while (low.length <= column) {
        low.push(Number.NaN);
        high.push(Number.NaN);
      }
      const rowLow = row[1 + 2 * curve] as number | null;
      const rowHigh = row[2 + 2 * curve] as number | null;
      const lost = ((row[gapBitsAt] as number) & (1 << curve)) !== 0 || rowLow === null || rowHigh === null;
      if (lost) {
        low[column] = Number.NaN;
        high[column] = Number.NaN;
      } else if (isNew) {
        low[column] = rowLow;
        high[column] = rowHigh;
      } else if (!Number.isNaN(low[column] as number)) {
        low[column] = Math.min(low[column] as number, rowLow);
        high[column] = Math.max(high[column] as number, rowHigh);
      }
    }
  }
}

/** Is nothing to be drawn of the curve in this column? */
export const isGap = (columns: Columns, curve: number, column: number): boolean =>
  Number.isNaN(columns.low[curve]?.[column] ?? Number.NaN);

/** Buckets a column needs so that it is at least `secondsPerPixel` wide. */
export const bucketsPerColumn = (bucketSeconds: number, secondsPerPixel: number): number =>
  Math.max(1, Math.ceil(secondsPerPixel / bucketSeconds - 1e-9));
