import type { RecordedCase } from '../../domain/case.ts';

/** What the case says of the patient; `null`: it does not. */
export interface KnownPatient {
  readonly weightKg: number | null;
  readonly technique: RecordedCase['technique'] | null;
}

export const unknownPatient: KnownPatient = { weightKg: null, technique: null };

export const knownPatient = ({
  patient,
  technique,
}: Pick<RecordedCase, 'patient' | 'technique'>): KnownPatient => ({
  weightKg: patient.weightKg,
  technique,
});

/** A quantity before it is measured: its middle, and the standard deviation of its logarithm. */
export type Prior = readonly [middle: number, spread: number];

/** From lines and cavity to the room, W/K: an open cavity evaporates. */
const lossWPerK = { closed: [1.3, 0.4], open: [5, 0.25], unknown: [2, 0.7] } as const;
const standardKg = 75;
const unknownWeightSpread = 0.2;

/**
 * What is known of patients and circuits before anything is measured: the middles meet the published figures with
 * this model, the spreads are those of body composition and of how far published heat-ups differ (docs/estimate.md).
 */
export function priorsFor({ weightKg, technique }: KnownPatient) {
  const size = (weightKg ?? standardKg) / standardKg;
  const surface = Math.sqrt(size);
  const spread = (own: number): number => (weightKg === null ? Math.hypot(own, unknownWeightSpread) : own);
  return {
    wallWPerK: [220 * surface, spread(0.25)],
    depthWPerK: [300 * surface, spread(0.2)],
    bloodWPerK: [26 * surface, spread(0.6)],
    liningJPerK: [20_000 * surface, spread(0.15)],
    tissueJPerK: [44_000 * size, spread(0.2)],
    coreJPerK: [210_000 * size, spread(0.15)],
    shedWPerK: [80 * size, spread(0.35)],
    lossWPerK: lossWPerK[technique ?? 'unknown'],
    volumeShare: [1, 0.1],
    streamShare: [0.9, 0.1],
    probeLagSeconds: [5, 0.6],
  } as const satisfies Record<string, Prior>;
}
