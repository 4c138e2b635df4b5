import { describe, expect, it } from 'vitest';
import { treatmentCase as caseSchema } from '../../../electron/contract/case-schema.ts';
import { requests } from '../../../electron/contract/channels.ts';
import { type Draft, fluidInCavityMl, newDraft, toCase } from '../../../renderer/setup/draft.ts';
import { isDate, problems } from '../../../renderer/setup/problems.ts';
import { refusalInWords } from '../../../renderer/setup/refusal.ts';
import { type LimitedText, textLimits } from '../../../renderer/setup/text-limits.ts';
import { en } from '../../../renderer/text/en.ts';
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
const view = { setup, rig, wallMs, storage, machine: standing, fluid: null };
const filled: Draft = { ...newDraft(setup), fluidBefore: 'no' };
const found = (changes: Partial<Draft>) =>
  problems({ ...filled, ...changes }, view, en).map(({ field, text }) => `${field}: ${text}`);

describe('the setup form', () => {
  it('gives back a case handed over exactly as it was', () => {
    expect(toCase(filled)).toEqual(treatmentCase);
  });

  it('offers the usual protocol where none is named', () => {
    expect(filled.presetName).toBe(preset.name);
  });

  it('has nothing to say about a complete case, and main agrees', () => {
    expect(found({})).toEqual([]);
    expect(caseSchema.safeParse(toCase(filled)).success).toBe(true);
  });

  it('says of an empty form what is missing, field by field', () => {
    const empty = newDraft({ ...setup, draftCase: null });
    const missing = problems(empty, view, en);
    expect(new Set(missing.map(({ section }) => section))).toEqual(new Set(['patient', 'team', 'checks']));
    expect(missing.filter(({ text }) => text === en.setup.fieldProblems.notTicked)).toHaveLength(7);
  });

  it.each([
    [{ name: ' ' }, 'name: is missing'],
    [{ birthDate: '12.4.1968' }, 'birthDate: write it as YYYY-MM-DD'],
    [{ birthDate: '2031-01-01' }, 'birthDate: lies in the future'],
    [{ fluidBefore: 'unanswered' }, 'fluidBefore: answer no, about how much, or unknown'],
    [{ fluidBefore: 'about' }, 'fluidMl: is missing'],
    [{ fluidBefore: 'about', fluidMl: '30 000' }, 'fluidMl: a number from 1 to 20\u202f000'],
    [{ heightCm: '1,68' }, 'heightCm: a number from 30 to 250'],
    [{ weightKg: 'heavy' }, 'weightKg: a number from 2 to 350'],
    [{ sessionNumber: '2.5' }, 'sessionNumber: a whole number from 1 to 99'],
    [{ bodyTemperature: '38.4' }, 'bodyTemperature: 38.4 °C is above 38 °C: tick below to go on'],
    [{ disposablesExpiry: '2025-01-01' }, 'disposablesExpiry: has passed'],
    [{ site3: 'outflow' }, 'site2: two probes at outflow'],
    [
      { site3: 'not-used', site4: 'not-used', leftOut: ['site3', 'site4'] },
      'preset: This preset controls the cavity, and no probe is placed there. Say where each probe is placed, or choose a preset that controls the inflow.',
    ],
    [
      { site4: 'not-used' },
      'site4: T4 is fitted on this rig: say where it is placed, or press “not used” once more to leave it out',
    ],
    [{ contraindication: 'unanswered' }, 'contraindication: answer yes or no'],
    [{ presetName: 'gone' }, 'preset: choose one'],
    [{ cavity: 'pleural' }, 'preset: 42.5 °C × 60 min is for peritoneal, intra-operative'],
  ] satisfies [Partial<Draft>, string][])('refuses %o', (changes, problem) => {
    expect(found(changes)).toEqual([problem]);
  });

  it('holds the probes against those the rig has, as soon as it is heard', () => {
    const machine = (probesFitted: readonly boolean[] | null) => ({
      ...view,
      machine: { ...view.machine, probesFitted },
    });
    const said = (draft: Draft, fitted: readonly boolean[] | null) =>
      problems(draft, machine(fitted), en).map(({ field, text }) => `${field}: ${text}`);
    expect(said(filled, [true, true, true, false])).toEqual([
      'site4: T4 is not fitted on this rig. Plug it in, or say that it is not used.',
    ]);
    const three: Draft = { ...filled, site4: 'not-used' };
    expect(said(three, [true, true, true, false])).toEqual([]);
    expect(said(three, null)).toEqual([]);
    expect(said({ ...three, leftOut: ['site4'] }, [true, true, true, true])).toEqual([]);
  });

  const texts = Object.entries(textLimits) as [LimitedText, number][];
  const answered: Partial<Draft> = {
    contraindication: 'yes',
    contraindicationReason: 'benefit',
    contraindicationClinician: 'Dr. B. Clinician',
  };
  it.each(texts)('says that %s holds at most %i characters, just where main does', (field, most) => {
    const typed = (value: string): Draft => ({ ...filled, ...answered, [field]: value });
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

  it('knows a limit for every text of the form', () => {
    const others = [
      'birthDate',
      'sessionNumber',
      'heightCm',
      'weightKg',
      'bodyTemperature',
      'disposablesExpiry',
      'fluidMl',
    ];
    const choices = [
      'fluidBefore',
      'sex',
      'cavity',
      'technique',
      'setting',
      'site2',
      'site3',
      'site4',
      'contraindication',
    ];
    const strings = Object.entries(filled).filter(([, value]) => typeof value === 'string');
    const free = strings
      .map(([field]) => field)
      .filter((field) => ![...others, ...choices, 'presetName'].includes(field));
    expect(free.sort()).toEqual(Object.keys(textLimits).sort());
  });

  it('whoever may be perfusionist may act', () => {
    const perfusionist = 'Four people with their roles and a telephone number, '
      .repeat(4)
      .slice(0, 200)
      .trim();
    expect(found({ perfusionist })).toEqual([]);
    const action = { type: 'resume-heat' };
    const { perfusionist: by } = toCase({ ...filled, perfusionist });
    expect(requests.act.safeParse({ by, action }).success).toBe(true);
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

  it('goes on above 38 °C once the team has said so', () => {
    expect(found({ bodyTemperature: '38,4', feverAccepted: true })).toEqual([]);
  });

  it('keeps who went on above 38 °C, and nobody where it is not above', () => {
    const acceptedBy = (bodyTemperature: string) =>
      toCase({ ...filled, bodyTemperature, feverAccepted: true }).checks.feverAcceptedBy;
    expect(acceptedBy('38,4')).toBe(treatmentCase.perfusionist);
    expect(acceptedBy('37,4')).toBe('');
  });

  it('asks for reason and clinician where something speaks against the treatment', () => {
    expect(found({ contraindication: 'yes' })).toHaveLength(2);
    const answered = {
      contraindication: 'yes',
      contraindicationReason: 'benefit',
      contraindicationClinician: 'Dr. B. Clinician',
    };
    expect(found(answered as Partial<Draft>)).toEqual([]);
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
    'The request "start" was refused: case.diagnosis: at most 200 characters; edited.targetCelsius: wrong.';

  it('names the fields, as the form calls them', () => {
    expect(refusalInWords(refused(words), en)).toBe(
      'The console refused what was entered: Diagnosis: at most 200 characters; Target: wrong',
    );
    expect(refusalInWords(refused(words), zh)).toBe(
      '控制台拒绝了所填内容：诊断：最多 200 个字符；目标温度：wrong',
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
