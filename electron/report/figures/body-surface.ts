import { bodySurfaceAreaM2 } from '../../domain/body-surface.ts';
import type { RunHeader } from '../../domain/run-event.ts';

/** By the formula of the site, m²; `null`: height or weight is not known. */
export function bodySurfaceM2({ case: { patient }, site }: Pick<RunHeader, 'case' | 'site'>): number | null {
  const { heightCm, weightKg } = patient;
  return heightCm === null || weightKg === null
    ? null
    : bodySurfaceAreaM2(heightCm, weightKg, site.bodySurfaceFormula);
}
