import { type Action, at, type Kept } from './ward-record.ts';
import { drugs, preparer } from './ward-rows.ts';
import { carrier, coreCelsius, drainedMl, team, vitals } from './ward-run.ts';
import { leftOpen, troubled } from './ward-setup.ts';

/** One entry of a run, and whether it stands where it has to. */
export interface EnteredInRun {
  readonly what: string;
  readonly inJournal: (kept: Kept) => boolean;
  readonly inSummary: (kept: Kept) => boolean;
  readonly printed: string;
}
const by = 'Perfusionist';
const list = (json: unknown, path: string): Record<string, unknown>[] =>
  at(json, path) as Record<string, unknown>[];
const holds = (one: object, expected: object): boolean =>
  Object.entries(expected).every(([name, value]) => at(one, name) === value);
const did =
  (type: string, expected: object) =>
  ({ actions }: Kept) =>
    actions.some((one: Action) => one.type === type && one.by.name === by && holds(one, expected));
const has =
  (path: string, expected: object) =>
  ({ summary }: Kept) =>
    list(summary, path).some((one) => holds(one, expected));
const inHeader =
  (path: string, expected: object) =>
  ({ header }: Kept) =>
    list(header, path).some((one) => holds(one, expected));

export const enteredInRun = (n: number): readonly EnteredInRun[] => [
  ...vitals(n).map(([sign, name, value]) => ({
    what: name,
    inJournal: did('record-vital', { sign, value }),
    inSummary: has('vitals', { sign, value, 'by.name': by }),
    // A scale says what it runs from and to behind its name.
    printed: `${name.endsWith('评分') ? '）' : name}：${value}`,
  })),
  ...drugs.map(({ name, doseMg, volumeMl, lot, expiry }, addition) => {
    const drug = { name, doseMg, volumeMl, diluent: '0.9% 氯化钠', lot: lot(n), expiry: expiry(n) };
    const inAction = Object.fromEntries(
      Object.entries(drug).map(([field, value]) => [`drug.${field}`, value]),
    );
    return {
      what: `${name}, given`,
      inJournal: did(addition === 0 ? 'start-treatment' : 'record-drug', inAction),
      inSummary: has('drugs.given', { ...drug, addition, preparedBy: preparer[addition] }),
      printed: `${name}第${addition + 1}次计划加药`,
    };
  }),
  {
    what: 'who checked the first drug',
    inJournal: did('start-treatment', { 'checkedBy.0': team[0], 'checkedBy.1': team[1] }),
    inSummary: has('drugs.given', { 'checkedBy.0': team[0], 'checkedBy.1': team[1] }),
    printed: team.join(''),
  },
  {
    what: 'carrier',
    inJournal: did('record-carrier', { 'carrier.name': carrier.name, 'carrier.volumeMl': carrier.volumeMl }),
    inSummary: ({ summary }) => holds(at(summary, 'carrier') as object, { ...carrier, 'by.name': by }),
    printed: '实际灌注液0.9%氯化钠注射液，3000mL',
  },
  {
    what: 'time-out',
    inJournal: did('time-out', { 'names.0': team[0], 'names.1': team[1] }),
    inSummary: ({ summary }) =>
      holds(at(summary, 'timeOut') as object, { 'names.0': team[0], 'names.1': team[1] }),
    printed: `治疗前核对${team.join('、')}，`,
  },
  {
    what: 'core temperature by hand',
    inJournal: did('record-reading', { kind: 'core-temperature', value: coreCelsius }),
    inSummary: () => true,
    printed: String(coreCelsius),
  },
  {
    what: 'drained, measured',
    inJournal: did('record-reading', { kind: 'drained-volume', value: drainedMl }),
    inSummary: ({ summary }) => at(summary, 'volumes.drainMeasuredMl') === drainedMl,
    printed: `${drainedMl}mL`,
  },
  {
    what: 'contraindication gone on with',
    inJournal: inHeader('case.checks.contraindications', { ...why(troubled), answer: 'yes' }),
    inSummary: has('checks.contraindications', { ...why(troubled), answer: 'yes' }),
    printed: `${troubled.name}继续治疗：${troubled.reason}（决定人：${troubled.clinician}）有`,
  },
  {
    what: 'check not done',
    inJournal: inHeader('case.checks.checklist', { ...why(leftOpen), answer: 'not-done', by }),
    inSummary: has('checks.checklist', { ...why(leftOpen), answer: 'not-done', by }),
    printed: `${leftOpen.name}未完成（${leftOpen.reason}）${by}`,
  },
  {
    what: 'every check, by whom and when',
    inJournal: ({ header }) => answered(list(header, 'case.checks.checklist'), 'atWallMs'),
    inSummary: ({ summary }) => answered(list(summary, 'checks.checklist'), 'at'),
    printed: `已核对过敏史已完成${by}`,
  },
  {
    what: 'every contraindication',
    inJournal: ({ header }) => list(header, 'case.checks.contraindications').length === 11,
    inSummary: ({ summary }) => list(summary, 'checks.contraindications').length === 11,
    printed: '肠梗阻无',
  },
];

const why = ({ name: _, ...known }: { readonly name: string }) => known;
const answered = (checks: readonly Record<string, unknown>[], when: string): boolean =>
  checks.length === 16 && checks.every((one) => one.by === by && one[when] !== null);
