import { describe, expect, it } from 'vitest';
import type { WaitingPatient } from '../../../electron/contract/view.ts';
import { fromWaiting } from '../../../renderer/setup/case-start.ts';
import { draftOfWaiting } from '../../../renderer/setup/draft-of-case.ts';
import { demoCase } from '../../support/treatment.ts';

const bare: WaitingPatient = {
  from: 'messages',
  key: 'k',
  familyName: null,
  givenName: null,
  alphabeticName: null,
  identifiers: [{ value: '7', issuer: 'H' }],
  birthDate: null,
  sex: null,
  bed: null,
  visitNumber: null,
  orderNumber: null,
  referringWard: null,
  procedure: null,
  diagnosis: null,
  allergies: null,
  heightCm: null,
  weightKg: null,
  isConflict: false,
  refusal: null,
  notes: [],
  moreNotes: 0,
};

describe('a form that begins with somebody who waits', () => {
  it('holds every field of the patient, so that nothing of another one stays, and answers nothing', () => {
    const { patient, course } = fromWaiting(bare);
    expect(Object.keys(patient).sort()).toEqual(Object.keys(demoCase().patient).sort());
    expect(patient).toMatchObject({
      familyName: '',
      sex: null,
      birthDate: '',
      heightCm: null,
      weightKg: null,
      allergies: { answer: null, text: '' },
    });
    expect(course).toEqual({});
  });

  it('takes over what was sent; of allergies the words alone', () => {
    const sent = { sex: 'male', heightCm: 171.5, allergies: 'Nuts', procedure: 'P', diagnosis: 'D' } as const;
    const { patient, course } = fromWaiting({ ...bare, ...sent });
    expect(patient).toMatchObject({
      sex: 'male',
      heightCm: 171.5,
      allergies: { answer: null, text: 'Nuts' },
    });
    expect(course).toEqual({ procedure: 'P', diagnosis: 'D' });
  });

  it('of a case file has the case, and none of its checks', () => {
    const one = demoCase();
    const draft = draftOfWaiting({ from: 'case-file', key: 'a.json', case: one });
    expect(draft).toMatchObject({ familyName: one.patient.familyName, cavity: one.cavity });
    expect(draft).not.toHaveProperty('checklist');
    expect(draft).not.toHaveProperty('contraindications');
  });
});
