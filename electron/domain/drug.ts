/** A drug as the team enters it, whole or in part. The console knows, suggests and checks none. */
export interface DrugEntry {
  readonly name: string;
  /** All in mg; `null`: not entered. */
  readonly doseMg: number | null;
  /** Given with it, mL; counts as volume in. `null`: not entered. */
  readonly volumeMl: number | null;
  readonly diluent: string;
  readonly lot: string;
  /** YYYY-MM-DD, or empty. */
  readonly expiry: string;
  readonly preparedBy: string;
}

/** What is planned to be given; `addition`: which planned addition of the preset it is, from 0, or none of them. */
export interface PlannedDrug extends DrugEntry {
  readonly addition: number | null;
}

/** The fluid that is pumped, as it was hung, not as a preset says. */
export interface CarrierUsed {
  readonly name: string;
  readonly volumeMl: number;
}

export const drugBounds = { doseMg: [0, 100_000], volumeMl: [0, 5000], carrierMl: [1, 20_000] } as const;
export const mostPlannedDrugs = 20;

export const noDrug: DrugEntry = {
  name: '',
  doseMg: null,
  volumeMl: null,
  diluent: '',
  lot: '',
  expiry: '',
  preparedBy: '',
};

/** Dose on the body surface, mg/m²; `null`: one of both is not known. */
export const dosePerM2 = (doseMg: number | null, bodySurfaceM2: number | null): number | null =>
  doseMg === null || bodySurfaceM2 === null || bodySurfaceM2 <= 0 ? null : doseMg / bodySurfaceM2;

/**
 * What a dose comes to in so much fluid if all of it were mixed and none taken up, mg/L: a descriptor, computed.
 * `null`: dose or volume is not known, or there is no fluid.
 */
export const concentrationMgPerL = (doseMg: number | null, inCavityMl: number | null): number | null =>
  doseMg === null || inCavityMl === null || inCavityMl <= 0 ? null : (1000 * doseMg) / inCavityMl;
