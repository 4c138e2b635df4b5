import type { ProbeSites } from '../../domain/case.ts';
import type { ProbeReadings } from '../../domain/telemetry.ts';
import { cavityProbe, readingsWithout } from './probe-judge.ts';
import { believed, type Witness } from './witness.ts';

/** What follows from the witness: which readings count, and at which level those stand that are left. */

/** The most a probe left alone is corrected by, K (chosen: half of what two healthy ones may differ by). */
const mostCorrectionKelvin = 0.3;

/** The readings that count: without the one that is outvoted. A reason of its own stays. */
export const withoutOutvoted = (readings: ProbeReadings, { outvoted }: Witness): ProbeReadings =>
  outvoted === null || readings[outvoted]?.value === null
    ? readings
    : readingsWithout(readings, outvoted, 'outvoted');

/** What the cavity probe that is left alone is known to read above the mean of both, K; 0 where both count. */
export function aboveMeanCelsius(witness: Witness, readings: ProbeReadings, sites: ProbeSites): number {
  if (!believed(witness)) return 0;
  const first = cavityProbe(sites, 0);
  const second = cavityProbe(sites, first + 1);
  const firstCounts = (readings[first]?.value ?? null) !== null;
  const secondCounts = (readings[second]?.value ?? null) !== null;
  if (firstCounts === secondCounts) return 0;
  const half = Math.min(mostCorrectionKelvin, Math.max(-mostCorrectionKelvin, witness.halfDifferenceKelvin));
  return firstCounts ? half : -half;
}
