import type { Sex } from '../../domain/patient.ts';
import { compactDay } from '../compact-day.ts';
import { patientNow } from '../patient-now.ts';
import { type Repetition, segment } from './fields.ts';
import type { Placed } from './lengths.ts';
import type { Spoken } from './spoken.ts';

/** HL7 table 0001. */
const sexes: Readonly<Record<Sex, string>> = { female: 'F', male: 'M', other: 'O', unknown: 'U' };

export function patientSegment(of: Spoken): string {
  const { identifiers, familyName, givenName, birthDate, sex } = patientNow(of);
  return segment('PID', {
    1: '1',
    // The first is the hospital's own; of the others nobody has said what they are (HL7 table 0203).
    3: {
      repeated: identifiers.map(
        ({ value, issuer }, index): Repetition => [value, '', '', [issuer], index === 0 ? 'MR' : 'U'],
      ),
    },
    5: [[familyName], givenName, '', '', '', '', 'L'],
    7: compactDay(birthDate),
    8: sexes[sex],
  });
}

export const patientTexts = (of: Spoken): Placed[] => {
  const { identifiers, familyName, givenName } = patientNow(of);
  return [
    ...identifiers.flatMap(({ value, issuer }): Placed[] => [
      ['PID-3.1', value],
      ['PID-3.4.1', issuer],
    ]),
    ['PID-5.1.1', familyName],
    ['PID-5.2', givenName],
  ];
};

/** None where no visit is known. Whether in or out of the hospital nobody has said (HL7 table 0004). */
export function visitSegments(of: Spoken): string[] {
  const { visitNumber, referringWard, bed } = patientNow(of);
  if (visitNumber === '') return [];
  return [segment('PV1', { 1: '1', 2: 'U', 3: [referringWard, '', bed], 19: [visitNumber] })];
}

export const visitTexts = (of: Spoken): Placed[] => {
  const { visitNumber, referringWard, bed } = patientNow(of);
  if (visitNumber === '') return [];
  return [
    ['PV1-3.1', referringWard],
    ['PV1-3.3', bed],
    ['PV1-19.1', visitNumber],
  ];
};
