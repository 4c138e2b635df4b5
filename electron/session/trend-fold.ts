import type { TrendRow, TrendUpdate } from '../contract/view.ts';
import type { Reading } from '../domain/reading.ts';
import type { ProbeReadings } from '../domain/telemetry.ts';

/** A full trend never has more rows than this. */
export const mostRows = 2400;
/** T1 to T4 and the core. */
const curveCount = 5;
const gapBitsAt = 1 + 2 * curveCount;
/** A curve without a value for longer than this, within a bucket or across two, is drawn as a gap, ms. */
const gapMs = 500;

type MutableRow = [number, ...(number | null)[]];

/**
 * Folds samples into lowest and highest per curve and bucket. Bucket edges are absolute multiples of the
 * width, so a picture never shimmers; when the rows run out the width doubles and neighbours merge.
 */
export class TrendFold {
  #widthSeconds = 1;
  #generation = 0;
  #rows: MutableRow[] = [];
  #lastValidMs = Array<number>(curveCount).fill(0);
  /** First row changed since the last `take`. */
  #changedFrom = 0;

  add(sessionMs: number, probes: ProbeReadings, core: Reading): void {
    const row = this.#rowAt(Math.floor(sessionMs / 1000 / this.#widthSeconds) * this.#widthSeconds);
    for (let curve = 0; curve < curveCount; curve += 1) {
      const value = (probes[curve] ?? core).value;
      const silentMs = sessionMs - (this.#lastValidMs[curve] ?? 0);
      if (silentMs > gapMs) row[gapBitsAt] = (row[gapBitsAt] ?? 0) | (1 << curve);
      if (value === null) continue;
      this.#lastValidMs[curve] = sessionMs;
      const low = row[1 + 2 * curve] ?? null;
      const high = row[2 + 2 * curve] ?? null;
      if (low === null || value < low) row[1 + 2 * curve] = value;
      if (high === null || value > high) row[2 + 2 * curve] = value;
    }
    this.#changedFrom = Math.min(this.#changedFrom, this.#rows.length - 1);
  }

  /** Everything, for a renderer that has nothing. */
  all(): TrendUpdate {
    return this.#update(0);
  }

  /** What changed since the last call; `null` when nothing did. */
  take(): TrendUpdate | null {
    if (this.#changedFrom >= this.#rows.length) return null;
    const update = this.#update(this.#changedFrom);
    this.#changedFrom = this.#rows.length;
    return update;
  }

  #update(from: number): TrendUpdate {
    const rows = this.#rows.slice(from).map((row) => [...row] as unknown as TrendRow);
    return { generation: this.#generation, bucketSeconds: this.#widthSeconds, from, rows };
  }

  #rowAt(startSeconds: number): MutableRow {
    const last = this.#rows.at(-1);
    if (last !== undefined && last[0] === startSeconds) return last;
    if (this.#rows.length >= mostRows) {
      this.#halve();
      return this.#rowAt(Math.floor(startSeconds / this.#widthSeconds) * this.#widthSeconds);
    }
    const row: MutableRow = [startSeconds, ...Array<null>(2 * curveCount).fill(null), 0];
    this.#rows.push(row);
    return row;
  }

  #halve(): void {
    this.#widthSeconds *= 2;
    this.#generation += 1;
    const merged: MutableRow[] = [];
    for (const row of this.#rows) {
      const start = Math.floor(row[0] / this.#widthSeconds) * this.#widthSeconds;
      const last = merged.at(-1);
      if (last === undefined || last[0] !== start) merged.push([start, ...row.slice(1)] as MutableRow);
      else mergeInto(last, row);
    }
    this.#rows = merged;
    this.#changedFrom = 0;
  }
}

function mergeInto(into: MutableRow, row: MutableRow): void {
  for (let curve = 0; curve < curveCount; curve += 1) {
    into[1 + 2 * curve] = pick(Math.min, into[1 + 2 * curve] ?? null, row[1 + 2 * curve] ?? null);
    into[2 + 2 * curve] = pick(Math.max, into[2 + 2 * curve] ?? null, row[2 + 2 * curve] ?? null);
  }
  into[gapBitsAt] = (into[gapBitsAt] ?? 0) | (row[gapBitsAt] ?? 0);
}

const pick = (by: (a: number, b: number) => number, a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : by(a, b);
