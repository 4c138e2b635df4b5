import { deliveredCelsius } from './circuit.ts';
import { settled } from './heat.ts';
import type { Addition, Flows } from './hydraulics.ts';
import type { PlantParameters } from './parameters.ts';

export interface CavityTemperatures {
  readonly upperCelsius: number;
  readonly lowerCelsius: number;
}

/** Mean over the volume, °C. */
export const meanCelsius = (cavity: CavityTemperatures, p: PlantParameters): number =>
  p.upperVolumeShare * cavity.upperCelsius + (1 - p.upperVolumeShare) * cavity.lowerCelsius;

/** Perfusate that runs from inflow to outflow catheter without mixing, mL/min: a share that grows with the flow. */
export function shortCircuitMlPerMin(flows: Flows, p: PlantParameters): number {
  const through = Math.min(flows.intoCavity, flows.outOfCavity);
  return (through * through) / (through + p.shortCircuitHalfMlPerMin);
}

/** What the outflow catheters draw, °C. */
export function drawnCelsius(
  cavity: CavityTemperatures,
  inflowCelsius: number,
  flows: Flows,
  p: PlantParameters,
): number {
  const celsius = p.upperOutflowShare * cavity.upperCelsius + (1 - p.upperOutflowShare) * cavity.lowerCelsius;
  const past = shortCircuitMlPerMin(flows, p);
  if (past === 0) return celsius;
  const delivered = deliveredCelsius(inflowCelsius, flows.intoCavity, p);
  return celsius + (past / flows.outOfCavity) * (delivered - celsius);
}

/** Perfusate to the lining of the whole cavity, W/K: wetted surface, and a film that thins with the flow. */
export function wettedWPerK(flows: Flows, cavityMl: number, p: PlantParameters): number {
  const surface = Math.cbrt((cavityMl + 2 * p.filmMl) / 3000) ** 2;
  const stirred = Math.sqrt(Math.max(flows.intoCavity, flows.outOfCavity) / 1500);
  return p.liningWPerK * surface * (p.liningStillShare + (1 - p.liningStillShare) * stirred);
}

/** `wallW`: `wettedWPerK`. */
export function stepCavity(
  cavity: CavityTemperatures,
  inflowCelsius: number,
  liningCelsius: number,
  wallW: number,
  flows: Flows,
  addition: Addition,
  cavityMl: number,
  p: PlantParameters,
  seconds: number,
): CavityTemperatures {
  const { upperCelsius, lowerCelsius } = cavity;
  const wattPerFlow = p.perfusateJPerMlK / 60;
  const upper = p.upperVolumeShare;
  const lower = 1 - upper;
  const past = shortCircuitMlPerMin(flows, p);
  const entering = flows.intoCavity - past;
  const leaving = flows.outOfCavity - past;
  const enteringW = entering * wattPerFlow;
  // The compartments keep their shares of the volume: what enters and leaves elsewhere flows between them.
  const downwards = (p.upperInflowShare - upper) * entering - (p.upperOutflowShare - upper) * leaving;
  const mixing = p.standstillMixingMlPerMin + p.mixingPerFlow * Math.max(entering, leaving);
  const intoUpperW = (mixing + Math.max(0, -downwards)) * wattPerFlow;
  const intoLowerW = (mixing + Math.max(0, downwards)) * wattPerFlow;
  const addedW = addition.mlPerMin * wattPerFlow;
  // What ties either compartment, by its share of the volume: lining, room, fluid added.
  const tiesW = wallW + p.cavityLossWPerK + addedW;
  const tiesInW = wallW * liningCelsius + p.cavityLossWPerK * p.roomCelsius + addedW * addition.celsius;
  const inUpperW = p.upperInflowShare * enteringW;
  const inLowerW = enteringW - inUpperW;
  const arriving = deliveredCelsius(inflowCelsius, flows.intoCavity, p);
  return {
    upperCelsius: settled(
      upperCelsius,
      (upper * cavityMl + p.filmMl) * p.perfusateJPerMlK,
      inUpperW + intoUpperW + upper * tiesW,
      inUpperW * arriving + intoUpperW * lowerCelsius + upper * tiesInW,
      seconds,
    ),
    lowerCelsius: settled(
      lowerCelsius,
      (lower * cavityMl + p.filmMl) * p.perfusateJPerMlK,
      inLowerW + intoLowerW + lower * tiesW,
      inLowerW * arriving + intoLowerW * upperCelsius + lower * tiesInW,
      seconds,
    ),
  };
}
