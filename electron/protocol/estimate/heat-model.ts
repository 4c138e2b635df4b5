import type { Ensemble } from './ensemble.ts';

/** Perfusate by volume (saline 0.9 % at 40 °C), J/(mL·K). */
export const perfusateJPerMlK = 4.15;
/** Assumed; it matters only through small losses, °C. */
const roomCelsius = 21;

/** A stream of `mlPerMin` carries this many watts per kelvin. */
export const streamWPerK = (mlPerMin: number): number => (mlPerMin * perfusateJPerMlK) / 60;

/** Of the stream, what takes no part in the cavity leaves it as it came. */
export const outflowOf = (cavityCelsius: number, inflowCelsius: number, streamShare: number): number =>
  cavityCelsius + (1 - streamShare) * (inflowCelsius - cavityCelsius);

/** What changes with time, written in place. */
export type Temperatures = Record<
  'cavityCelsius' | 'shownCelsius' | 'liningCelsius' | 'tissueCelsius' | 'coreCelsius',
  number[]
>;

export const copyOf = (ensemble: Ensemble): Temperatures => ({
  cavityCelsius: ensemble.cavityCelsius.slice(),
  shownCelsius: ensemble.shownCelsius.slice(),
  liningCelsius: ensemble.liningCelsius.slice(),
  tissueCelsius: ensemble.tissueCelsius.slice(),
  coreCelsius: ensemble.coreCelsius.slice(),
});

/** What acts on all candidates alike. */
export interface Drive {
  readonly intoCavityMlPerMin: number;
  /** What comes in goes out again; else it stays, all of it. */
  readonly circulates: boolean;
  readonly cavityMl: number;
  /** Core at the start, which the body defends, °C. */
  readonly restingCelsius: number;
}

/** Warm tissue opens its vessels: more blood for each kelvin above 37 °C, 1/K (heated muscle and viscera; assumed). */
const opensPerKelvin = 0.05;
/** How implicit a step is: 0.5 is the most exact, more of it damps what is faster than the step. */
const theta = 0.55;

/**
 * Moves the temperatures by `seconds`. A chain: the stirred cavity between inflow, lining and room; its lining; the
 * tissue behind it; the core, which sheds heat. Solved as one (theta method, tridiagonal), so that long steps are
 * stable and end in the right place. The probes lag behind the cavity. `inflowCelsius`: one for each candidate.
 */
export function advance(
  now: Temperatures,
  ensemble: Ensemble,
  inflowCelsius: readonly number[],
  drive: Drive,
  seconds: number,
): void {
  const stream = streamWPerK(drive.intoCavityMlPerMin);
  // Through the wetted surface, which goes with volume^(2/3), and a laminar film: flow^(1/3) (Lévêque).
  const surface =
    Math.cbrt(drive.cavityMl / 3000) ** 2 * Math.cbrt(Math.max(drive.intoCavityMlPerMin, 200) / 1500);
  const cavityWPerK = (drive.cavityMl * perfusateJPerMlK) / seconds;
  const { cavityCelsius, shownCelsius, liningCelsius, tissueCelsius, coreCelsius } = now;
  for (let i = 0; i < cavityCelsius.length; i += 1) {
    const arriving = drive.circulates ? (ensemble.streamShare[i] as number) * stream : stream;
    const loss = ensemble.lossWPerK[i] as number;
    const wall = (ensemble.wallWPerK[i] as number) * surface;
    const depth = ensemble.depthWPerK[i] as number;
    const shed = ensemble.shedWPerK[i] as number;
    const cavity = cavityCelsius[i] as number;
    const lining = liningCelsius[i] as number;
    const tissue = tissueCelsius[i] as number;
    const core = coreCelsius[i] as number;
    const blood = (ensemble.bloodWPerK[i] as number) * (1 + opensPerKelvin * Math.max(0, tissue - 37));

    const intoCavityW = arriving * ((inflowCelsius[i] as number) - cavity) + loss * (roomCelsius - cavity);
    const intoLiningW = wall * (cavity - lining);
    const intoTissueW = depth * (lining - tissue);
    const intoCoreW = blood * (tissue - core);
    const shedW = shed * (core - drive.restingCelsius);

    const a = cavityWPerK * (ensemble.volumeShare[i] as number) + theta * (arriving + loss + wall);
    const b = (ensemble.liningJPerK[i] as number) / seconds + theta * (wall + depth);
    const c = (ensemble.tissueJPerK[i] as number) / seconds + theta * (depth + blood);
    const d = (ensemble.coreJPerK[i] as number) / seconds + theta * (blood + shed);
    const ab = (theta * wall) / a;
    const bb = b - ab * theta * wall;
    const bc = (theta * depth) / bb;
    const cc = c - bc * theta * depth;
    const cd = (theta * blood) / cc;
    const atCavity = intoCavityW - intoLiningW;
    const atLining = intoLiningW - intoTissueW + ab * atCavity;
    const atTissue = intoTissueW - intoCoreW + bc * atLining;
    const coreBy = (intoCoreW - shedW + cd * atTissue) / (d - cd * theta * blood);
    const tissueBy = atTissue / cc + cd * coreBy;
    const liningBy = atLining / bb + bc * tissueBy;
    const cavityBy = atCavity / a + ab * liningBy;

    coreCelsius[i] = core + coreBy;
    tissueCelsius[i] = tissue + tissueBy;
    liningCelsius[i] = lining + liningBy;
    cavityCelsius[i] = cavity + cavityBy;
    const behind = seconds / (ensemble.probeLagSeconds[i] as number);
    const shown = shownCelsius[i] as number;
    shownCelsius[i] = shown + ((cavity + cavityBy - shown) * behind) / (1 + behind);
  }
}
