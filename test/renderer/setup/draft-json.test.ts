import { describe, expect, it } from 'vitest';
import { type Draft, emptyDraft, newDraft, newDrug } from '../../../renderer/setup/draft.ts';
import { draftFromJson, isDraft } from '../../../renderer/setup/draft-json.ts';
import { withoutAddition } from '../../../renderer/setup/planned-additions.ts';
import { formOf } from '../../../renderer/setup/preset-form.ts';
import { recalled } from '../../../renderer/setup/recalled.ts';
import { toCase } from '../../../renderer/setup/to-case.ts';
import { base } from '../samples/base.ts';
import { preset, treatmentCase } from '../support/sample-run.ts';

/** Every field holds something else than an empty form does. */
const whole: Draft = {
  ...newDraft({ ...base.setup, draftCase: treatmentCase, draftPresetName: preset.name }),
  orderNumber: 'O-1',
  allergyAnswer: 'some',
  allergyText: 'latex',
  otherTreatments: [{ kind: 'systemic', text: 'as told', on: '2026-01-02' }],
  feverAcceptedBy: 'Dr. B. Clinician',
  fluidBefore: 'about',
  fluidMl: '1 200',
  side: 'left',
  sessionNumber: '2',
  drugs: [{ ...newDrug, name: 'as entered', doseMg: '1,5', addition: 0 }],
  noDrug: true,
  place2: 'x',
  leftOut: ['site4'],
  dipCheck: { by: 'X', atWallMs: 1, meansCelsius: [20, 20.1, null, 20], spreadKelvin: 0.1 },
  presetForm: formOf({ ...preset, additions: [{ atMinutes: 0, label: 'first' }] }),
  recalledSession: 1,
};
const kept = JSON.parse(JSON.stringify(whole)) as Record<string, unknown>;

describe('a form that was kept', () => {
  it('comes back as it was', () => {
    expect(draftFromJson(kept, emptyDraft)).toEqual({ draft: whole, dropped: [] });
    expect(isDraft(kept)).toBe(true);
  });

  it.each(Object.keys(emptyDraft))('goes on without %s, as in a new form, and says so', (key) => {
    for (const wrong of [{ is: 'wrong' }, Number.NaN, undefined, ['x', { y: 1 }]]) {
      const { draft, dropped } = draftFromJson({ ...kept, [key]: wrong }, emptyDraft);
      expect(dropped.length).toBeGreaterThan(0);
      expect(dropped.every((path) => path === key || path.startsWith(`${key}.`))).toBe(true);
      expect({ ...draft, [key]: null }).toEqual({ ...whole, [key]: null });
      expect(isDraft(draft)).toBe(true);
    }
    const { [key]: _gone, ...rest } = kept;
    expect(draftFromJson(rest, emptyDraft).dropped).toEqual([key]);
  });

  it.each([null, 'text', 7, [], true, undefined])('is no form where it is %j: the form stays', (json) => {
    expect(draftFromJson(json, whole)).toEqual({ draft: whole, dropped: ['draft'] });
    expect(isDraft(json)).toBe(false);
  });

  it('loses of a list what is wrong in it, no more', () => {
    const json = {
      ...kept,
      drugs: [{ name: 'kept', doseMg: 5, lot: 'L' }, 'no drug'],
      checklist: [
        { id: 'consent-seen', answer: 'perhaps', by: '', atWallMs: null, reason: '' },
        { id: 'spill-kit', answer: 'done', by: '', atWallMs: 5, reason: '' },
        { id: 'spill-kit', answer: 'not-done', by: '', atWallMs: 6, reason: '' },
      ],
    };
    const { draft, dropped } = draftFromJson(json, emptyDraft);
    expect(draft.drugs).toEqual([{ ...newDrug, name: 'kept', lot: 'L' }]);
    expect(draft.checklist).toEqual([{ id: 'spill-kit', answer: 'done', by: '', atWallMs: 5, reason: '' }]);
    expect(dropped).toEqual(
      expect.arrayContaining(['drugs.0.doseMg', 'drugs.1', 'checklist.0.answer', 'checklist.1']),
    );
  });

  it('names what it does not know, and takes nothing of an inherited field', () => {
    expect(draftFromJson({ ...kept, later: 1 }, emptyDraft).dropped).toEqual(['later']);
    const polluted = JSON.parse('{"__proto__": {"bed": "9"}}');
    const { draft } = draftFromJson(polluted, emptyDraft);
    expect(draft).toEqual(emptyDraft);
  });

  it('never throws, and always gives a form, whatever is done to one character of it', () => {
    const text = JSON.stringify(kept);
    let tried = 0;
    for (let at = 0; at < text.length; at += 7) {
      for (const put of ['', '0', '"', 'null']) {
        let json: unknown;
        try {
          json = JSON.parse(`${text.slice(0, at)}${put}${text.slice(at + 1)}`);
        } catch {
          continue;
        }
        tried += 1;
        const { draft } = draftFromJson(json, emptyDraft);
        expect(draftFromJson(JSON.parse(JSON.stringify(draft)), emptyDraft)).toEqual({ draft, dropped: [] });
        expect(() => toCase(draft)).not.toThrow();
      }
    }
    expect(tried).toBeGreaterThan(200);
  });
});

