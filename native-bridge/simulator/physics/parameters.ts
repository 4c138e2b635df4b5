/**
 * What the simulated plant is made of. Every figure can be overridden by a scenario (`plant`).
 * "chosen" marks a figure that was fitted so that the plant as a whole meets the published points in
 * docs/plant.md; the others stand with their source.
 */
export interface PlantParameters {
  /** Heat that warms 1 mL of perfusate by 1 K, J/(mL·K). Saline 0.9 %: 4.15 J/(g·K) × 1.0 g/mL at 40 °C. */
  readonly perfusateJPerMlK: number;
  readonly roomCelsius: number;

  /** Time constant from power drawn to heat in the perfusate, s (chosen: a plate exchanger). */
  readonly heaterLagSeconds: number;
  /** Perfusate held by the heat exchanger, mL (chosen). */
  readonly exchangerMl: number;
  /** Heat capacity of its metal, J/K (chosen: 2.5 kg of steel). */
  readonly exchangerMetalJPerK: number;
  /** Heat that reaches the inflow probe from the exchanger at a standstill, W/K (chosen). */
  readonly standstillWPerK: number;

  /** Whole circuit without reservoir and cavity, mL: what prime takes out of the reservoir (chosen). */
  readonly circuitMl: number;
  /** Perfusate between exchanger and inflow probe, mL (chosen). */
  readonly inflowLineMl: number;
  /** Perfusate between cavity and outflow probe, mL (chosen). */
  readonly outflowLineMl: number;
  /** Losses of exchanger, tube from inflow probe to cavity, outflow line, reservoir and cavity to the room, W/K (chosen; closed technique). */
  readonly exchangerLossWPerK: number;
  readonly inflowTubeLossWPerK: number;
  readonly outflowTubeLossWPerK: number;
  readonly reservoirLossWPerK: number;
  readonly cavityLossWPerK: number;

  /** How fast the pump changes its flow, mL/min per s (chosen). */
  readonly pumpRampMlPerMinPerSecond: number;
  /** Volume one turn of the pump displaces, mL (a roller pump with 3/8 inch tube: 12 to 13). */
  readonly pumpMlPerTurn: number;
  /** Pressure drop of the inflow line and catheter, mmHg per mL/min (chosen: 60 mmHg at 1 500 mL/min). */
  readonly lineMmHgPerMlPerMin: number;

  /** Share of the cavity's volume that the upper compartment (under the diaphragm) holds, 0 to 1. */
  readonly upperVolumeShare: number;
  /** Share of the inflow that enters the upper compartment, 0 to 1 (chosen: crosswise catheters). */
  readonly upperInflowShare: number;
  /** Share of the outflow that is taken from the upper compartment, 0 to 1 (chosen: crosswise catheters). */
  readonly upperOutflowShare: number;
  /** Exchange between the compartments at a standstill, mL/min, and what each mL/min of flow adds (chosen). */
  readonly standstillMixingMlPerMin: number;
  readonly mixingPerFlow: number;
  /** Fluid around the catheters and probes of an empty cavity, mL in each compartment (chosen). */
  readonly filmMl: number;
  /** What a drain leaves behind, mL (retained volume; chosen). */
  readonly retainedMl: number;
  /** Closed cavity: pressure when empty, and what 3 000 mL add, rising with the square of the volume, mmHg (chosen: 12 at 3 000 mL, in the 10 to 20 of 10.1245/s10434-017-6279-3). */
  readonly emptyCavityMmHg: number;
  readonly filledCavityMmHg: number;

  /** Flow at which half of the inflow would run straight to the outflow catheters, mL/min; less flow, a smaller share (chosen). */
  readonly shortCircuitHalfMlPerMin: number;
  /** Perfusate to the lining at 3 000 mL and 1 500 mL/min, W/K; goes with the wetted surface, volume^(2/3) (chosen). */
  readonly liningWPerK: number;
  /** Share of it that remains at a standstill, 0 to 1; the rest goes with the square root of the flow (chosen). */
  readonly liningStillShare: number;
  /** Heat capacity of the lining, J/K (peritoneum of 1.7 m² and 3 mm behind it × 3.7 J/(mL·K)). */
  readonly liningJPerK: number;
  /** Lining to the tissue behind it, W/K (1.7 m² × 0.5 W/(m·K) ÷ 2.5 mm). */
  readonly liningTissueWPerK: number;
  /** Heat capacity of the tissue that warms through the lining, J/K (chosen: about 14 kg × 3.5 kJ/(kg·K)). */
  readonly tissueJPerK: number;
  /** Tissue to core by its blood flow at 37 °C, W/K (chosen: about 0.4 L/min of blood × 3.8 J/(mL·K)). */
  readonly bloodWPerK: number;
  /** By which share that rises with each kelvin above 37 °C (chosen: vasodilation). */
  readonly vasodilationPerKelvin: number;
  /** Heat capacity of the rest of the body, J/K (about 60 kg × 3.5 kJ/(kg·K)). */
  readonly coreJPerK: number;
  /** What body and anaesthetist shed per kelvin above the temperature at the start, W/K (chosen: core below 38.5 °C after 60 min). */
  readonly bodyWPerK: number;

  /** Time constants of the flow meters and pressure sensors, s (chosen). */
  readonly flowMeterLagSeconds: number;
  readonly pressureLagSeconds: number;
  /** Half-width of the noise of a reading: flow meters share of flow, pressures mmHg, level mL (chosen). */
  readonly flowNoiseShare: number;
  readonly pressureNoiseMmHg: number;
  readonly levelNoiseMl: number;
  /** Temperature of the fresh carrier that rinse pumps, °C. */
  readonly rinseCelsius: number;
}

export const defaultPlantParameters: PlantParameters = {
  perfusateJPerMlK: 4.15,
  roomCelsius: 21,
  heaterLagSeconds: 1.5,
  exchangerMl: 200,
  exchangerMetalJPerK: 1200,
  standstillWPerK: 3,
  circuitMl: 300,
  inflowLineMl: 40,
  outflowLineMl: 80,
  exchangerLossWPerK: 0.5,
  inflowTubeLossWPerK: 0.6,
  outflowTubeLossWPerK: 0.6,
  reservoirLossWPerK: 1.2,
  cavityLossWPerK: 0.5,
  pumpRampMlPerMinPerSecond: 600,
  pumpMlPerTurn: 12.5,
  lineMmHgPerMlPerMin: 0.04,
  upperVolumeShare: 0.5,
  upperInflowShare: 0.65,
  upperOutflowShare: 0.4,
  standstillMixingMlPerMin: 200,
  mixingPerFlow: 0.5,
  filmMl: 40,
  retainedMl: 100,
  emptyCavityMmHg: 3,
  filledCavityMmHg: 9,
  shortCircuitHalfMlPerMin: 15_000,
  liningWPerK: 250,
  liningStillShare: 0.3,
  liningJPerK: 19_000,
  liningTissueWPerK: 340,
  tissueJPerK: 48_000,
  bloodWPerK: 27,
  vasodilationPerKelvin: 0.05,
  coreJPerK: 210_000,
  bodyWPerK: 110,
  flowMeterLagSeconds: 0.4,
  pressureLagSeconds: 0.3,
  flowNoiseShare: 0.01,
  pressureNoiseMmHg: 1,
  levelNoiseMl: 6,
  rinseCelsius: 37,
};
