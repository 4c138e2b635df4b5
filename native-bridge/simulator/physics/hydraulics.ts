import type { CircuitMode } from '../../../electron/domain/circuit.ts';
import type { PlantParameters } from './parameters.ts';

/** What disturbs the flow of perfusate. */
export interface Obstructions {
  /** Share of the flow that a kinked inflow line, before the pump, lets through, 0 to 1. */
  inflowOpenShare: number;
  /** The same for the outflow line. */
  outflowOpenShare: number;
  pumpStalled: boolean;
  /** No command slows it down. */
  pumpRunsOn: boolean;
  /** Pressure of an inflow line that is clamped behind the pump, mmHg; `null`: it is not. */
  occlusionMmHg: number | null;
}

/** Fluid that enters the cavity past the circuit: irrigation, a drug addition. */
export interface Addition {
  readonly mlPerMin: number;
  readonly celsius: number;
}
export const noAddition: Addition = { mlPerMin: 0, celsius: 37 };

export interface Volumes {
  /** How much of the circuit is filled, mL. */
  readonly primedMl: number;
  readonly reservoirMl: number;
  readonly cavityMl: number;
}

/** Where perfusate flows, mL/min. */
export interface Flows {
  /** What the pump displaces when nothing stands in its way. */
  readonly pump: number;
  /** Through the pump's flow meter: to the circuit, in `drain` out of the cavity. */
  readonly pumped: number;
  readonly throughExchanger: number;
  /** Part of the above that fills empty lines. */
  readonly priming: number;
  readonly intoCavity: number;
  readonly outOfCavity: number;
  readonly outOfReservoir: number;
  readonly intoReservoir: number;
}

export const noFlows: Flows = {
  pump: 0,
  pumped: 0,
  throughExchanger: 0,
  priming: 0,
  intoCavity: 0,
  outOfCavity: 0,
  outOfReservoir: 0,
  intoReservoir: 0,
};

/** The modes whose valves lead the pump into the cavity. */
export const deliversIntoCavity = (mode: CircuitMode): boolean =>
  mode === 'fill' || mode === 'circulate' || mode === 'rinse';

/** The modes in which the pump sends perfusate through the heat exchanger. */
export const passesExchanger = (mode: CircuitMode): boolean => mode !== 'standby' && mode !== 'drain';

/** A vessel with `ml` left gives no more than would empty it in this time: smooths the end of a drain. */
const runDrySeconds = 3;
const drawable = (ml: number): number => (Math.max(0, ml) * 60) / runDrySeconds;

/**
 * The flows as they are now; `before` where nothing moved. Valves: prime and bypass lead from reservoir to reservoir,
 * fill and rinse into the cavity, drain out of it to waste.
 */
export function flowsOf(
  before: Flows,
  mode: CircuitMode,
  pump: number,
  volumes: Volumes,
  obstructions: Obstructions,
  p: PlantParameters,
  seconds: number,
): Flows {
  if (mode === 'standby' || pump === 0) return { ...noFlows, pump };
  const mostOut = Math.min(pump * obstructions.outflowOpenShare, drawable(volumes.cavityMl - p.retainedMl));
  if (mode === 'drain') return { ...noFlows, pump, pumped: mostOut, outOfCavity: mostOut };

  const freshCarrier = mode === 'rinse';
  const open = pump * obstructions.inflowOpenShare;
  const pumped = freshCarrier ? open : Math.min(open, drawable(volumes.reservoirMl));
  const priming = Math.min(pumped, ((p.circuitMl - volumes.primedMl) * 60) / seconds);
  const delivered = pumped - priming;
  const intoCavity = deliversIntoCavity(mode) ? delivered : 0;
  // In circulate a second pump head, slaved to the first, brings the outflow back.
  const outOfCavity = mode === 'circulate' ? mostOut : 0;
  const outOfReservoir = freshCarrier ? 0 : pumped;
  const intoReservoir = outOfCavity + delivered - intoCavity;
  const same =
    before.pump === pump &&
    before.pumped === pumped &&
    before.throughExchanger === pumped &&
    before.priming === priming &&
    before.intoCavity === intoCavity &&
    before.outOfCavity === outOfCavity &&
    before.outOfReservoir === outOfReservoir &&
    before.intoReservoir === intoReservoir;
  if (same) return before;
  return {
    pump,
    pumped,
    throughExchanger: pumped,
    priming,
    intoCavity,
    outOfCavity,
    outOfReservoir,
    intoReservoir,
  };
}

/** The pump's flow after its ramp, mL/min. A stalled rotor stands at once. */
export function rampPump(now: number, asked: number, seconds: number, p: PlantParameters): number {
  const step = p.pumpRampMlPerMinPerSecond * seconds;
  return now < asked ? Math.min(asked, now + step) : Math.max(asked, now - step);
}

export function volumesAfter(
  volumes: Volumes,
  flows: Flows,
  addedMlPerMin: number,
  leakMlPerMin: number,
  seconds: number,
): Volumes {
  const minutes = seconds / 60;
  const leak = Math.min(leakMlPerMin, drawable(volumes.reservoirMl));
  const intoReservoir = flows.intoReservoir - flows.outOfReservoir - leak;
  const intoCavity = flows.intoCavity + addedMlPerMin - flows.outOfCavity;
  if (flows.priming === 0 && intoReservoir === 0 && intoCavity === 0) return volumes;
  return {
    primedMl: volumes.primedMl + flows.priming * minutes,
    reservoirMl: volumes.reservoirMl + intoReservoir * minutes,
    cavityMl: volumes.cavityMl + intoCavity * minutes,
  };
}

/** Pressure in a closed cavity, mmHg. */
export function cavityPressureMmHg(cavityMl: number, p: PlantParameters): number {
  const filled = cavityMl / 3000;
  return p.emptyCavityMmHg + p.filledCavityMmHg * filled * filled;
}

/** Pressure of the inflow line against the room, mmHg. */
export function inflowLinePressureMmHg(
  mode: CircuitMode,
  flows: Flows,
  cavityMl: number,
  obstructions: Obstructions,
  p: PlantParameters,
): number {
  if (mode === 'standby' || mode === 'drain') return 0;
  if (obstructions.occlusionMmHg !== null && flows.pump > 0) return obstructions.occlusionMmHg;
  const behind = deliversIntoCavity(mode) ? cavityPressureMmHg(cavityMl, p) : 0;
  return p.lineMmHgPerMlPerMin * flows.pumped + behind;
}
