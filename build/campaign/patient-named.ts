import { type CampaignPatient, campaignPatient } from './patient.ts';
import { regimenPatient } from './regimens/regimen-patient.ts';
import type { RegimenName } from './regimens/regimens.ts';

/** Who is treated, and by what. Plain data: it crosses to a worker thread. */
export interface PatientName {
  readonly seed: number;
  readonly index: number;
  readonly disturbed: boolean;
  /** `null`: of the population at large, by the default preset. A regimen is not disturbed. */
  readonly regimen: RegimenName | null;
}

export const patientNamed = ({ seed, index, disturbed, regimen }: PatientName): CampaignPatient =>
  regimen === null ? campaignPatient(seed, index, disturbed) : regimenPatient(regimen, seed, index);
