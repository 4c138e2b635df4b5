import type { Ensemble } from './ensemble.ts';

/** Perfusate by volume (saline 0.9 % at 40 °C), J/(mL·K). */
export const perfusateJPerMlK = 4.15;
/** Assumed; it matters only through small losses, °C. */
const roomCelsius = 21;

/** A stream of `mlPerMin` carries this many watts per kelvin. */
export const streamWPerK = (mlPerMin: number): number => (mlPerMin * perfusateJPerMlK) / 60;

/** What changes with time, written in place. */
export interface Temperatures {
  readonly cavityCelsius: Float64Array;
  readonly shownCelsius: Float64Array;
  readonly tissueCelsius: Float64Array;
  readonly coreCelsius: Float64Array;
}

export const copyOf = (ensemble: Ensemble): Temperatures => ({
  cavityCelsius: ensemble.cavityCelsius.slice(),
  shownCelsius: ensemble.shownCelsius.slice(),
  tissueCelsius: ensemble.tissueCelsius.slice(),
  coreCelsius: ensemble.coreCelsius.slice(),
});

/** What acts on all candidates alike. */
export interface Drive {
  readonly intoCavityMlPerMin: number;
  readonly cavityMl: number;
  /** Core at the start, which the body defends, °C. */
  readonly restingCelsius: number;
}

/**
 * Share of the way to its equilibrium that a first-order lag goes in `x` time constants: 1 − e^−x to within 0.03,
 * and always between 0 and 1, so that a step of any length is stable and ends in the right place.
 */
const settled = (x: number): number => 1 - 1 / (1 + x * (1 + x * (0.5 + x / 6)));

/**
 * Moves the temperatures by `seconds`. Four lags in a row, each towards the equilibrium its neighbours set:
 * a stirred cavity between inflow, tissue and room; tissue between cavity and core; core between tissue and what
 * the body sheds; probes behind the cavity. `inflowCelsius`: one for each candidate.
 */
export function advance(
  now: Temperatures,
  ensemble: Ensemble,
  inflowCelsius: Float64Array,
  drive: Drive,
  seconds: number,
): void {
  const stream = streamWPerK(drive.intoCavityMlPerMin);
  // Heat passes through the wetted surface, which goes with volume^(2/3).
  const surface = Math.cbrt(drive.cavityMl / 3000) ** 2;
  const cavityJPerK = drive.cavityMl * perfusateJPerMlK;
  const { cavityCelsius, shownCelsius, tissueCelsius, coreCelsius } = now;
  for (let i = 0; i < cavityCelsius.length; i += 1) {
    const arriving = (ensemble.streamShare[i] as number) * stream;
    const wall = (ensemble.wallWPerK[i] as number) * surface;
    const blood = ensemble.bloodWPerK[i] as number;
    const loss = ensemble.lossWPerK[i] as number;
    const shed = ensemble.shedWPerK[i] as number;
    let cavity = cavityCelsius[i] as number;
    let tissue = tissueCelsius[i] as number;
    const core = coreCelsius[i] as number;

    const intoCavity = arriving + wall + loss;
    const cavityRest =
      (arriving * (inflowCelsius[i] as number) + wall * tissue + loss * roomCelsius) / intoCavity;
    const capacity = cavityJPerK * (ensemble.volumeShare[i] as number);
    cavity += (cavityRest - cavity) * settled((intoCavity * seconds) / capacity);

    const intoTissue = wall + blood;
    const tissueRest = (wall * cavity + blood * core) / intoTissue;
    tissue += (tissueRest - tissue) * settled((intoTissue * seconds) / (ensemble.tissueJPerK[i] as number));

    const intoCore = blood + shed;
    const coreRest = (blood * tissue + shed * drive.restingCelsius) / intoCore;
    coreCelsius[i] =
      core + (coreRest - core) * settled((intoCore * seconds) / (ensemble.coreJPerK[i] as number));

    const shown = shownCelsius[i] as number;
    shownCelsius[i] = shown + (cavity - shown) * settled(seconds / (ensemble.probeLagSeconds[i] as number));
    cavityCelsius[i] = cavity;
    tissueCelsius[i] = tissue;
  }
}
