import { inflowCeilingCelsius } from '../../domain/command.ts';
import { type CavityEstimate, exchangePerSecond, lossPerSecond, stepEstimate } from './cavity-estimate.ts';

/**
 * The outer loop of the cascade: the inflow set-point that makes the cavity approach the target.
 *
 * Model inversion on an estimate of the cavity: the slope asked for is (target − θ) ÷ λ, and the inflow that gives
 * it is θ + (slope + loss) ÷ k. Gain and feed-forward so follow the measured flow at once, and there is no
 * integral that could wind up: what is learnt (the loss) is learnt from the measured inflow. docs/control.md.
 */
export interface ControllerState {
  /** `null` until the control temperature was first known. */
  readonly estimate: CavityEstimate | null;
  readonly setpointCelsius: number;
}

/** Lowest inflow set-point asked for while heating; below, the rig's own loss cools fast enough. */
export const lowestSetpointCelsius = 30;
/** Fastest change of the set-point, °C/s: spares the heater and the vessel wall. */
export const ratePerSecond = 0.5;
/** Time constant of the approach, λ, s: no less than this, nor than this share of the cavity's residence time (chosen). */
const lambdaSeconds = 20;
const lambdaShareOfResidence = 0.16;
/** Share of the inflow's lag behind what is wanted that is added to the set-point, and at most so much, °C (chosen). */
const lead = 0.4;
const mostLeadCelsius = 2;
/** Below this exchange the model has no say, per s (chosen: 0.3 L/min through 6 L). */
const leastExchangePerSecond = 0.0008;

export const startController = (setpointCelsius: number): ControllerState => ({
  estimate: null,
  setpointCelsius,
});

export interface ControlInput {
  readonly targetCelsius: number;
  /** Control temperature; `null`: not known. */
  readonly celsius: number | null;
  /** Measured inflow; `null`: not known. */
  readonly inflowCelsius: number | null;
  /** Into the cavity. */
  readonly flowMlPerMin: number;
  readonly cavityVolumeMl: number;
  /** Heat is asked for. If not, the set-point waits where the inflow is (bumpless); the cavity is watched all the same. */
  readonly heating: boolean;
  readonly dtSeconds: number;
}

/** One step. Never asks for more than the inflow ceiling. Pure. */
export function stepController(state: ControllerState, input: ControlInput): ControllerState {
  const { inflowCelsius, dtSeconds } = input;
  if (dtSeconds <= 0) return state;
  const assumedCelsius = input.heating ? state.setpointCelsius : (input.celsius ?? state.setpointCelsius);
  const estimate = stepEstimate(state.estimate, { ...input, inflowCelsius: inflowCelsius ?? assumedCelsius });
  if (!input.heating) return { estimate, setpointCelsius: limited(inflowCelsius ?? state.setpointCelsius) };
  if (!estimate?.known) return { ...state, estimate };
  const asked = limited(withLead(limited(inflowFor(estimate, input)), inflowCelsius));
  const most = ratePerSecond * dtSeconds;
  return {
    estimate,
    setpointCelsius: state.setpointCelsius + clamp(asked - state.setpointCelsius, -most, most),
  };
}

/** Inflow that makes the cavity approach the target with time constant λ, °C, unlimited. */
function inflowFor(estimate: CavityEstimate, input: ControlInput): number {
  const { cavityVolumeMl, targetCelsius } = input;
  const exchange = Math.max(leastExchangePerSecond, exchangePerSecond(input.flowMlPerMin, cavityVolumeMl));
  const lambda = Math.max(lambdaSeconds, lambdaShareOfResidence / exchange);
  const slope = (targetCelsius - estimate.cavityCelsius) / lambda;
  return estimate.cavityCelsius + (slope + lossPerSecond(estimate, cavityVolumeMl)) / exchange;
}

/** The inflow lags behind its set-point: what is still missing is asked for in advance. */
const withLead = (wantedCelsius: number, inflowCelsius: number | null): number =>
  inflowCelsius === null
    ? wantedCelsius
    : wantedCelsius + clamp(lead * (wantedCelsius - inflowCelsius), -mostLeadCelsius, mostLeadCelsius);

const limited = (celsius: number): number => clamp(celsius, lowestSetpointCelsius, inflowCeilingCelsius);

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
