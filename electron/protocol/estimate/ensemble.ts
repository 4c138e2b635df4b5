import { normalDraws } from './draws.ts';

/**
 * Candidate patients: entry `i` of all columns together is one way this patient and circuit could be. They start as
 * what is known of patients at large and are moved by every measurement. A column that stands in an ensemble is
 * never written to again.
 */
export interface Ensemble {
  /** True mean of the cavity, and what its probes show of it, °C. */
  readonly cavityCelsius: readonly number[];
  readonly shownCelsius: readonly number[];
  /** What the perfusate touches, the tissue behind that warms with it, and the rest of the body, °C. */
  readonly liningCelsius: readonly number[];
  readonly tissueCelsius: readonly number[];
  readonly coreCelsius: readonly number[];
  /** Perfusate to lining with 3 000 mL in the cavity; lining to tissue; tissue to core by its blood; W/K. */
  readonly wallWPerK: readonly number[];
  readonly depthWPerK: readonly number[];
  readonly bloodWPerK: readonly number[];
  readonly liningJPerK: readonly number[];
  readonly tissueJPerK: readonly number[];
  readonly coreJPerK: readonly number[];
  /** What the body sheds per kelvin above its temperature at the start, W/K. */
  readonly shedWPerK: readonly number[];
  /** From lines and cavity to the room, W/K. */
  readonly lossWPerK: readonly number[];
  /** Share of the counted volume, and of the stream, that takes part. */
  readonly volumeShare: readonly number[];
  readonly streamShare: readonly number[];
  readonly probeLagSeconds: readonly number[];
  /** What the cavity probes show above the truth, K. */
  readonly probeErrorKelvin: readonly number[];
}

export type Column = keyof Ensemble;

/** How many candidates: enough for stable quantiles, few enough for a tick. */
export const candidates = 40;

/**
 * What is known of patients and circuits at large: the middle, and the spread of its logarithm. Derived in
 * docs/estimate.md from published heat-ups and body composition, not from the simulated plant.
 */
const spreads = {
  wallWPerK: [180, 0.3],
  depthWPerK: [170, 0.2],
  bloodWPerK: [38, 0.3],
  liningJPerK: [20_000, 0.25],
  tissueJPerK: [65_000, 0.25],
  coreJPerK: [210_000, 0.2],
  shedWPerK: [110, 0.3],
  lossWPerK: [1.5, 0.4],
  volumeShare: [1, 0.1],
  streamShare: [0.9, 0.1],
  probeLagSeconds: [5, 0.6],
} as const satisfies Partial<Record<Column, readonly [number, number]>>;

const probeErrorSd = 0.05;
/** Spread of temperatures not measured at the start, K: core without a probe, tissue. */
const coreSd = { measured: 0.05, assumed: 0.4 };
const tissueSd = 0.2;
/** Where no core is measured, °C. */
const assumedCoreCelsius = 36.8;

const names = Object.keys(spreads) as (keyof typeof spreads)[];
const draws = normalDraws(names.length + 3, candidates);
const draw = (dimension: number, make: (z: number) => number): readonly number[] =>
  (draws[dimension] as readonly number[]).map(make);
const parameters = Object.fromEntries(
  names.map((name, k) => [name, draw(k, (z) => spreads[name][0] * Math.exp(spreads[name][1] * z))]),
) as Record<keyof typeof spreads, readonly number[]>;

/** Candidates at the start of filling, or later: then tissue has warmed a part of the way towards the cavity. */
export function newEnsemble(cavityCelsius: number, coreCelsius: number | null): Ensemble {
  const core = coreCelsius ?? assumedCoreCelsius;
  const sd = coreCelsius === null ? coreSd.assumed : coreSd.measured;
  const ahead = Math.max(0, cavityCelsius - core);
  return {
    ...parameters,
    cavityCelsius: draw(0, () => cavityCelsius),
    shownCelsius: draw(0, () => cavityCelsius),
    coreCelsius: draw(names.length, (z) => core + sd * z),
    liningCelsius: draw(names.length + 1, (z) => core + tissueSd * z + ahead * (0.7 + 0.15 * z)),
    tissueCelsius: draw(names.length + 1, (z) => core + tissueSd * z + ahead * (0.4 + 0.2 * z)),
    probeErrorKelvin: draw(names.length + 2, (z) => probeErrorSd * z),
  };
}
