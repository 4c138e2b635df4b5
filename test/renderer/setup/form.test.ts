import { describe, expect, it } from 'vitest';
import { treatmentCase as caseSchema } from '../../../electron/contract/case-schema.ts';
import { requests } from '../../../electron/contract/channels.ts';
import { type Draft, newDraft, newDrug } from '../../../renderer/setup/draft.ts';
import { fluidInCavityMl } from '../../../renderer/setup/draft-numbers.ts';
import { type Judged, problems } from '../../../renderer/setup/problems.ts';
import { refusalInWords } from '../../../renderer/setup/refusal.ts';
import { type LimitedText, textLimits } from '../../../renderer/setup/text-limits.ts';
import { toCase } from '../../../renderer/setup/to-case.ts';
import { en } from '../../../renderer/text/en.ts';
import { asDate, isDate } from '../../../renderer/text/typed-date.ts';
import { zh } from '../../../renderer/text/zh.ts';
import { theatreView } from '../../support/site.ts';
import { machine } from '../samples/base.ts';
import { preset, rig, treatmentCase, wallMs } from '../support/sample-run.ts';

const storage = { freeMegabytes: 10_000, neededMegabytes: 200 };
const setup = {
  presets: [preset],
  presetProblems: [],
  templates: [],
  draftCase: treatmentCase,
  draftPresetName: null,
  site: theatreView,
};
const standing = { ...machine, doing: 'stood-down' as const };
const view: Judged = { setup, rig, wallMs, storage, machine: standing, fluid: null, audio: 'working' };
const filled: Draft = { ...newDraft(setup), fluidBefore: 'no' };
const found = (changes: Partial<Draft>, by: Judged = view) =>
  problems({ ...filled, ...changes }, by, en).map(({ field, text }) => `${field}: ${text}`);

