/** The truth of one run at every tick from the start of heat-up to the end of treatment; no probe is asked. */
export interface Trace {
  readonly targetCelsius: number;
  readonly secondsPerSample: number;
  /** At the control site, °C: of a cavity the mean over its volume. */
  readonly siteCelsius: readonly number[];
  /** Of a cavity its hottest compartment, otherwise the control site, over the whole trace, °C. */
  readonly hottestCelsius: number;
  /** The inflow over the whole run, self-test and filling included, °C. */
  readonly hottestInflowCelsius: number;
  /** Sample at which treatment might have begun; `null`: it never could. */
  readonly mayStartFrom: number | null;
  /** Sample at which treatment began; `null`: it never did. */
  readonly treatmentFrom: number | null;
  /** A cavity that is not what is controlled, in treatment; `null`: it is, or treatment never began. */
  readonly cavityBeside: CavityBeside | null;
}

export interface CavityBeside {
  /** Of its mean over the volume, °C. */
  readonly meanCelsius: number;
  readonly sdCelsius: number;
  /** Its hottest compartment, °C. */
  readonly highestCelsius: number;
}

/** Seconds from the start of heat-up until the control site is within `belowCelsius` of target; `null`: never. */
export function secondsToTarget(trace: Trace, belowCelsius: number): number | null {
  const reached = trace.siteCelsius.findIndex((celsius) => celsius >= trace.targetCelsius - belowCelsius);
  return reached < 0 ? null : (reached + 1) * trace.secondsPerSample;
}
