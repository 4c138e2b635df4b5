import { describe, expect, it } from 'vitest';
import { operatorAction } from '../../../../electron/contract/action-schema.ts';
import type { PlannedDrug } from '../../../../electron/domain/drug.ts';
import {
  amountOf,
  answersAtStart,
  answersFor,
  type DrugAnswers,
  drugOf,
  earlyReason,
  isDateOrBlank,
  recordDrug,
  startingAddition,
  startWith,
  startWithout,
} from '../../../../renderer/run/dialogues/drug-form.ts';
import { calmRun, treatmentCase } from '../../support/sample-run.ts';

const planned = (name: string, addition: number | null): PlannedDrug => ({
  name,
  addition,
  doseMg: 75,
  volumeMl: 50,
  diluent: 'as on the label',
  lot: 'L-2201',
  expiry: '2026-03-03',
  preparedBy: 'Demonstration pharmacist',
});
const addition = (label: string, atMinutes: number, state: 'ahead' | 'done' = 'ahead') => ({
  label,
  atMinutes,
  state,
  dueInSeconds: null,
  doneAtSeconds: null,
});
const run = (
  drugs: readonly PlannedDrug[],
  additions = [addition('first part', 0), addition('second part', 30)],
) => ({
  case: { ...calmRun.case, drugs },
  additions,
});

const typed: DrugAnswers = {
  name: ' Demonstration drug A ',
  doseMg: '75',
  volumeMl: '50,5',
  diluent: '',
  lot: ' L-1 ',
  expiry: '2026-03-03',
  preparedBy: '',
};
const entered = {
  name: 'Demonstration drug A',
  doseMg: 75,
  volumeMl: 50.5,
  diluent: '',
  lot: 'L-1',
  expiry: '2026-03-03',
  preparedBy: '',
};
const two = ['A. Perfusionist', 'Dr. B. Clinician'] as const;
const nobody = ['', ''] as const;

describe('what is typed already', () => {
  it('is the drug that the case plans for the addition, whole', () => {
    expect(answersFor(run([planned('B', 1), planned('A', 0)]), 0)).toEqual({
      name: 'A',
      doseMg: '75',
      volumeMl: '50',
      diluent: 'as on the label',
      lot: 'L-2201',
      expiry: '2026-03-03',
      preparedBy: 'Demonstration pharmacist',
    });
  });

  it('is what the addition is called where the case plans nothing for it, and no dose', () => {
    expect(answersFor(run([planned('A', 0)]), 1)).toMatchObject({
      name: 'second part',
      doseMg: '',
      volumeMl: '',
    });
  });

  it('is nothing for what is not planned', () => {
    expect(answersFor(run([planned('A', null)]), null)).toMatchObject({ name: '', doseMg: '' });
  });

  it('at the start is the drug of minute 0, or the one the case names; of several none is chosen', () => {
    expect(answersAtStart(run([planned('A', 0), planned('C', null)])).name).toBe('A');
    expect(answersAtStart(run([planned('C', null)], [])).name).toBe('C');
    expect(answersAtStart(run([planned('C', null), planned('D', null)], [])).name).toBe('');
  });

  it('at the start is not the drug of minute 0 once that is in', () => {
    const after = run([planned('A', 0)], [addition('first part', 0, 'done')]);
    expect(startingAddition(after)).toBeNull();
    expect(answersAtStart(after).name).toBe('');
  });

  it('changes nothing of the plan', () => {
    expect(treatmentCase.drugs[0]?.name).toBe('as prepared by the pharmacy, label 7731');
  });
});

describe('a drug as typed', () => {
  it('goes to main trimmed, its numbers as numbers', () => {
    expect(drugOf(typed)).toEqual(entered);
  });

  it.each([
    ['name', '  '],
    ['name', 'x'.repeat(2001)],
    ['doseMg', 'much'],
    ['doseMg', '100001'],
    ['doseMg', '-1'],
    ['volumeMl', '5001'],
    ['lot', 'x'.repeat(201)],
    ['preparedBy', 'x'.repeat(201)],
    ['expiry', '3 March'],
    ['expiry', '2026-02-30'],
  ] as const)('is none with %s "%s"', (field, value) => {
    expect(drugOf({ ...typed, [field]: value })).toBeNull();
  });

  it.each([
    ['', null],
    [' 100 ', 100],
    ['50,5', 50.5],
    ['-1', 'wrong'],
    ['5001', 'wrong'],
    ['1,000', 'wrong'],
    ['1000', 1000],
    ['1e3', 'wrong'],
  ])('a volume "%s" is %s', (text, ml) => expect(amountOf('volumeMl', text)).toBe(ml));

  it.each([
    ['', true],
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2027-13-01', false],
    ['27-01-01', false],
  ])('expiry "%s" may stand: %s', (text, may) => expect(isDateOrBlank(text)).toBe(may));
});

describe('what goes to main', () => {
  it('the first drug waits for two people', () => {
    expect(recordDrug(typed, 1, true, ['A. Perfusionist', ''])).toBeNull();
    expect(startWith(typed, null, true, nobody)).toBeNull();
    expect(recordDrug(typed, 1, true, two)).toEqual({
      type: 'record-drug',
      drug: entered,
      addition: 1,
      checkedBy: ['A. Perfusionist', 'Dr. B. Clinician'],
    });
  });

  it('a later drug asks for no check', () => {
    expect(recordDrug(typed, null, false, two)).toMatchObject({ addition: null, checkedBy: null });
  });

  it('the clock may be started without a drug, and without names', () => {
    expect(startWithout(null)).toEqual({
      type: 'start-treatment',
      drug: null,
      early: null,
      checkedBy: null,
    });
  });

  it('an early start carries why and who decided; one of them is not enough', () => {
    expect(earlyReason({ reason: ' bleeding ', clinician: '' })).toBeNull();
    const early = earlyReason({ reason: ' bleeding ', clinician: ' Dr. B. Clinician ' });
    expect(startWith(typed, early, false, nobody)).toMatchObject({
      drug: entered,
      early: { reason: 'bleeding', clinician: 'Dr. B. Clinician' },
      checkedBy: null,
    });
  });

  it('is accepted by main', () => {
    for (const action of [
      recordDrug(typed, 0, true, two),
      startWith(typed, null, true, two),
      startWithout(null),
    ])
      expect(operatorAction.safeParse(action).success).toBe(true);
  });
});
