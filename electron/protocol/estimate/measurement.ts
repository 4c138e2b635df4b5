import { type Column, candidates, type Ensemble } from './ensemble.ts';

/** No positive quantity is moved below this share of where the middle candidate stands. */
const leastShare = 0.2;
const positive: readonly Column[] = [
  'wallWPerK',
  'bloodWPerK',
  'tissueJPerK',
  'coreJPerK',
  'shedWPerK',
  'lossWPerK',
  'volumeShare',
  'streamShare',
  'probeLagSeconds',
];

/**
 * Moves all candidates towards a measurement, each column by its regression on what was expected of the
 * measurement: an ensemble square-root filter for one scalar (Whitaker and Hamill 2002, Mon Wea Rev 130:1913).
 * `expected`: what each candidate says was measured; `sd`: how far apart the two may be for reasons no candidate
 * knows.
 */
export function assimilate(
  ensemble: Ensemble,
  expected: Float64Array,
  measured: number,
  sd: number,
): Ensemble {
  const mean = meanOf(expected);
  const off = expected.map((x) => x - mean);
  const variance = meanOf(off.map((x) => x * x));
  const total = variance + sd * sd;
  if (variance < 1e-9) return ensemble;
  const narrowing = 1 / (1 + sd / Math.sqrt(total));
  const move = off.map((x) => (measured - mean - narrowing * x) / total);
  const columns = Object.keys(ensemble) as Column[];
  const moved = columns.map((name) => {
    const column = ensemble[name];
    let covariance = 0;
    for (let i = 0; i < candidates; i += 1) covariance += (column[i] as number) * (off[i] as number);
    covariance /= candidates;
    const floor = positive.includes(name) ? leastShare * meanOf(column) : Number.NEGATIVE_INFINITY;
    const next = new Float64Array(candidates);
    for (let i = 0; i < candidates; i += 1) {
      next[i] = Math.max(floor, (column[i] as number) + covariance * (move[i] as number));
    }
    return [name, next] as const;
  });
  return Object.fromEntries(moved) as Record<Column, Float64Array>;
}

export const meanOf = (column: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < column.length; i += 1) sum += column[i] as number;
  return sum / column.length;
};

export const sdOf = (column: Float64Array): number => {
  const mean = meanOf(column);
  let sum = 0;
  for (let i = 0; i < column.length; i += 1) sum += ((column[i] as number) - mean) ** 2;
  return Math.sqrt(sum / column.length);
};
