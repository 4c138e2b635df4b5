import type { CircuitMode } from '../../../electron/domain/circuit.ts';
import type { Addition, Flows, Volumes } from './hydraulics.ts';
import type { PlantParameters } from './parameters.ts';

/*
 * Lumped energy balances: heat capacity (J/K) × dT/dt = Σ conductance (W/K) × difference (K) + power (W), each
 * stepped by explicit Euler. A stream of q mL/min carries q ÷ 60 × J/(mL·K) watts per kelvin.
 */

export interface CircuitTemperatures {
  readonly reservoirCelsius: number;
  readonly exchangerCelsius: number;
  /** At the rig's inflow sensor, behind the exchanger. */
  readonly inflowCelsius: number;
  readonly outflowCelsius: number;
  /** Heat that reaches the perfusate, W; lags behind the power drawn. */
  readonly heatW: number;
}

export interface CavityTemperatures {
  readonly upperCelsius: number;
  readonly lowerCelsius: number;
}

export interface BodyTemperatures {
  readonly tissueCelsius: number;
  readonly coreCelsius: number;
  /** The core temperature the body defends: that of the start. */
  readonly restingCelsius: number;
}

/** Perfusate where it enters cavity or reservoir: cooled by the tube behind the inflow probe. */
export function deliveredCelsius(inflowCelsius: number, flowMlPerMin: number, p: PlantParameters): number {
  const streamW = (flowMlPerMin * p.perfusateJPerMlK) / 60;
  const lossShare = p.inflowTubeLossWPerK / (streamW + p.inflowTubeLossWPerK);
  return inflowCelsius - (inflowCelsius - p.roomCelsius) * lossShare;
}

/** Cavity fluid as the outflow catheters draw it. */
export const drawnCelsius = (cavity: CavityTemperatures, p: PlantParameters): number =>
  p.upperOutflowShare * cavity.upperCelsius + (1 - p.upperOutflowShare) * cavity.lowerCelsius;

export function stepCircuit(
  circuit: CircuitTemperatures,
  cavity: CavityTemperatures,
  mode: CircuitMode,
  heaterW: number,
  flows: Flows,
  volumes: Volumes,
  p: PlantParameters,
  seconds: number,
): CircuitTemperatures {
  const { reservoirCelsius, exchangerCelsius, inflowCelsius, outflowCelsius, heatW } = circuit;
  const room = p.roomCelsius;
  const joule = p.perfusateJPerMlK;
  const streamW = (flows.throughExchanger * joule) / 60;
  const outflowW = (flows.outOfCavity * joule) / 60;
  const returnW = (flows.intoReservoir * joule) / 60;
  const sourceCelsius = mode === 'rinse' ? p.rinseCelsius : reservoirCelsius;
  const returnCelsius =
    mode === 'circulate' ? outflowCelsius : deliveredCelsius(inflowCelsius, flows.throughExchanger, p);

  const exchangerBalanceW =
    heatW +
    streamW * (sourceCelsius - exchangerCelsius) +
    p.standstillWPerK * (inflowCelsius - exchangerCelsius) +
    p.exchangerLossWPerK * (room - exchangerCelsius);
  const inflowBalanceW = (streamW + p.standstillWPerK) * (exchangerCelsius - inflowCelsius);
  const outflowBalanceW =
    outflowW * (drawnCelsius(cavity, p) - outflowCelsius) + p.outflowTubeLossWPerK * (room - outflowCelsius);
  const reservoirBalanceW =
    returnW * (returnCelsius - reservoirCelsius) + p.reservoirLossWPerK * (room - reservoirCelsius);

  return {
    heatW: heatW + ((heaterW - heatW) * seconds) / p.heaterLagSeconds,
    exchangerCelsius:
      exchangerCelsius + (exchangerBalanceW * seconds) / (p.exchangerMl * joule + p.exchangerMetalJPerK),
    inflowCelsius: inflowCelsius + (inflowBalanceW * seconds) / (p.inflowLineMl * joule),
    outflowCelsius: outflowCelsius + (outflowBalanceW * seconds) / (p.outflowLineMl * joule),
    reservoirCelsius:
      reservoirCelsius + (reservoirBalanceW * seconds) / ((volumes.reservoirMl + p.filmMl) * joule),
  };
}

