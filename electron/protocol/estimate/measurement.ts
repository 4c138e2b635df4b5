import type { Column, Ensemble } from './ensemble.ts';

/** A measurement further off than this counts as this far off: a probe lost or outvoted makes a jump, no patient. */
const mostSds = 3;
/** No positive quantity is moved below this share of where the middle candidate stands. */
const leastShare = 0.2;
const positive: Readonly<Record<Column, boolean>> = {
  cavityCelsius: false,
  shownCelsius: false,
  liningCelsius: false,
  tissueCelsius: false,
  coreCelsius: false,
  wallWPerK: true,
  depthWPerK: true,
  bloodWPerK: true,
  liningJPerK: true,
  tissueJPerK: true,
  coreJPerK: true,
  shedWPerK: true,
  lossWPerK: true,
  volumeShare: true,
  streamShare: true,
  probeLagSeconds: true,
  probeErrorKelvin: false,
};

/**
 * Moves all candidates towards a measurement, each column by its regression on what was expected of the
 * measurement: an ensemble square-root filter for one scalar (Whitaker and Hamill 2002, Mon Wea Rev 130:1913).
 * `expected`: what each candidate says is measured; `sd`: how far apart the two may be for reasons no candidate
 * knows.
 */
export function assimilate(
  ensemble: Ensemble,
  expected: readonly number[],
  measured: number,
  sd: number,
): Ensemble {
  const count = expected.length;
  const mean = meanOf(expected);
  const off = expected.slice();
  let variance = 0;
  for (let i = 0; i < count; i += 1) {
    const x = (expected[i] as number) - mean;
    off[i] = x;
    variance += (x * x) / count;
  }
  const total = variance + sd * sd;
  const narrowing = 1 / (1 + sd / Math.sqrt(total));
  const most = mostSds * Math.sqrt(total);
  const innovation = Math.min(most, Math.max(-most, measured - mean));
  const moved = (name: Column): readonly number[] => {
    const column = ensemble[name];
    const next = column.slice();
    let covariance = 0;
    for (let i = 0; i < count; i += 1) covariance += (column[i] as number) * (off[i] as number);
    const gain = covariance / (count * total);
    const floor = positive[name] ? leastShare * meanOf(column) : Number.NEGATIVE_INFINITY;
    for (let i = 0; i < count; i += 1) {
      const to = (column[i] as number) + gain * (innovation - narrowing * (off[i] as number));
      next[i] = to > floor ? to : floor;
    }
    return next;
  };
  return mapColumns(moved);
}

/** Further off than any patient explains: fluid from elsewhere, a probe that was lost or lies. */
export const isEvent = (expected: readonly number[], measured: number, sd: number): boolean =>
  Math.abs(measured - meanOf(expected)) > mostSds * Math.hypot(sdOf(expected), sd);

/** The cavity is where it is measured to be; nothing is learnt of patient and circuit. */
export function movedCavity(ensemble: Ensemble, byKelvin: number): Ensemble {
  const by = (celsius: number): number => celsius + byKelvin;
  return {
    ...ensemble,
    cavityCelsius: ensemble.cavityCelsius.map(by),
    shownCelsius: ensemble.shownCelsius.map(by),
  };
}

/** Every column anew, always in the same order, so that all ensembles have one shape. */
export const mapColumns = (make: (name: Column) => readonly number[]): Ensemble => ({
  cavityCelsius: make('cavityCelsius'),
  shownCelsius: make('shownCelsius'),
  liningCelsius: make('liningCelsius'),
  tissueCelsius: make('tissueCelsius'),
  coreCelsius: make('coreCelsius'),
  wallWPerK: make('wallWPerK'),
  depthWPerK: make('depthWPerK'),
  bloodWPerK: make('bloodWPerK'),
  liningJPerK: make('liningJPerK'),
  tissueJPerK: make('tissueJPerK'),
  coreJPerK: make('coreJPerK'),
  shedWPerK: make('shedWPerK'),
  lossWPerK: make('lossWPerK'),
  volumeShare: make('volumeShare'),
  streamShare: make('streamShare'),
  probeLagSeconds: make('probeLagSeconds'),
  probeErrorKelvin: make('probeErrorKelvin'),
});

export function meanOf(column: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < column.length; i += 1) sum += column[i] as number;
  return sum / column.length;
}

export function sdOf(column: readonly number[]): number {
  const mean = meanOf(column);
  let sum = 0;
  for (let i = 0; i < column.length; i += 1) sum += ((column[i] as number) - mean) ** 2;
  return Math.sqrt(sum / column.length);
}
