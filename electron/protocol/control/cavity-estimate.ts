/**
 * What the cavity is believed to be, behind probes that lag: an observer (Luenberger 1971, 10.1109/TAC.1971.1099826).
 *
 *   dθ/dt = k·(T_in − θ) − a·(θ − x)     the cavity: what flows in, and what its surroundings take
 *   dy/dt = (θ − y) ÷ τ                  the mean of its probes
 *   dx/dt = 0                            the surroundings: unknown, slow, learnt
 *
 * each corrected by the innovation (measured − y). Because T_in is the measured inflow, a heater that lags or
 * saturates, and a set-point that is not obeyed, are known and teach nothing wrong. docs/control.md has the reasons.
 */
export interface CavityEstimate {
  /** θ, °C. */
  readonly cavityCelsius: number;
  /** y: what the probes should show, °C. */
  readonly probeCelsius: number;
  /** x: the temperature that tissue and room together pull the cavity towards, °C. */
  readonly surroundingsCelsius: number;
  /** The cavity was measured at the last step; if not, the next measurement starts θ and y anew. */
  readonly known: boolean;
}

export interface CavityMeasurement {
  /** Control temperature, °C; `null`: not known. */
  readonly celsius: number | null;
  readonly inflowCelsius: number;
  readonly flowMlPerMin: number;
  readonly cavityVolumeMl: number;
  readonly dtSeconds: number;
}

/** Time constant of the probes, τ, s (chosen: between the 2 and 20 s that probes and their places have). */
const probeLagSeconds = 10;
/** Heat the surroundings take at 3 000 mL, a, per s (chosen: about 75 W/K; wrong by half is no matter). */
const exchangeWith3LPerSecond = 0.006;
/** How fast the estimate is corrected: the three poles of its error, per s (chosen: docs/control.md). */
const polePerSecond = 0.12;
/** An innovation beyond this is an event (cold irrigation), no news of the surroundings, °C (chosen). */
const mostLearntFromCelsius = 0.15;
/** Surroundings before anything is learnt, and the bounds of belief, °C (body; chosen). */
const bodyCelsius = 37;
const surroundingsRangeCelsius = [0, 50] as const;
/** Fluid around catheters and probes that pumped volumes do not count, and the least that is reckoned with, mL (chosen). */
const filmMl = 100;
const leastVolumeMl = 500;
/** Flow at which half would run from inflow to outflow without mixing, mL/min (docs/plant.md). */
const shortCircuitHalfMlPerMin = 15_000;
/** A gap longer than this is not bridged: the next measurement starts anew, s. */
const longestStepSeconds = 2;

/** Gains of the innovation on y, θ and a·x that place the poles (a and k, which only help, left out). */
const probeGain = 3 * polePerSecond - 1 / probeLagSeconds;
const cavityGain = 3 * polePerSecond ** 2 * probeLagSeconds;
const lossGain = polePerSecond ** 3 * probeLagSeconds;

const heldMl = (cavityVolumeMl: number): number => Math.max(cavityVolumeMl, leastVolumeMl) + filmMl;

/** Share of a flow that runs from inflow to outflow without mixing, 0 to 1. */
export const shortCircuitShare = (flowMlPerMin: number): number =>
  flowMlPerMin / (flowMlPerMin + shortCircuitHalfMlPerMin);

/** k: share of the cavity's fluid that the inflow replaces, per s. */
export function exchangePerSecond(flowMlPerMin: number, cavityVolumeMl: number): number {
  const flow = Math.max(0, flowMlPerMin);
  return (flow * (1 - shortCircuitShare(flow))) / 60 / heldMl(cavityVolumeMl);
}

/** a, per s: wetted surface goes with volume^(2/3). */
const surroundingsPerSecond = (cavityVolumeMl: number): number =>
  exchangeWith3LPerSecond * Math.cbrt(3000 / heldMl(cavityVolumeMl));

/** What the surroundings take from the cavity now, °C/s. */
export const lossPerSecond = (estimate: CavityEstimate, cavityVolumeMl: number): number =>
  surroundingsPerSecond(cavityVolumeMl) * (estimate.cavityCelsius - estimate.surroundingsCelsius);

/** One step. `null` in: nothing is known yet; `null` out: still nothing. */
export function stepEstimate(before: CavityEstimate | null, now: CavityMeasurement): CavityEstimate | null {
  const { celsius, dtSeconds } = now;
  if (celsius === null) return before?.known ? { ...before, known: false } : before;
  if (before === null || !before.known || dtSeconds > longestStepSeconds) {
    const surroundingsCelsius = before?.surroundingsCelsius ?? bodyCelsius;
    return { cavityCelsius: celsius, probeCelsius: celsius, surroundingsCelsius, known: true };
  }
  const { cavityCelsius, probeCelsius, surroundingsCelsius } = before;
  const innovation = celsius - probeCelsius;
  const warming =
    exchangePerSecond(now.flowMlPerMin, now.cavityVolumeMl) * (now.inflowCelsius - cavityCelsius) -
    lossPerSecond(before, now.cavityVolumeMl);
  const learnt = clamp(innovation, -mostLearntFromCelsius, mostLearntFromCelsius);
  const surroundingsGain = lossGain / surroundingsPerSecond(now.cavityVolumeMl);
  return {
    cavityCelsius: cavityCelsius + (warming + cavityGain * innovation) * dtSeconds,
    probeCelsius:
      probeCelsius + ((cavityCelsius - probeCelsius) / probeLagSeconds + probeGain * innovation) * dtSeconds,
    surroundingsCelsius: clamp(
      surroundingsCelsius + surroundingsGain * learnt * dtSeconds,
      ...surroundingsRangeCelsius,
    ),
    known: true,
  };
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
