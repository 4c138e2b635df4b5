import { normalDraws } from './draws.ts';
import { type KnownPatient, priorsFor, unknownPatient } from './priors.ts';

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

const probeErrorSd = 0.05;
const pathErrorSd = 0.05;
/** Spread of temperatures at the start, K: core (its rise is what counts, not the error of its probe), tissue. */
const coreSd = { measured: 0.01, assumed: 0.4 };
const tissueSd = 0.2;
/** Where no core is measured, °C. */
const assumedCoreCelsius = 36.8;

type Parameter = keyof ReturnType<typeof priorsFor>;
const parameters = Object.keys(priorsFor(unknownPatient)) as Parameter[];
const draws = normalDraws(parameters.length + 4, candidates);
const draw = (dimension: number, make: (z: number) => number): readonly number[] =>
  (draws[dimension] as readonly number[]).map(make);

/** What none of the candidates knows of the way to the band, K: one error for each. */
export const pathErrorKelvin = draw(parameters.length + 3, (z) => pathErrorSd * z);

/** Candidates at the start of filling, or later: then tissue has warmed a part of the way towards the cavity. */
export function newEnsemble(
  cavityCelsius: number,
  coreCelsius: number | null,
  patient: KnownPatient,
): Ensemble {
  const priors = priorsFor(patient);
  const drawn = parameters.map((name, k) => {
    const [middle, spread] = priors[name];
    return [name, draw(k, (z) => middle * Math.exp(spread * z))] as const;
  });
  const core = coreCelsius ?? assumedCoreCelsius;
  const sd = coreCelsius === null ? coreSd.assumed : coreSd.measured;
  const ahead = Math.max(0, cavityCelsius - core);
  const own = parameters.length;
  return {
    ...(Object.fromEntries(drawn) as Record<Parameter, readonly number[]>),
    cavityCelsius: draw(own, () => cavityCelsius),
    shownCelsius: draw(own, () => cavityCelsius),
    coreCelsius: draw(own, (z) => core + sd * z),
    liningCelsius: draw(own + 1, (z) => core + tissueSd * z + ahead * (0.7 + 0.15 * z)),
    tissueCelsius: draw(own + 1, (z) => core + tissueSd * z + ahead * (0.4 + 0.2 * z)),
    probeErrorKelvin: draw(own + 2, (z) => probeErrorSd * z),
  };
}
