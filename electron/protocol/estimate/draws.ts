/**
 * Standard normal draws that are always the same: a low-discrepancy sequence (Roberts' R sequence), made exactly
 * uncorrelated, mean 0 and variance 1 in every dimension, so that few draws stand for the whole distribution.
 */
export function normalDraws(dimensions: number, count: number): readonly (readonly number[])[] {
  const ratio = rootOfUnity(dimensions);
  const columns: number[][] = [];
  for (let dimension = 1; dimension <= dimensions; dimension += 1) {
    const step = ratio ** -dimension;
    const column = Array.from({ length: count }, (_, i) => normalQuantile((0.5 + (i + 1) * step) % 1));
    standardise(column);
    for (const other of columns) subtract(column, other, dot(column, other) / count);
    standardise(column);
    columns.push(column);
  }
  return columns;
}

/** The positive root of x^(d+1) = x + 1. */
function rootOfUnity(dimensions: number): number {
  let x = 2;
  for (let i = 0; i < 60; i += 1) x = (1 + x) ** (1 / (dimensions + 1));
  return x;
}

/** Quantile of the standard normal distribution: Abramowitz and Stegun 26.2.23, error below 4.5e-4. */
function normalQuantile(probability: number): number {
  const tail = Math.min(probability, 1 - probability);
  const t = Math.sqrt(-2 * Math.log(Math.max(tail, 1e-9)));
  const above =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
  return probability < 0.5 ? -above : above;
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);

function subtract(column: number[], other: readonly number[], times: number): void {
  other.forEach((x, i) => {
    column[i] = (column[i] as number) - times * x;
  });
}

function standardise(column: number[]): void {
  const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
  subtract(
    column,
    column.map(() => 1),
    mean,
  );
  const sd = Math.sqrt(dot(column, column) / column.length);
  column.forEach((x, i) => {
    column[i] = x / sd;
  });
}
