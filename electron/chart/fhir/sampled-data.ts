/** Values of one channel on a grid of `periodMs`; `null`: a gap. */
export interface Stretch {
  readonly startWallMs: number;
  readonly endWallMs: number;
  readonly valuesMilli: readonly (number | null)[];
}

/** Ten samples a second. */
export const periodMs = 100;
/** What lies further apart are two stretches: no row of gaps for hours, ms. */
const longestGapMs = 60_000;
/** The grid begins anew where a sample would stand further from its time, ms. */
const furthestMs = 150;
/** No string of FHIR may be longer than 1 MiB (R4, 2.24.0.1); a value takes up to 8 characters and a blank. */
const mostValues = 100_000;

export interface Point {
  readonly sessionMs: number;
  readonly wallMs: number;
  /** In thousandths of the unit, whole; `null`: none. */
  readonly valuesMilli: readonly (number | null)[];
}

interface Open {
  readonly startMs: number;
  readonly startWallMs: number;
  endWallMs: number;
  readonly columns: (number | null)[][];
}

/** Lays samples onto the grid, all channels at once. */
export class Grid {
  readonly #stretches: Open[] = [];
  #lastMs = 0;

  add({ sessionMs, wallMs, valuesMilli }: Point): void {
    const open = this.#stretches.at(-1);
    const length = open?.columns[0]?.length ?? 0;
    const at = open === undefined ? 0 : Math.max(Math.round((sessionMs - open.startMs) / periodMs), length);
    if (open === undefined || this.#beginsAnew(open, sessionMs, at))
      this.#begin(sessionMs, wallMs, valuesMilli);
    else {
      open.endWallMs = wallMs;
      for (const [index, column] of open.columns.entries()) {
        while (column.length < at) column.push(null);
        column.push(valuesMilli[index] ?? null);
      }
    }
    this.#lastMs = sessionMs;
  }

  #beginsAnew({ startMs }: Open, sessionMs: number, at: number): boolean {
    const apartMs = Math.abs(sessionMs - startMs - at * periodMs);
    return sessionMs - this.#lastMs > longestGapMs || at >= mostValues || apartMs > furthestMs;
  }

  #begin(startMs: number, startWallMs: number, valuesMilli: Point['valuesMilli']): void {
    const columns = valuesMilli.map((value) => [value]);
    this.#stretches.push({ startMs, startWallMs, endWallMs: startWallMs, columns });
  }

  /** Of one channel, in order. */
  stretches(channel: number): Stretch[] {
    return this.#stretches.map(({ startWallMs, endWallMs, columns }) => ({
      startWallMs,
      endWallMs,
      valuesMilli: columns[channel] ?? [],
    }));
  }
}

/** The coarsest factor that loses nothing, and the values as whole multiples of it; `E` is a gap (R4, SampledData). */
export function asIntegers(valuesMilli: readonly (number | null)[]): { factor: number; data: string } {
  const step = [1000, 100, 10, 1].find((one) => valuesMilli.every((value) => (value ?? 0) % one === 0)) ?? 1;
  return {
    factor: step / 1000,
    data: valuesMilli.map((value) => (value === null ? 'E' : String(value / step))).join(' '),
  };
}

/** Thousandths, as everything is rounded in the documents. */
export const milliOf = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : Math.round(value * 1000) + 0;
