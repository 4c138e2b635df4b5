import type { CircuitMode } from '../../../electron/domain/circuit.ts';
import { type BodyTemperatures, stepBody } from './body.ts';
import { type CavityTemperatures, drawnCelsius, meanCelsius, stepCavity, wettedWPerK } from './cavity.ts';
import { type CircuitTemperatures, stepCircuit } from './circuit.ts';
import {
  type Addition,
  type Flows,
  flowsOf,
  noFlows,
  type Obstructions,
  rampPump,
  type Volumes,
  volumesAfter,
} from './hydraulics.ts';
import type { PlantParameters } from './parameters.ts';

/** The truth of the plant, which no probe tells exactly. */
export interface PlantState {
  readonly flows: Flows;
  readonly volumes: Volumes;
  readonly circuit: CircuitTemperatures;
  readonly cavity: CavityTemperatures;
  readonly body: BodyTemperatures;
}

/** What the rig does to the plant. */
export interface PlantInputs {
  readonly mode: CircuitMode;
  /** Flow the pump is driven at, mL/min. */
  readonly pumpMlPerMin: number;
  /** Power the heater draws, W. */
  readonly heaterW: number;
  readonly addition: Addition;
  /** Lost from the reservoir, mL/min. */
  readonly leakMlPerMin: number;
}

export interface InitialConditions {
  readonly bodyCelsius: number;
  readonly cavityCelsius: number;
  readonly cavityMl: number;
  readonly reservoirCelsius: number;
  readonly reservoirMl: number;
  /** The circuit is filled and at the temperature of the reservoir; else empty and at that of the room. */
  readonly primed: boolean;
}

export function newPlant(initial: InitialConditions, p: PlantParameters): PlantState {
  const circuitCelsius = initial.primed ? initial.reservoirCelsius : p.roomCelsius;
  return {
    flows: noFlows,
    volumes: {
      primedMl: initial.primed ? p.circuitMl : 0,
      reservoirMl: initial.reservoirMl,
      cavityMl: initial.cavityMl,
    },
    circuit: {
      reservoirCelsius: initial.reservoirCelsius,
      exchangerCelsius: circuitCelsius,
      inflowCelsius: circuitCelsius,
      outflowCelsius: circuitCelsius,
      heatW: 0,
    },
    cavity: { upperCelsius: initial.cavityCelsius, lowerCelsius: initial.cavityCelsius },
    body: {
      liningCelsius: initial.bodyCelsius,
      tissueCelsius: initial.bodyCelsius,
      coreCelsius: initial.bodyCelsius,
      restingCelsius: initial.bodyCelsius,
    },
  };
}

/** The plant `seconds` later. Steps up to 2 s are stable; 0.1 s keeps the heat it is given to 1 %. */
export function stepPlant(
  plant: PlantState,
  inputs: PlantInputs,
  obstructions: Obstructions,
  p: PlantParameters,
  seconds: number,
): PlantState {
  const { volumes, circuit, cavity, body } = plant;
  const { cavityMl } = volumes;
  const asked = inputs.mode === 'standby' ? 0 : inputs.pumpMlPerMin;
  const driven = obstructions.pumpRunsOn ? Math.max(asked, plant.flows.pump) : asked;
  const pump = obstructions.pumpStalled ? 0 : rampPump(plant.flows.pump, driven, seconds, p);
  const flows = flowsOf(plant.flows, inputs.mode, pump, volumes, obstructions, p, seconds);
  const { inflowCelsius } = circuit;
  const drawn = drawnCelsius(cavity, inflowCelsius, flows, p);
  const wallW = wettedWPerK(flows, cavityMl, p);
  return {
    flows,
    volumes: volumesAfter(volumes, flows, inputs.addition.mlPerMin, inputs.leakMlPerMin, seconds),
    circuit: stepCircuit(circuit, drawn, inputs.mode, inputs.heaterW, flows, volumes, p, seconds),
    cavity: stepCavity(
      cavity,
      inflowCelsius,
      body.liningCelsius,
      wallW,
      flows,
      inputs.addition,
      cavityMl,
      p,
      seconds,
    ),
    body: stepBody(body, meanCelsius(cavity, p), wallW, p, seconds),
  };
}
