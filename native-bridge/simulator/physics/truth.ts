import { meanCelsius } from './cavity.ts';
import type { PlantParameters } from './parameters.ts';
import type { PlantState } from './plant.ts';

/** What goals are judged on: the cavity's mean over its volume, °C, which no probe tells. */
export const cavityMeanCelsius = (plant: PlantState, p: PlantParameters): number =>
  meanCelsius(plant.cavity, p);

/** The hottest compartment of the cavity, °C. */
export const hottestCompartmentCelsius = (plant: PlantState): number =>
  Math.max(plant.cavity.upperCelsius, plant.cavity.lowerCelsius);
