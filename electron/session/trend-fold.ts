import type { TrendRow, TrendUpdate } from '../contract/view.ts';
import type { ProbeReadings } from '../domain/telemetry.ts';

/** A full trend never has more rows than this. */
export const mostRows = 2400;
/** A probe without a value for longer than this, within a bucket or across two, is drawn as a gap, ms. */
const gapMs = 500;

type MutableRow = [number, ...(number | null)[]];

/**
 * Folds samples into lowest and highest per probe and bucket. Bucket edges are absolute multiples of the
 * width, so a picture never shimmers; when the rows run out the width doubles and neighbours merge.
 */
export class TrendFold {
  #widthSeconds = 1;
  #generation = 0;
  #rows: MutableRow[] = [];
  #lastValidMs: number[] = [0, 0, 0, 0];
  /** First row changed since the last `take`. */
  #changedFrom = 0;

  add(sessionMs: number, probes: ProbeReadings): void {
    const row = this.#rowAt(Math.floor(sessionMs / 1000 / this.#widthSeconds) * this.#widthSeconds);
    for (let probe = 0; probe < 4; probe += 1) {
      const value = probes[probe]?.value ?? null;
      const silentMs = sessionMs - (this.#lastValidMs[probe] ?? 0);
      if (silentMs > gapMs) row[9] = (row[9] ?? 0) | (1 << probe);
      if (value === null) continue;
      this.#lastValidMs[probe] = sessionMs;
      const low = row[1 + 2 * probe] ?? null;
      const high = row[2 + 2 * probe] ?? null;
      if (low === null || value < low) row[1 + 2 * probe] = value;
      if (high === null || value > high) row[2 + 2 * probe] = value;
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
    const row: MutableRow = [startSeconds, null, null, null, null, null, null, null, null, 0];
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
  for (let probe = 0; probe < 4; probe += 1) {
    into[1 + 2 * probe] = pick(Math.min, into[1 + 2 * probe] ?? null, row[1 + 2 * probe] ?? null);
    into[2 + 2 * probe] = pick(Math.max, into[2 + 2 * probe] ?? null, row[2 + 2 * probe] ?? null);
  }
  into[9] = (into[9] ?? 0) | (row[9] ?? 0);
}

const pick = (by: (a: number, b: number) => number, a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : by(a, b);
