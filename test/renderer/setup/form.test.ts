import { describe, expect, it } from 'vitest';
import { treatmentCase as caseSchema } from '../../../electron/contract/case-schema.ts';
import { type Draft, newDraft, toCase } from '../../../renderer/setup/draft.ts';
import { isDate, problems } from '../../../renderer/setup/problems.ts';
import { en } from '../../../renderer/text/en.ts';
import { zh } from '../../../renderer/text/zh.ts';
import { preset, rig, treatmentCase, wallMs } from '../support/sample-run.ts';

const storage = { freeMegabytes: 10_000, neededMegabytes: 200 };
const setup = {
  presets: [preset],
  presetProblems: [],
  templates: [],
  draftCase: treatmentCase,
  draftPresetName: null,
};
const view = { setup, rig, wallMs, storage };
const filled = newDraft(setup);
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
    [{ heightCm: '1,68' }, 'heightCm: a number from 30 to 250'],
    [{ weightKg: 'heavy' }, 'weightKg: a number from 2 to 350'],
    [{ sessionNumber: '2.5' }, 'sessionNumber: a whole number from 1 to 99'],
    [{ bodyTemperature: '38.4' }, 'bodyTemperature: 38.4 °C is above 38 °C: tick below to go on'],
    [{ disposablesExpiry: '2025-01-01' }, 'disposablesExpiry: has passed'],
    [{ site3: 'outflow' }, 'site2: two probes at outflow'],
    [{ site3: 'not-used', site4: 'not-used' }, 'site2: at least one probe lies in the cavity'],
    [{ contraindication: 'unanswered' }, 'contraindication: answer yes or no'],
    [{ presetName: 'gone' }, 'preset: choose one'],
    [{ cavity: 'pleural' }, 'preset: 42.5 °C × 60 min is for peritoneal, intra-operative'],
  ] satisfies [Partial<Draft>, string][])('refuses %o', (changes, problem) => {
    expect(found(changes)).toEqual([problem]);
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

describe('a date', () => {
  it('is one of the calendar', () => {
    expect([isDate('2028-02-29'), isDate('2027-02-29'), isDate('2027-2-9')]).toEqual([true, false, false]);
  });
});
