import type { CircuitMode } from '../../../electron/domain/circuit.ts';
import { settled } from './heat.ts';
import type { Flows, Volumes } from './hydraulics.ts';
import type { PlantParameters } from './parameters.ts';

export interface CircuitTemperatures {
  readonly reservoirCelsius: number;
  readonly exchangerCelsius: number;
  /** At the rig's inflow sensor, behind the exchanger. */
  readonly inflowCelsius: number;
  readonly outflowCelsius: number;
  /** Heat that reaches the perfusate, W; lags behind the power drawn. */
  readonly heatW: number;
}

/** Perfusate where it enters cavity or reservoir: cooled by the tube behind the inflow probe. */
export function deliveredCelsius(inflowCelsius: number, flowMlPerMin: number, p: PlantParameters): number {
  const streamW = (flowMlPerMin * p.perfusateJPerMlK) / 60;
  const lossShare = p.inflowTubeLossWPerK / (streamW + p.inflowTubeLossWPerK);
  return inflowCelsius - (inflowCelsius - p.roomCelsius) * lossShare;
}

/** `drawnCelsius`: what the outflow catheters draw. A stream of q mL/min carries q ÷ 60 × J/(mL·K) watts per kelvin. */
export function stepCircuit(
  circuit: CircuitTemperatures,
  drawnCelsius: number,
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
  const still = p.standstillWPerK;

  return {
    heatW: heatW + ((heaterW - heatW) * seconds) / (p.heaterLagSeconds + seconds),
    exchangerCelsius: settled(
      exchangerCelsius,
      p.exchangerMl * joule + p.exchangerMetalJPerK,
      streamW + still + p.exchangerLossWPerK,
      heatW + streamW * sourceCelsius + still * inflowCelsius + p.exchangerLossWPerK * room,
      seconds,
    ),
    inflowCelsius: settled(
      inflowCelsius,
      p.inflowLineMl * joule,
      streamW + still,
      (streamW + still) * exchangerCelsius,
      seconds,
    ),
    outflowCelsius: settled(
      outflowCelsius,
      p.outflowLineMl * joule,
      outflowW + p.outflowTubeLossWPerK,
      outflowW * drawnCelsius + p.outflowTubeLossWPerK * room,
      seconds,
    ),
    reservoirCelsius: settled(
      reservoirCelsius,
      (volumes.reservoirMl + p.filmMl) * joule,
      returnW + p.reservoirLossWPerK,
      returnW * returnCelsius + p.reservoirLossWPerK * room,
      seconds,
    ),
  };
}
