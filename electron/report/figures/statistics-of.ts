import type { RunningStatistics } from '../../domain/statistics.ts';

/** °C; all `null` where there was no valid value. SD is the sample standard deviation. */
export interface CelsiusStatistics {
  readonly meanCelsius: number | null;
  readonly sdCelsius: number | null;
  readonly minCelsius: number | null;
  readonly maxCelsius: number | null;
}

export const celsiusStatistics = (of: RunningStatistics): CelsiusStatistics => ({
  meanCelsius: of.mean,
  sdCelsius: of.sd,
  minCelsius: of.min,
  maxCelsius: of.max,
});
