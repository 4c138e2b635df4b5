import type { Waiting } from '../../electron/contract/view.ts';
import type { TreatmentCase } from '../../electron/contract/words.ts';

type Patient = TreatmentCase['patient'];

/**
 * What a form begins with where somebody chose a patient. `patient` is whole, so that nothing of another one stays: "" and
 * `null` have to be entered. `course` holds what is known of the treatment.
 */
export interface CaseStart {
  readonly patient: Omit<Patient, 'sex'> & { readonly sex: Patient['sex'] | null };
  readonly course: Partial<Pick<TreatmentCase, 'procedure' | 'diagnosis'>>;
}

/** Somebody who waits. Whether there are allergies, and every check, a person answers. */
export function fromWaiting(entry: Exclude<Waiting, { from: 'case-file' }>): CaseStart {
  const { procedure, diagnosis } = entry;
  return {
    patient: {
      familyName: entry.familyName ?? '',
      givenName: entry.givenName ?? '',
      sex: entry.sex,
      birthDate: entry.birthDate ?? '',
      identifiers: entry.identifiers,
      visitNumber: entry.visitNumber ?? '',
      orderNumber: entry.orderNumber ?? '',
      bed: entry.bed ?? '',
      referringWard: entry.referringWard ?? '',
      returnWard: '',
      heightCm: entry.heightCm,
      weightKg: entry.weightKg,
      allergies: { answer: null, text: entry.allergies ?? '' },
    },
    course: {
      ...(procedure === null ? {} : { procedure }),
      ...(diagnosis === null ? {} : { diagnosis }),
    },
  };
}
