/** Values of one channel on a grid of `periodMs`, in thousandths of the unit, whole; `NaN` is a gap. */
export interface Stretch {
  readonly startWallMs: number;
  readonly endWallMs: number;
  readonly valuesMilli: readonly number[];
}

/** Ten samples a second. */
export const periodMs = 100;
/** What lies further apart are two stretches: no row of gaps for hours, ms. */
const longestGapMs = 60_000;
/** The grid begins anew where a sample would stand further from its time, ms. */
const furthestMs = 150;
/** No string of FHIR may be longer than 1 MiB (R4, 2.24.0.1); a value takes up to 8 characters and a blank. */
const mostValues = 100_000;

interface Open {
  readonly startMs: number;
  readonly startWallMs: number;
  endWallMs: number;
  readonly columns: readonly number[][];
}

interface Moment {
  readonly sessionMs: number;
  readonly wallMs: number;
}

/** Lays samples onto the grid, all channels at once. */
export class Grid {
  readonly #channels: number;
  readonly #stretches: Open[] = [];
  #lastMs = 0;

  constructor(channels: number) {
    this.#channels = channels;
  }

  /** `milliOf`: the value of a channel then, as in a stretch. */
  add({ sessionMs, wallMs }: Moment, milliOf: (channel: number) => number): void {
    const open = this.#placed(sessionMs, wallMs);
    for (let channel = 0; channel < this.#channels; channel += 1)
      open.columns[channel]?.push(milliOf(channel));
    open.endWallMs = wallMs;
    this.#lastMs = sessionMs;
  }

  /** The stretch that a sample of then belongs to, filled with gaps up to it. */
  #placed(sessionMs: number, wallMs: number): Open {
    const open = this.#stretches.at(-1);
    const length = open?.columns[0]?.length ?? 0;
    const at = open === undefined ? 0 : Math.max(Math.round((sessionMs - open.startMs) / periodMs), length);
    if (open === undefined || this.#beginsAnew(open, sessionMs, at)) return this.#begun(sessionMs, wallMs);
    for (let gap = length; gap < at; gap += 1) for (const column of open.columns) column.push(Number.NaN);
    return open;
  }

  #beginsAnew({ startMs }: Open, sessionMs: number, at: number): boolean {
    const apartMs = Math.abs(sessionMs - startMs - at * periodMs);
    return sessionMs - this.#lastMs > longestGapMs || at >= mostValues || apartMs > furthestMs;
  }

  #begun(startMs: number, startWallMs: number): Open {
    const columns = Array.from({ length: this.#channels }, (): number[] => []);
    const open = { startMs, startWallMs, endWallMs: startWallMs, columns };
    this.#stretches.push(open);
    return open;
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
export function asIntegers(valuesMilli: readonly number[]): { factor: number; data: string } {
  const step = [1000, 100, 10].find((one) => valuesMilli.every((value) => !(value % one))) ?? 1;
  let data = '';
  for (const value of valuesMilli) data += Number.isNaN(value) ? ' E' : ` ${value / step}`;
  return { factor: step / 1000, data: data.slice(1) };
}

/** Rounded as everywhere in the documents. */
export const inThousandths = (value: number | null): number =>
  value === null || !Number.isFinite(value) ? Number.NaN : Math.round(value * 1000);
