import { describe, expect, it } from 'vitest';
import type { EarlierSession, WaitingPatient } from '../../../electron/contract/view.ts';
import { fromEarlier, fromWaiting } from '../../../renderer/setup/case-start.ts';
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
    const { patient, course } = fromWaiting({ from: 'case-file', key: 'a.json', case: one });
    expect(patient).toEqual(one.patient);
    expect(course.cavity).toBe(one.cavity);
    expect(course).not.toHaveProperty('checks');
  });
});

describe('a form that begins with an earlier session', () => {
  it('is of the next one, and asks anew for what was of that day', () => {
    const one = demoCase();
    const earlier = {
      ...one,
      sessionNumber: 2,
      bodyTemperatureBeforeCelsius: 36.6,
      disposablesLot: 'L',
      drugs: [
        {
          name: 'Drug',
          doseMg: 1,
          volumeMl: null,
          diluent: '',
          lot: 'X',
          expiry: '2027-01-01',
          preparedBy: 'P',
          addition: null,
        },
      ],
    };
    const { patient, course } = fromEarlier({
      runId: 'r',
      startedWallMs: 0,
      simulation: true,
      case: earlier,
      preset: { name: 'p', version: 1, targetCelsius: 42.5, minutes: 60 },
      outcome: null,
      totals: null,
    } satisfies EarlierSession);
    expect(patient).toMatchObject({
      identifiers: one.patient.identifiers,
      heightCm: one.patient.heightCm,
      weightKg: null,
      visitNumber: '',
      orderNumber: '',
      allergies: { answer: null, text: one.patient.allergies.text },
    });
    expect(course).toMatchObject({
      sessionNumber: 3,
      bodyTemperatureBeforeCelsius: null,
      disposablesLot: '',
      disposablesExpiry: '',
      drugs: [{ name: 'Drug', doseMg: 1, lot: '', expiry: '', preparedBy: '' }],
    });
    expect(course).not.toHaveProperty('checks');
  });
});
