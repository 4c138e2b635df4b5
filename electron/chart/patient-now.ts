import type { Patient } from '../domain/patient.ts';
import type { ChartSource } from './chart-source.ts';

/**
 * The patient as corrected since the record was sealed: a document belongs to whom the last word names. What was
 * recorded stays in the record, and stands beside the correction in each document.
 */
export function patientNow({ header, addenda }: Pick<ChartSource, 'header' | 'addenda'>): Patient {
  let patient = header.case.patient;
  for (const { said } of addenda) {
    if (said.type === 'correction') patient = changed(patient, said.field, said.new);
    if (said.type === 'late-entry') patient = changed(patient, said.field, said.value);
  }
  return patient;
}

/** `field`: its path in `summary.json`. What does not say who it is leaves the patient as is. */
function changed(patient: Patient, field: string, value: string): Patient {
  switch (field) {
    case 'case.patient.familyName':
      return { ...patient, familyName: value };
    case 'case.patient.givenName':
      return { ...patient, givenName: value };
    case 'case.patient.birthDate':
      return { ...patient, birthDate: value };
    case 'case.patient.visitNumber':
      return { ...patient, visitNumber: value };
    default:
      return withNumber(patient, /^case\.patient\.identifiers\.(\d+)\.value$/.exec(field)?.[1], value);
  }
}

function withNumber(patient: Patient, at: string | undefined, value: string): Patient {
  if (at === undefined) return patient;
  const numbered = (one: Patient['identifiers'][number], index: number) =>
    index === Number(at) ? { ...one, value } : one;
  const [own, ...others] = patient.identifiers;
  return {
    ...patient,
    identifiers: [numbered(own, 0), ...others.map((one, index) => numbered(one, index + 1))],
  };
}