/** Heat the wall takes from each compartment per kelvin, W/K: goes with the wetted surface, volume^(2/3). */
const wallWPerK = (cavityMl: number, p: PlantParameters): number =>
  p.wallWPerK * Math.cbrt((cavityMl + 2 * p.filmMl) / 3000) ** 2;

export function stepCavity(
  cavity: CavityTemperatures,
  inflowCelsius: number,
  tissueCelsius: number,
  flows: Flows,
  addition: Addition,
  cavityMl: number,
  p: PlantParameters,
  seconds: number,
): CavityTemperatures {
  const { upperCelsius, lowerCelsius } = cavity;
  const joule = p.perfusateJPerMlK;
  const upper = p.upperVolumeShare;
  const arriving = deliveredCelsius(inflowCelsius, flows.intoCavity, p);
  const arrivingW = (flows.intoCavity * joule) / 60;
  // The compartments keep their shares of the volume: what enters and leaves elsewhere flows between them.
  const downwards =
    (p.upperInflowShare - upper) * flows.intoCavity - (p.upperOutflowShare - upper) * flows.outOfCavity;
  const mixing = p.standstillMixingMlPerMin + p.mixingPerFlow * Math.max(flows.intoCavity, flows.outOfCavity);
  const intoUpperW = ((mixing + Math.max(0, -downwards)) * joule) / 60;
  const intoLowerW = ((mixing + Math.max(0, downwards)) * joule) / 60;
  const wallW = wallWPerK(cavityMl, p);
  const addedW = (addition.mlPerMin * joule) / 60;

  const upperBalanceW =
    p.upperInflowShare * arrivingW * (arriving - upperCelsius) +
    intoUpperW * (lowerCelsius - upperCelsius) +
    upper *
      (wallW * (tissueCelsius - upperCelsius) +
        p.cavityLossWPerK * (p.roomCelsius - upperCelsius) +
        addedW * (addition.celsius - upperCelsius));
  const lowerBalanceW =
    (1 - p.upperInflowShare) * arrivingW * (arriving - lowerCelsius) +
    intoLowerW * (upperCelsius - lowerCelsius) +
    (1 - upper) *
      (wallW * (tissueCelsius - lowerCelsius) +
        p.cavityLossWPerK * (p.roomCelsius - lowerCelsius) +
        addedW * (addition.celsius - lowerCelsius));
  return {
    upperCelsius: upperCelsius + (upperBalanceW * seconds) / ((upper * cavityMl + p.filmMl) * joule),
    lowerCelsius: lowerCelsius + (lowerBalanceW * seconds) / (((1 - upper) * cavityMl + p.filmMl) * joule),
  };
}

export function stepBody(
  body: BodyTemperatures,
  cavity: CavityTemperatures,
  cavityMl: number,
  p: PlantParameters,
  seconds: number,
): BodyTemperatures {
  const { tissueCelsius, coreCelsius, restingCelsius } = body;
  const meanCelsius =
    p.upperVolumeShare * cavity.upperCelsius + (1 - p.upperVolumeShare) * cavity.lowerCelsius;
  const bloodW = p.bloodWPerK * (tissueCelsius - coreCelsius);
  const tissueBalanceW = wallWPerK(cavityMl, p) * (meanCelsius - tissueCelsius) - bloodW;
  const coreBalanceW = bloodW - p.bodyWPerK * (coreCelsius - restingCelsius);
  return {
    tissueCelsius: tissueCelsius + (tissueBalanceW * seconds) / p.tissueJPerK,
    coreCelsius: coreCelsius + (coreBalanceW * seconds) / p.coreJPerK,
    restingCelsius,
  };
}
