import { streamWPerK } from './heat-model.ts';

/** What the machine's side of the circuit is seen to do. */
export interface Circuit {
  /** In front of the heater, by the heat balance of the heater, smoothed, °C. */
  readonly inletCelsius: number;
  /** Smoothed, mL/min. */
  readonly flowMlPerMin: number;
  readonly lastInflowCelsius: number;
  /** The most the heater gives, W: its rating, or less where it was seen to give all it has. */
  readonly heaterW: number;
  /** For how long the inflow has stayed short of its set-point with the heater below its rating, s. */
  readonly shortSeconds: number;
}

export interface CircuitMeasurements {
  readonly inflowCelsius: number;
  readonly inflowSetpointCelsius: number;
  readonly flowMlPerMin: number;
  /** Power drawn, and the most there should be, W. */
  readonly heaterW: number;
  readonly heaterRatingW: number;
  readonly seconds: number;
}

/** Heat capacity of heater and the fluid in it, J/K (about 2.5 kg of steel and 0.2 L): part of the power while it warms. */
const exchangerJPerK = 2000;
/** Averaging times, s. */
const inletSeconds = 15;
const flowSeconds = 8;
/** No balance is drawn below this flow, mL/min. */
const leastFlowMlPerMin = 100;
/** Inflow this far below its set-point, the heater below this share of its rating, this long: it has no more to give. */
const shortKelvin = 0.3;
const fullShare = 0.97;
const weakAfterSeconds = 20;
/** More than it was believed to have: it has recovered. */
const recoveredShare = 1.05;

export const newCircuit = (now: CircuitMeasurements): Circuit => ({
  inletCelsius: now.inflowCelsius,
  flowMlPerMin: now.flowMlPerMin,
  lastInflowCelsius: now.inflowCelsius,
  heaterW: now.heaterRatingW,
  shortSeconds: 0,
});

export function stepCircuit(circuit: Circuit, now: CircuitMeasurements): Circuit {
  const { seconds, inflowCelsius } = now;
  const flowMlPerMin = towards(circuit.flowMlPerMin, now.flowMlPerMin, seconds / flowSeconds);
  const warmingW = (exchangerJPerK * (inflowCelsius - circuit.lastInflowCelsius)) / Math.max(seconds, 0.1);
  const inlet =
    inflowCelsius - (now.heaterW - warmingW) / streamWPerK(Math.max(flowMlPerMin, leastFlowMlPerMin));
  const flows = flowMlPerMin >= leastFlowMlPerMin;
  return {
    inletCelsius: flows ? towards(circuit.inletCelsius, inlet, seconds / inletSeconds) : circuit.inletCelsius,
    flowMlPerMin,
    lastInflowCelsius: inflowCelsius,
    ...weakness(circuit, now),
  };
}

function weakness(circuit: Circuit, now: CircuitMeasurements): Pick<Circuit, 'heaterW' | 'shortSeconds'> {
  const short = now.inflowSetpointCelsius - now.inflowCelsius > shortKelvin;
  const partly = now.heaterW < fullShare * now.heaterRatingW;
  const recovered = now.heaterW > recoveredShare * circuit.heaterW;
  const shortSeconds = short && partly && !recovered ? circuit.shortSeconds + now.seconds : 0;
  if (shortSeconds >= weakAfterSeconds) return { heaterW: now.heaterW, shortSeconds };
  return { heaterW: recovered ? now.heaterRatingW : circuit.heaterW, shortSeconds };
}

const towards = (from: number, to: number, share: number): number => from + (to - from) * Math.min(1, share);
