import type { EarlierSession, Waiting } from '../../electron/contract/view.ts';
import type { TreatmentCase } from '../../electron/contract/words.ts';

type Patient = TreatmentCase['patient'];

/**
 * What a form begins with where somebody chose a patient. `patient` is whole, so that nothing of another one stays: "" and
 * `null` have to be entered. `course` holds what is known of the treatment.
 */
export interface CaseStart {
  readonly patient: Omit<Patient, 'sex'> & { readonly sex: Patient['sex'] | null };
  readonly course: Partial<Omit<TreatmentCase, 'patient' | 'checks'>>;
}

/** Somebody who waits. Whether there are allergies, and every check, a person answers. */
export function fromWaiting(entry: Waiting): CaseStart {
  if (entry.from === 'case-file') {
    const { patient, checks: _, ...course } = entry.case;
    return { patient, course };
  }
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

/** The next session after an earlier one: what was of that day alone is asked anew. */
export function fromEarlier({ case: earlier }: EarlierSession): CaseStart {
  const { patient, checks: _, sessionNumber, drugs, ...same } = earlier;
  return {
    patient: {
      ...patient,
      visitNumber: '',
      orderNumber: '',
      bed: '',
      weightKg: null,
      allergies: { answer: null, text: patient.allergies.text },
    },
    course: {
      ...same,
      sessionNumber: sessionNumber + 1,
      bodyTemperatureBeforeCelsius: null,
      disposablesLot: '',
      disposablesExpiry: '',
      drugs: drugs.map((drug) => ({ ...drug, lot: '', expiry: '', preparedBy: '' })),
    },
  };
}
