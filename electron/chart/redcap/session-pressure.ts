import type { Sample } from '../../domain/sample.ts';
import { RunningStatistics } from '../../domain/statistics.ts';

/** Of the cavity over the treatment phase, mmHg; `null`: not fitted, not measured or no treatment. */
export interface SessionPressure {
  readonly meanMmHg: number | null;
  readonly maxMmHg: number | null;
}

export function cavityPressureOf(samples: Iterable<Sample>): SessionPressure {
  const pressure = new RunningStatistics();
  for (const {
    phase,
    cavityPressureMmHg: { value },
  } of samples)
    if (phase === 'treatment' && value !== null) pressure.add(value);
  return { meanMmHg: pressure.mean, maxMmHg: pressure.max };
}
