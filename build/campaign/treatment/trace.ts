/** The truth of one run at every tick from the start of heat-up to the end of treatment; no probe is asked. */
export interface Trace {
  readonly targetCelsius: number;
  readonly secondsPerSample: number;
  /** Volume-weighted mean of the cavity's compartments, °C. */
  readonly meanCelsius: readonly number[];
  /** The hottest compartment of the cavity over the whole trace, °C. */
  readonly hottestCelsius: number;
  /** The inflow over the whole run, self-test and filling included, °C. */
  readonly hottestInflowCelsius: number;
  /** Sample at which treatment might have begun; `null`: it never could. */
  readonly mayStartFrom: number | null;
  /** Sample at which treatment began; `null`: it never did. */
  readonly treatmentFrom: number | null;
}

/** Seconds from the start of heat-up until the mean is within `belowCelsius` of target; `null`: never. */
export function secondsToTarget(trace: Trace, belowCelsius: number): number | null {
  const reached = trace.meanCelsius.findIndex((celsius) => celsius >= trace.targetCelsius - belowCelsius);
  return reached < 0 ? null : (reached + 1) * trace.secondsPerSample;
}