describe('the setup form', () => {
  it('gives back a case handed over exactly as it was', () => {
    expect(toCase(filled)).toEqual(treatmentCase);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(filled))).toEqual(filled);
  });

  it('offers the usual protocol where none is named, and the hospital as issuer of the number', () => {
    expect(filled.presetName).toBe(preset.name);
    const site = { ...theatreView, hospital: 'Example hospital' };
    const empty = newDraft({ ...setup, site, draftCase: null });
    expect(empty.identifiers).toEqual([{ value: '', issuer: 'Example hospital' }]);
    expect(empty.sex).toBeNull();
  });

  it('has nothing to say about a complete case, and main agrees', () => {
    expect(found({})).toEqual([]);
    expect(caseSchema.safeParse(toCase(filled)).success).toBe(true);
  });

  it('says of an empty form what is missing, field by field and item by item', () => {
    const missing = problems(newDraft({ ...setup, draftCase: null }), view, en);
    const asked = (section: string) =>
      missing.filter((one) => one.section === section).map(({ field }) => field);
    expect(asked('patient')).toEqual([
      'familyName',
      'birthDate',
      'sex',
      'identifiers.0.value',
      'weightKg',
      'allergyAnswer',
      'fluidBefore',
    ]);
    expect(asked('treatment')).toEqual(['prescriber', 'perfusionist']);
    expect(asked('drugs')).toEqual(['drugs']);
    expect(asked('placement')).toEqual([]);
    const { contraindications, checklist } = theatreView.lists;
    expect(asked('checks')).toEqual([
      ...contraindications.map(({ id }) => `contraindications.${id}`),
      ...checklist.map(({ id }) => `checklist.${id}`),
    ]);
  });

  const drug = { ...newDrug, name: 'as entered' };
  const catheter = { number: 1, place: 'pelvis', direction: 'in', frenchSize: 28 } as const;
  it.each([
    [{ familyName: ' ', givenName: '' }, 'familyName: family or given name: one at least'],
    [{ birthDate: '12.4.1968' }, 'birthDate: write it as YYYY-MM-DD'],
    [{ birthDate: '2031-01-01' }, 'birthDate: lies in the future'],
    [{ sex: null }, 'sex: not answered'],
    [{ identifiers: [{ value: ' ', issuer: 'X' }] }, 'identifiers.0.value: is missing'],
    [{ identifiers: [...filled.identifiers, { value: '', issuer: 'X' }] }, 'identifiers.1.value: is missing'],
    [{ allergyAnswer: null }, 'allergyAnswer: not answered'],
    [{ allergyAnswer: 'some', allergyText: '' }, 'allergyText: is missing'],
    [{ otherTreatments: [{ kind: 'systemic', text: '', on: '' }] }, 'otherTreatments.0.text: is missing'],
    [
      { otherTreatments: [{ kind: 'systemic', text: 'x', on: '2031-01-01' }] },
      'otherTreatments.0.on: lies in the future',
    ],
    [{ fluidBefore: 'unanswered' }, 'fluidBefore: answer no, about how much, or unknown'],
    [{ fluidBefore: 'about' }, 'fluidMl: is missing'],
    [{ fluidBefore: 'about', fluidMl: '30 000' }, 'fluidMl: a number from 1 to 20\u202f000'],
    [{ heightCm: '1,68' }, 'heightCm: a number from 30 to 250'],
    [{ weightKg: 'heavy' }, 'weightKg: a number from 2 to 350'],
    [{ weightKg: '' }, 'weightKg: is missing'],
    [{ sessionNumber: '2.5' }, 'sessionNumber: a whole number from 1 to 99'],
    [{ sessionNumber: '' }, 'sessionNumber: a whole number from 1 to 99'],
    [{ sessionNumber: '4', sessionsPlanned: '3' }, 'sessionNumber: only 3 are planned'],
    [{ sessionsPlanned: '0' }, 'sessionsPlanned: a whole number from 1 to 99'],
    [{ bodyTemperature: '38.4' }, 'feverAcceptedBy: 38.4 °C is above 38 °C: name who decides to go on'],
    [{ prescriber: '' }, 'prescriber: is missing'],
    [{ perfusionist: '' }, 'perfusionist: is missing'],
    [{ disposablesExpiry: '2025-01-01' }, 'disposablesExpiry: has passed'],
    [{ drugs: [] }, 'drugs: enter what is planned, or say that none is'],
    [{ drugs: [newDrug] }, 'drugs.0.name: is missing'],
    [{ drugs: [drug, { ...drug, doseMg: '-1' }] }, 'drugs.1.doseMg: a number from 0 to 100\u202f000'],
    [{ drugs: [{ ...drug, expiry: '2026-03-01' }] }, 'drugs.0.expiry: has passed'],
    [
      { drugs: [{ ...drug, addition: 0 }] },
      'drugs.0.addition: the protocol has no such addition: choose again',
    ],
    [{ site3: 'outflow' }, 'site2: two probes at outflow'],
    [{ place3: 'apex' }, 'place3: is a place of another cavity: choose again'],
    [{ catheters: [{ ...catheter, place: '' }] }, 'catheters.1: say where it lies'],
    [{ catheters: [{ ...catheter, frenchSize: Number.NaN }] }, 'catheters.1: size from 3 to 40 Fr'],
    [
      { catheters: [{ ...catheter, place: 'apex' }] },
      'catheters.1: is a place of another cavity: choose again',
    ],
    [
      { site3: 'not-used', site4: 'not-used', leftOut: ['site3', 'site4'] },
      'preset: This preset controls the cavity, and no probe is placed there. Say where each probe is placed, or choose a preset that controls the inflow.',
    ],
    [
      { site4: 'not-used' },
      'site4: T4 is fitted on this rig: say where it is placed, or press “not used” once more to leave it out',
    ],
    [{ presetName: 'gone' }, 'preset: choose one'],
  ] satisfies [Partial<Draft>, string][])('refuses %o', (changes, problem) => {
    expect(found(changes)).toEqual([problem]);
  });

  it('asks for the side of a chest only, and keeps it of a chest only', () => {
    const pleural = { cavity: 'pleural', place3: '', place4: '', catheters: [] } as const;
    expect(found(pleural)).toContain('side: not answered');
    expect(found({ ...pleural, side: 'left' }).filter((one) => one.startsWith('side'))).toEqual([]);
    expect(toCase({ ...filled, ...pleural, side: 'left' }).side).toBe('left');
    expect(toCase({ ...filled, side: 'left' }).side).toBe('not-applicable');
  });

  it('holds the probes against those the rig has, as soon as it is heard', () => {
    const fitted = (probesFitted: readonly boolean[] | null): Judged => ({
      ...view,
      machine: { ...standing, probesFitted },
    });
    const three: Partial<Draft> = { site4: 'not-used' };
    expect(found({}, fitted([true, true, true, false]))).toEqual([
      'site4: T4 is not fitted on this rig. Plug it in, or say that it is not used.',
    ]);
    expect(found(three, fitted([true, true, true, false]))).toEqual([]);
    expect(found(three, fitted(null))).toEqual([]);
    expect(found({ ...three, leftOut: ['site4'] }, fitted([true, true, true, true]))).toEqual([]);
  });

  it('keeps no place of a probe that does not lie in the cavity', () => {
    expect(toCase({ ...filled, site4: 'not-used' }).probePlaces).toEqual(['', '', 'right-subdiaphragm', '']);
  });

  const texts = Object.entries(textLimits) as [LimitedText, number][];
  const fever: Partial<Draft> = { bodyTemperature: '38.4', feverAcceptedBy: 'X', allergyAnswer: 'some' };
  it.each(texts)('says that %s holds at most %i characters, just where main does', (field, most) => {
    const typed = (value: string): Draft => ({ ...filled, allergyText: 'y', ...fever, [field]: value });
    const said = (value: string) => problems(typed(value), view, en);
    const mainTakes = (value: string) => caseSchema.safeParse(toCase(typed(value))).success;
    expect(said(` ${'x'.repeat(most)} `)).toEqual([]);
    expect(mainTakes('x'.repeat(most))).toBe(true);
    expect(said('x'.repeat(most + 5))).toMatchObject([
      { field, text: `at most ${most} characters, 5 too many`, atOnce: true },
    ]);
    expect(mainTakes('x'.repeat(most + 1))).toBe(false);
    expect(said('a\uFFFDb')).toMatchObject([{ field, text: 'holds a lost character (�): write it again' }]);
    expect(mainTakes('a\uFFFDb')).toBe(false);
    expect(problems(typed('x'.repeat(most + 5)), view, zh)).toMatchObject([
      { text: `最多 ${most} 个字符，超出 5 个` },
    ]);
  });

  it('whoever may be perfusionist may act', () => {
    const perfusionist = 'Four people with their roles and a telephone number, '
      .repeat(4)
      .slice(0, 200)
      .trim();
    expect(found({ perfusionist })).toEqual([]);
    const { perfusionist: name } = toCase({ ...filled, perfusionist });
    const glass = { name, reason: 'Nobody had signed in.' };
    expect(requests.act.safeParse({ action: { type: 'resume-flow' }, glass }).success).toBe(true);
  });

  it('reads a number that could be two as the one that is possible, and refuses it where none is', () => {
    for (const [weightKg, kilograms] of [
      ['70.500', 70.5],
      ['70,500', 70.5],
      ['70,5', 70.5],
    ] as const) {
      expect(found({ weightKg })).toEqual([]);
      expect(toCase({ ...filled, weightKg }).patient.weightKg).toBe(kilograms);
    }
    expect(found({ weightKg: '1,000' })).toEqual(['weightKg: a number from 2 to 350']);
    const fluid = { fluidBefore: 'about', fluidMl: '1,500' } as const;
    expect(found(fluid)).toEqual([]);
    expect(fluidInCavityMl({ ...filled, ...fluid })).toBe(1500);
  });

  it('gives back a weight handed over with three decimals', () => {
    const handed = { ...treatmentCase, patient: { ...treatmentCase.patient, weightKg: 70.125 } };
    const draft: Draft = { ...newDraft({ ...setup, draftCase: handed }), fluidBefore: 'no' };
    expect(problems(draft, view, en)).toEqual([]);
    expect(toCase(draft)).toEqual(handed);
  });

  it('keeps who went on above 38 °C as named, never the operator by itself, and nobody where it is not above', () => {
    const acceptedBy = (bodyTemperature: string) =>
      toCase({ ...filled, bodyTemperature, feverAcceptedBy: 'Dr. B. Clinician' }).checks.feverAcceptedBy;
    expect(acceptedBy('38,4')).toBe('Dr. B. Clinician');
    expect(acceptedBy('37,4')).toBe('');
    expect(toCase({ ...filled, bodyTemperature: '38.4' }).checks.feverAcceptedBy).toBe('');
  });

  it('forgets no allergy that was typed, and keeps none where none is known', () => {
    const allergies = (allergyAnswer: Draft['allergyAnswer']) =>
      toCase({ ...filled, allergyAnswer, allergyText: ' latex ' }).patient.allergies;
    expect(allergies('some')).toEqual({ answer: 'some', text: 'latex' });
    expect(allergies('unknown')).toEqual({ answer: 'unknown', text: 'latex' });
    expect(allergies('none-known')).toEqual({ answer: 'none-known', text: '' });
  });

  it('takes a day written year first, however it is set apart', () => {
    const written = ['1968-04-12', '1968/4/12', '1968.4.12', '19680412', '1968年4月12日', ' １９６８-04-12 '];
    for (const birthDate of written) {
      expect(found({ birthDate })).toEqual([]);
      expect(toCase({ ...filled, birthDate }).patient.birthDate).toBe('1968-04-12');
    }
    expect(asDate('12/04/1968')).toBe('12/04/1968');
    expect(asDate('20270229')).toBe('20270229');
  });

  it.each(['yes', 'unknown'] as const)('asks for reason and clinician where an answer is %s', (answer) => {
    const [first, ...others] = filled.contraindications;
    const answered = (reason: string, clinician: string): Partial<Draft> => ({
      contraindications: [{ id: first?.id ?? '', answer, reason, clinician }, ...others],
    });
    expect(found(answered('', ' '))).toEqual([
      'contraindications.adhesions.reason: is missing',
      'contraindications.adhesions.clinician: is missing',
    ]);
    expect(caseSchema.safeParse(toCase({ ...filled, ...answered('', '') })).success).toBe(false);
    expect(found(answered('benefit', 'Dr. B. Clinician'))).toEqual([]);
  });

  const withAnswer = (id: string, answer: Draft['checklist'][number]['answer'], reason = '') => ({
    checklist: filled.checklist.map((one) => (one.id === id ? { ...one, answer, reason } : one)),
  });

  it('lets a run start only with what must be done, done; the rest may be not applicable, or not done with a reason', () => {
    expect(found(withAnswer('consent-seen', 'not-applicable'))).toEqual([
      'checklist.consent-seen: no run starts until it is done',
    ]);
    expect(found(withAnswer('consent-seen', 'not-done', 'later'))).toEqual([
      'checklist.consent-seen: no run starts until it is done',
    ]);
    expect(found(withAnswer('spill-kit', 'not-applicable'))).toEqual([]);
    expect(found(withAnswer('spill-kit', 'not-done'))).toEqual(['checklist.spill-kit.reason: is missing']);
    expect(found(withAnswer('spill-kit', 'not-done', 'being fetched'))).toEqual([]);
  });

  it('takes no "alarms heard" while the console cannot be heard', () => {
    for (const audio of ['missing', 'suspended', null] as const)
      expect(found({}, { ...view, audio })).toEqual([
        expect.stringMatching(/^checklist\.alarms-tried: cannot be done now: /),
      ]);
    expect(
      found(withAnswer('alarms-tried', 'not-done', 'no loudspeaker'), { ...view, audio: 'missing' }),
    ).toEqual([]);
  });

  it('does not start without a rig', () => {
    const lost = problems(filled, { ...view, rig: { ...rig, link: 'lost' } }, en);
    expect(lost.map(({ section }) => section)).toEqual(['rig']);
  });

  it.each([
    [{ fluidBefore: 'no' }, 0],
    [{ fluidBefore: 'about', fluidMl: '1200' }, 1200],
    [{ fluidBefore: 'unknown', fluidMl: '1200' }, null],
  ] satisfies [Partial<Draft>, number | null][])('says of %o what main is told: %s', (changes, told) => {
    expect(fluidInCavityMl({ ...filled, ...changes })).toBe(told);
    const request = { case: treatmentCase, presetName: preset.name, fluidInCavityMl: told };
    expect(requests.start.safeParse(request).success).toBe(true);
  });

  it('does not start on a disk that cannot hold the run, and says in both languages what to do', () => {
    const full = { ...view, storage: { ...storage, freeMegabytes: 123.4 } };
    expect(problems(filled, full, en)).toEqual([
      {
        section: 'rig',
        field: 'storage',
        name: 'Disk of the record',
        text: 'has 123\u00a0MB free, a run needs 200\u00a0MB: free space on it',
      },
    ]);
    expect(problems(filled, full, zh).map(({ text }) => text)).toEqual([
      '剩余 123\u00a0MB，一次运行需要 200\u00a0MB：请释放磁盘空间',
    ]);
    const unknown = { ...view, storage: { ...storage, freeMegabytes: null } };
    expect(problems(filled, unknown, en)).toEqual([]);
  });
});

describe('a start that main refuses', () => {
  const refused = (what: string) =>
    new Error(`Error invoking remote method 'isotherm:start': Error: ${what}`);
  const words =
    'The request "start" was refused: case.diagnosis: at most 200 characters; case.drugs.1.lot: wrong; edited.targetCelsius: wrong.';

  it('names the fields, as the form calls them', () => {
    expect(refusalInWords(refused(words), en)).toBe(
      'The console refused what was entered: Diagnosis: at most 200 characters; Lot: wrong; Target: wrong',
    );
    expect(refusalInWords(refused(words), zh)).toBe(
      '控制台拒绝了所填内容：诊断：最多 200 个字符；批号：wrong；目标温度：wrong',
    );
  });

  it('is not taken for a console that does not answer', () => {
    expect(refusalInWords(refused('main could not'), en)).toBeNull();
    expect(refusalInWords('gone', en)).toBeNull();
  });
});

describe('a date', () => {
  it('is one of the calendar', () => {
    expect([isDate('2028-02-29'), isDate('2027-02-29'), isDate('2027-2-9')]).toEqual([true, false, false]);
  });
});
