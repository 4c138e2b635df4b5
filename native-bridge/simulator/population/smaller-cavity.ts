import type { PlantParameters } from '../physics/parameters.ts';

/** What the default plant is fitted to, mL. */
export const usualFillMl = 3000;
/** Fluid around catheter and probes of a cavity that is no larger than a bladder, mL in each half. */
const leastFilmMl = 10;

/** What goes with the size of a cavity: a smaller one has less wall, and keeps less. */
type OfSize = Pick<
  PlantParameters,
  | 'liningJPerK'
  | 'liningTissueWPerK'
  | 'tissueJPerK'
  | 'bloodWPerK'
  | 'standstillMixingMlPerMin'
  | 'filmMl'
  | 'retainedMl'
>;

/** The cavity of a plant that holds `ownFillMl` where it is filled with `fillMl`; with more it has no more wall. */
export function filledWith(plant: OfSize, fillMl: number, ownFillMl = usualFillMl): OfSize {
  const size = Math.min(1, fillMl / ownFillMl);
  const wall = size ** (2 / 3);
  return {
    liningJPerK: plant.liningJPerK * wall,
    liningTissueWPerK: plant.liningTissueWPerK * wall,
    tissueJPerK: plant.tissueJPerK * wall,
    bloodWPerK: plant.bloodWPerK * wall,
    standstillMixingMlPerMin: plant.standstillMixingMlPerMin * size,
    filmMl: Math.max(leastFilmMl, plant.filmMl * size),
    retainedMl: plant.retainedMl * size,
  };
}

/** A team fills no further than the cavity gives: the default pressure at another fill, mmHg. */
export const stiffnessFor = (
  { filledCavityMmHg }: Pick<PlantParameters, 'filledCavityMmHg'>,
  fillMl: number,
): number => filledCavityMmHg * (usualFillMl / fillMl) ** 2;