describe('a further session of a patient', () => {
  const blank = newDraft({ ...base.setup, draftPresetName: 'another' });
  const kept = { ...preset, name: 'of the ward', version: 3 };
  const earlier = {
    ...treatmentCase,
    patient: { ...treatmentCase.patient, allergies: { answer: 'some' as const, text: 'latex' } },
    otherTreatments: [{ kind: 'systemic' as const, text: 'as told', on: '' }],
    drugs: [
      {
        name: 'as entered',
        doseMg: 10,
        volumeMl: 50,
        diluent: 'D',
        lot: 'L1',
        expiry: '2027-01-01',
        preparedBy: 'Pharmacy',
        addition: 0,
      },
    ],
  };
  const session = (onlyOnce: boolean, version = kept.version) => ({
    case: earlier,
    preset: { name: kept.name, version, targetCelsius: 43, minutes: 60, onlyOnce },
  });
  const next = recalled(blank, session(false), [preset, kept]);

  it.each([
    ['is another version now', session(false, 2)],
    ['was changed for that run only', session(true)],
  ])('brings no protocol that %s, nor which of its additions a drug was', (_what, one) => {
    const { presetName, drugs } = recalled(blank, one, [preset, kept]);
    expect(presetName).toBe('another');
    expect(drugs.map(({ name, addition }) => [name, addition])).toEqual([['as entered', null]]);
  });

  it('takes over what does not change', () => {
    const { patient } = earlier;
    expect(next).toMatchObject({
      familyName: patient.familyName,
      givenName: patient.givenName,
      identifiers: patient.identifiers,
      birthDate: patient.birthDate,
      sex: patient.sex,
      heightCm: '168',
      referringWard: patient.referringWard,
      returnWard: patient.returnWard,
      allergyText: 'latex',
      diagnosis: earlier.diagnosis,
      indication: earlier.indication,
      otherTreatments: earlier.otherTreatments,
      cavity: earlier.cavity,
      technique: earlier.technique,
      setting: earlier.setting,
      site3: 'cavity-upper',
      place3: 'right-subdiaphragm',
      catheters: earlier.catheters,
      surgeon: earlier.surgeon,
      perfusionist: earlier.perfusionist,
      sessionNumber: '3',
      sessionsPlanned: '3',
      recalledSession: 2,
      presetName: kept.name,
    });
    expect(next.drugs.map(({ addition }) => addition)).toEqual([0]);
    expect(next.drugs).toEqual([
      { ...newDrug, name: 'as entered', doseMg: '10', volumeMl: '50', diluent: 'D', addition: 0 },
    ]);
  });

  it.each([
    'allergyAnswer',
    'weightKg',
    'bodyTemperature',
    'feverAcceptedBy',
    'fluidBefore',
    'visitNumber',
    'orderNumber',
    'bed',
    'disposablesLot',
    'disposablesExpiry',
    'checklist',
    'contraindications',
    'dipCheck',
  ] as const)('leaves %s as it was before', (key) => {
    expect(next[key]).toEqual(blank[key]);
  });

  it('is a form like any other', () => {
    expect(isDraft(next)).toBe(true);
  });
});

describe('a planned addition that is taken away', () => {
  it('is no drug’s any more, and later ones move up with their drugs', () => {
    const drugs = [null, 0, 1, 2].map((addition) => ({ ...newDrug, addition }));
    expect(withoutAddition(drugs, 1).map(({ addition }) => addition)).toEqual([null, 0, null, 1]);
  });
});
