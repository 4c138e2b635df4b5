import { fullName, type Identifier } from '../../domain/patient.ts';
import { externalCodes } from '../codes.ts';
import { absentExtension } from './absent.ts';
import { conceptOf, type Draft, dayOf } from './draft.ts';
import type { Field, Reference } from './types.ts';

/** Who was treated, where, and in which visit where one is known. */
export function placePatient(draft: Draft): void {
  const { patient } = draft.source.header.case;
  const { familyName, givenName, sex, birthDate, identifiers } = patient;
  draft.add('patient', {
    resourceType: 'Patient',
    identifier: identifiers.map((one, index) => identifierOf(one, index === 0)),
    name: [
      {
        text: fullName(patient, draft.source.language),
        family: familyName,
        given: givenName === '' ? undefined : [givenName],
      },
    ],
    gender: sex,
    birthDate: dayOf(birthDate),
    _birthDate: dayOf(birthDate) === undefined ? absentExtension : undefined,
  });
  placeOrganizations(draft);
  placeVisit(draft);
}

/** The first is the hospital's own number. Which system gave it is known by the name of who issued it alone. */
const identifierOf = ({ value, issuer }: Identifier, own: boolean): Field => ({
  type: own ? conceptOf(externalCodes.medicalRecord) : undefined,
  value,
  assigner: { display: issuer },
});

function placeOrganizations(draft: Draft): void {
  const { hospital, department } = draft.source.header.site;
  const type = [conceptOf(externalCodes.provider)];
  const of =
    hospital.trim() === ''
      ? undefined
      : draft.add('hospital', { resourceType: 'Organization', type, name: hospital });
  if (department.trim() === '') return;
  draft.add('department', {
    resourceType: 'Organization',
    type: [draft.concept('department')],
    name: department,
    partOf: of,
  });
}

/** Department, else hospital; `undefined`: the site names neither. */
export const organization = (draft: Draft): Reference | undefined =>
  draft.refIf('department') ?? draft.refIf('hospital');

/** What kind of visit it is and how far it has come, nobody has told the console. */
function placeVisit(draft: Draft): void {
  const { visitNumber, bed, referringWard, returnWard } = draft.source.header.case.patient;
  if (visitNumber.trim() === '') return;
  draft.add('encounter', {
    resourceType: 'Encounter',
    identifier: [{ type: conceptOf(externalCodes.visitNumber), value: visitNumber }],
    status: 'unknown',
    class: absentExtension,
    ...draft.subject,
    serviceProvider: organization(draft),
    location: bed.trim() === '' ? undefined : [{ location: { display: bed } }],
    hospitalization: { origin: { display: referringWard }, destination: { display: returnWard } },
  });
}
