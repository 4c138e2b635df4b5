import { describe, expect, it } from 'vitest';
import { operatorAction } from '../../../../electron/contract/action-schema.ts';
import {
  type Answers,
  asks,
  checkers,
  noAnswers,
  toAction,
  volumeOf,
  type WordsKind,
} from '../../../../renderer/run/dialogues/form.ts';

const kinds = Object.keys(asks) as WordsKind[];
const answers: Answers = {
  ...noAnswers,
  reason: ' bleeding ',
  clinician: ' Dr. B. Clinician ',
  drugAdded: true,
  checkedBy: [' A. Perfusionist ', 'Dr. B. Clinician'],
};
const later = { phase: 'treatment', drugNeedsTwo: false } as const;
const first = { ...later, drugNeedsTwo: true };

describe('dialogues', () => {
  it.each(kinds)('%s becomes an action that main accepts', (kind) => {
    for (const run of [first, later]) {
      expect(operatorAction.safeParse(toAction(kind, answers, run)).success).toBe(true);
    }
  });

  it.each(kinds.filter((kind) => asks[kind].length > 0))(
    '%s is no action while an answer is missing',
    (kind) => {
      for (const field of asks[kind]) {
        expect(toAction(kind, { ...answers, [field]: '  ' }, later)).toBeNull();
      }
    },
  );

  it.each(kinds.filter((kind) => asks[kind].length > 0))('%s may be as long as main takes it', (kind) => {
    const limits = { reason: 2000, clinician: 200 };
    for (const field of asks[kind]) {
      const most = limits[field];
      const typed = (length: number) => toAction(kind, { ...answers, [field]: 'x'.repeat(length) }, later);
      expect(operatorAction.safeParse(typed(most)).success).toBe(true);
      expect(typed(most + 1)).toBeNull();
    }
  });

  it('starting early carries reason, clinician and whether the drug is in', () => {
    expect(toAction('start-early', answers, later)).toEqual({
      type: 'start-treatment',
      drugAdded: true,
      early: { reason: 'bleeding', clinician: 'Dr. B. Clinician' },
      checkedBy: null,
    });
  });
});

describe('the first drug', () => {
  it.each(['start-treatment', 'start-early', 'record-drug'] as const)(
    '%s waits for two people who have checked it',
    (kind) => {
      expect(toAction(kind, { ...answers, checkedBy: ['A. Perfusionist', ''] }, first)).toBeNull();
      expect(toAction(kind, answers, first)).toMatchObject({
        checkedBy: ['A. Perfusionist', 'Dr. B. Clinician'],
      });
    },
  );

  it('a name longer than main takes checks nothing', () => {
    expect(checkers(['x'.repeat(201), 'B'])).toBeNull();
    expect(checkers(['x'.repeat(200), 'B'])).not.toBeNull();
  });

  it('one person cannot check twice, however the name is written', () => {
    expect(checkers(['Dr. B. Clinician', ' dr. b. clinician'])).toBeNull();
  });

  it('the clock may be started without it, and without names', () => {
    const without = { ...answers, drugAdded: false, checkedBy: ['', ''] as const };
    expect(toAction('start-treatment', without, first)).toMatchObject({ drugAdded: false, checkedBy: null });
  });

  it('a later drug asks for no check', () => {
    expect(toAction('record-drug', answers, later)).toMatchObject({ checkedBy: null });
  });
});

describe('the volume of a drug', () => {
  it.each([
    ['', null],
    [' 100 ', 100],
    ['50,5', 50.5],
    ['-1', 'wrong'],
    ['5001', 'wrong'],
    ['1,000', 'wrong'],
    ['1.000', 'wrong'],
    ['1000', 1000],
    ['1,00', 1],
    ['1e3', 'wrong'],
    ['much', 'wrong'],
  ])('"%s" is %s', (typed, ml) => expect(volumeOf(typed)).toBe(ml));

  it('typed wrongly keeps the record from being made', () => {
    expect(toAction('record-drug', { ...answers, volumeMl: 'much' }, later)).toBeNull();
    expect(toAction('record-drug', { ...answers, volumeMl: '100', addition: 1 }, later)).toEqual({
      type: 'record-drug',
      text: 'bleeding',
      addition: 1,
      volumeMl: 100,
      checkedBy: null,
    });
  });
});
