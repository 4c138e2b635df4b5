import type { Trace } from '../../../build/campaign/treatment/trace.ts';

/** A trace of one sample a second, target 42.5 °C, from the true temperature above target. */
export const traceOf = (
  errorsKelvin: readonly number[],
  treatmentFrom: number | null,
  rest: Partial<Trace> = {},
): Trace => ({
  targetCelsius: 42.5,
  secondsPerSample: 1,
  siteCelsius: errorsKelvin.map((error) => 42.5 + error),
  hottestCelsius: 42.5 + Math.max(...errorsKelvin),
  hottestInflowCelsius: 45,
  mayStartFrom: treatmentFrom,
  treatmentFrom,
  cavityBeside: null,
  ...rest,
});

export const repeated = (value: number, times: number): number[] => new Array<number>(times).fill(value);
