import type { Draw } from './draw.ts';

/** What a patient and the machine beside it are, in figures that can be read. */
export interface Traits {
  readonly massKg: number;
  readonly coreCelsius: number;
  readonly roomCelsius: number;
  readonly fillVolumeMl: number;
  readonly flowMlPerMin: number;
  readonly heaterRatingW: number;
  /** Body surface, m². */
  readonly surfaceM2: number;
  /** Of an ordinary patient: 1. Heat through the film on the lining, blood through the tissue, losses to the room. */
  readonly filmFactor: number;
  readonly perfusionFactor: number;
  readonly lossFactor: number;
  /** What the body sheds per kelvin above its temperature at the start, W/K for each kg. */
  readonly shedWPerKKg: number;
  /** Cavity to room, W/K: below 1 closed; 3 to 6 open, where it evaporates. */
  readonly cavityLossWPerK: number;
  /** Where the catheters lie, and how well their streams mix. */
  readonly upperVolumeShare: number;
  readonly upperInflowShare: number;
  readonly upperOutflowShare: number;
  readonly mixingFactor: number;
}

/** Of a stature that goes with the mass, m² (chosen: 1.9 m² at 75 kg). */
export const bodySurfaceM2 = (massKg: number): number => 0.217 * Math.sqrt(massKg);

const round = (value: number, to: number): number => Math.round(value / to) * to;

/** Ranges and why: docs/plant.md. Team and machine are drawn apart: a strong heater does not choose a high flow. */
export function drawTraits(draw: Draw): Traits {
  const massKg = draw.around(45, 105);
  const surfaceM2 = bodySurfaceM2(massKg);
  return {
    massKg: round(massKg, 0.1),
    coreCelsius: round(draw.around(35, 37.5), 0.01),
    roomCelsius: round(draw.even(18, 24), 0.1),
    fillVolumeMl: Math.min(6000, Math.max(2000, round(2000 * surfaceM2 * draw.even(0.6, 1.6), 100))),
    flowMlPerMin: round(draw.even(600, 4000), 10),
    heaterRatingW: round(draw.even(800, 2500), 10),
    surfaceM2,
    filmFactor: draw.factor(1.6),
    perfusionFactor: draw.factor(2.5),
    lossFactor: draw.factor(2),
    shedWPerKKg: draw.aroundRatio(0.6, 1.7),
    cavityLossWPerK: draw.whole(4) === 0 ? draw.even(3, 6) : draw.aroundRatio(0.25, 1),
    upperVolumeShare: draw.around(0.44, 0.56),
    upperInflowShare: draw.around(0.4, 0.8),
    upperOutflowShare: draw.around(0.2, 0.6),
    mixingFactor: draw.factor(1.8),
  };
}
