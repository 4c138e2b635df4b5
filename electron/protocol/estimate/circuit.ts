import { perfusateJPerMlK, streamWPerK } from './heat-model.ts';

/** What the machine's side of the circuit is known to do; learnt from its own measurements. */
export interface Circuit {
  /** Modelled temperature in front of the heater: the return, after the reservoir, °C. */
  readonly returnCelsius: number;
  /** What reaches the inflow besides the heater's power, W: losses (below 0) and errors of meters and probes. */
  readonly besidesHeaterW: number;
  /** Outflow above the cavity as a share of inflow above the cavity: fluid that takes a short cut. */
  readonly shortCutShare: number;
  /** Flow, smoothed, mL/min. */
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
  /** `null`: not known; the cavity stands for it. */
  readonly outflowCelsius: number | null;
  readonly cavityCelsius: number;
  readonly flowMlPerMin: number;
  readonly heaterW: number;
  readonly heaterRatingW: number;
  /** In the reservoir, mL; `null`: not known. */
  readonly reservoirMl: number | null;
  readonly seconds: number;
}

/** Heater and the fluid in it, J/K (a plate exchanger of some 2.5 kg and 0.2 L): corrects its balance while it warms. */
const exchangerJPerK = 2000;
const assumedReservoirMl = 1500;
/** Averaging times, s. */
const balanceSeconds = 40;
const flowSeconds = 8;
/** Heater below its rating and inflow short for this long: it has no more to give. */
const weakAfterSeconds = 20;
const shortKelvin = 0.3;
const fullShare = 0.97;

export function newCircuit(now: CircuitMeasurements): Circuit {
  return {
    returnCelsius: now.outflowCelsius ?? now.cavityCelsius,
    besidesHeaterW: 0,
    shortCutShare: 0,
    flowMlPerMin: now.flowMlPerMin,
    lastInflowCelsius: now.inflowCelsius,
    heaterW: now.heaterRatingW,
    shortSeconds: 0,
  };
}

export function stepCircuit(circuit: Circuit, now: CircuitMeasurements): Circuit {
  const { seconds, inflowCelsius, cavityCelsius } = now;
  const flowMlPerMin = towards(circuit.flowMlPerMin, now.flowMlPerMin, seconds / flowSeconds);
  const stream = streamWPerK(Math.max(flowMlPerMin, 50));
  const outflow = now.outflowCelsius ?? cavityCelsius;
  const reservoirJPerK = (now.reservoirMl ?? assumedReservoirMl) * perfusateJPerMlK;
  const returnCelsius = towards(
    circuit.returnCelsius,
    outflow,
    (stream * seconds) / Math.max(reservoirJPerK, 1),
  );
  const stored = (exchangerJPerK * (inflowCelsius - circuit.lastInflowCelsius)) / Math.max(seconds, 0.1);
  const besidesHeaterW = stream * (inflowCelsius - returnCelsius) + stored - now.heaterW;
  const above = inflowCelsius - cavityCelsius;
  const shortCut = Math.abs(above) < 0.5 ? circuit.shortCutShare : (outflow - cavityCelsius) / above;
  const weak = weakness(circuit, now);
  return {
    returnCelsius,
    besidesHeaterW: towards(circuit.besidesHeaterW, besidesHeaterW, seconds / balanceSeconds),
    shortCutShare: towards(circuit.shortCutShare, clamp(shortCut, -0.3, 0.6), seconds / balanceSeconds),
    flowMlPerMin,
    lastInflowCelsius: inflowCelsius,
    ...weak,
  };
}

function weakness(circuit: Circuit, now: CircuitMeasurements): Pick<Circuit, 'heaterW' | 'shortSeconds'> {
  const short = now.inflowSetpointCelsius - now.inflowCelsius > shortKelvin;
  const partly = now.heaterW < fullShare * now.heaterRatingW;
  const shortSeconds = short && partly ? circuit.shortSeconds + now.seconds : 0;
  if (shortSeconds >= weakAfterSeconds) return { heaterW: now.heaterW, shortSeconds };
  const recovered = now.heaterW > circuit.heaterW * 1.05;
  return { heaterW: recovered ? now.heaterRatingW : circuit.heaterW, shortSeconds };
}

const towards = (from: number, to: number, share: number): number => from + (to - from) * Math.min(1, share);
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
