import { inflowCeilingCelsius } from '../../domain/command.ts';

/**
 * The outer loop of the cascade: moves the inflow set-point so that the control temperature holds the target.
 * The machine's inner loop holds the inflow at that set-point.
 *
 * A PI law on the temperature expected `previewSeconds` ahead (measured slope), scheduled on the residence
 * time volume/flow, because the cavity follows the inflow with about that time constant and its gain changes
 * several-fold with flow. Integration stops while the output is at a limit, so it never winds up.
 */
export interface ControllerState {
  /** Inflow above target that holds the target, °C; learnt by the integral. */
  readonly offsetCelsius: number;
  /** Slope of the control temperature, °C/s, low-pass filtered. */
  readonly slopePerSecond: number;
  readonly lastCelsius: number | null;
  readonly setpointCelsius: number;
}

/** Lowest inflow set-point asked for while heating; below, the rig's own loss cools fast enough. */
const lowestSetpointCelsius = 30;
/** Fastest change of the set-point, °C/s: spares the heater and the vessel wall. */
const ratePerSecond = 0.5;
/** Dead time of heater, line and probes together, s: how far ahead the loop looks. */
const previewSeconds = 25;
/** Time constant of the slope filter, s. */
const slopeFilterSeconds = 8;
/** Closed-loop time constant asked for, s (lambda tuning). */
const lambdaSeconds = 45;
/** Largest believable offset, °C: inflow ceiling less a target of 42.5, with room for 40 °C presets. */
const largestOffsetCelsius = 5;

/**
 * Feed-forward: inflow above cavity at steady state, °C. Perfused tissue takes heat in proportion to what
 * flows past; about 2 °C at 1 L/min closed (44 in, 42 in the cavity; 10.1245/s10434-017-6279-3).
 */
export const feedForwardCelsius = (flowMlPerMin: number): number =>
  Math.min(largestOffsetCelsius, (2.0 * 1000) / Math.max(flowMlPerMin, 400));

export function startController(flowMlPerMin: number, setpointCelsius: number): ControllerState {
  return {
    offsetCelsius: feedForwardCelsius(flowMlPerMin),
    slopePerSecond: 0,
    lastCelsius: null,
    setpointCelsius,
  };
}

export interface ControlInput {
  readonly targetCelsius: number;
  readonly celsius: number;
  readonly flowMlPerMin: number;
  readonly cavityVolumeMl: number;
  readonly dtSeconds: number;
}

/** One step. Never asks for more than the inflow ceiling. Pure. */
export function stepController(state: ControllerState, input: ControlInput): ControllerState {
  const { targetCelsius, celsius, dtSeconds } = input;
  if (dtSeconds <= 0) return state;
  const slopePerSecond = filteredSlope(state, celsius, dtSeconds);
  const residence = residenceSeconds(input);
  const gain = clamp(residence / (lambdaSeconds + previewSeconds), 0.8, 4);
  const error = targetCelsius - (celsius + previewSeconds * slopePerSecond);
  const asked = targetCelsius + state.offsetCelsius + gain * error;
  const limited = clamp(asked, lowestSetpointCelsius, inflowCeilingCelsius);
  const setpointCelsius = approach(state.setpointCelsius, limited, ratePerSecond * dtSeconds);
  const windsUp = (asked > inflowCeilingCelsius && error > 0) || (asked < lowestSetpointCelsius && error < 0);
  const learnt = windsUp ? 0 : ((gain * error) / Math.max(residence, 60)) * dtSeconds;
  return {
    offsetCelsius: clamp(state.offsetCelsius + learnt, -largestOffsetCelsius, largestOffsetCelsius),
    slopePerSecond,
    lastCelsius: celsius,
    setpointCelsius,
  };
}

/** While heat is off or unknown: nothing is learnt, the set-point waits where the inflow is (bumpless). */
export function pauseController(state: ControllerState, inflowCelsius: number | null): ControllerState {
  const setpointCelsius = clamp(
    inflowCelsius ?? state.setpointCelsius,
    lowestSetpointCelsius,
    inflowCeilingCelsius,
  );
  return { ...state, slopePerSecond: 0, lastCelsius: null, setpointCelsius };
}

function filteredSlope(state: ControllerState, celsius: number, dtSeconds: number): number {
  if (state.lastCelsius === null) return 0;
  const change = celsius - state.lastCelsius;
  return (state.slopePerSecond * slopeFilterSeconds + change) / (slopeFilterSeconds + dtSeconds);
}

const residenceSeconds = (input: ControlInput): number =>
  (60 * Math.max(input.cavityVolumeMl, 500)) / Math.max(input.flowMlPerMin, 300);

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

const approach = (from: number, to: number, most: number): number => from + clamp(to - from, -most, most);
