import type { Draw } from './draw.ts';

/** What a patient and the machine beside it are, in figures that can be read. */
export interface Traits {
  readonly massKg: number;
  readonly coreCelsius: number;
  readonly roomCelsius: number;
  readonly fillVolumeMl: number;
  readonly flowMlPerMin: number;
  readonly heaterRatingW: number;
  /** Of an ordinary patient: 1. */
  readonly wallFactor: number;
  readonly perfusionFactor: number;
  readonly lossFactor: number;
}

const round = (value: number, to: number): number => Math.round(value / to) * to;

/**
 * Ranges: 45 to 105 kg; core 35.0 to 37.5 °C (anaesthetised, after laparotomy, or on the ward); room 18 to 24 °C
 * (operating rooms); 2 L/m² or 3 to 6 L, 2 to 6 L in all; 0.6 to 4 L/min; heaters of 800 to 2 500 W
 * (docs/plant.md). Team and machine are drawn apart: a strong heater does not choose a high flow.
 */
export function drawTraits(draw: Draw): Traits {
  const massKg = draw.around(45, 105);
  const surfaceM2 = 0.217 * massKg ** 0.5; // Body surface of a stature that goes with the mass, m².
  return {
    massKg: round(massKg, 0.1),
    coreCelsius: round(draw.around(35, 37.5), 0.01),
    roomCelsius: round(draw.even(18, 24), 0.1),
    fillVolumeMl: Math.min(6000, Math.max(2000, round(2000 * surfaceM2 * draw.even(0.6, 1.6), 100))),
    flowMlPerMin: round(draw.even(600, 4000), 10),
    heaterRatingW: round(draw.even(800, 2500), 10),
    wallFactor: draw.factor(1.4),
    perfusionFactor: draw.factor(1.5),
    lossFactor: draw.factor(2),
  };
}
