import { describe, expect, it } from 'vitest';
import { operatorAction } from '../../../../electron/contract/action-schema.ts';
import {
  type Answers,
  asks,
  checkers,
  toAction,
  type WordsKind,
} from '../../../../renderer/run/dialogues/form.ts';

const kinds = Object.keys(asks) as WordsKind[];
const answers: Answers = {
  reason: ' bleeding ',
  clinician: ' Dr. B. Clinician ',
};
const later = { phase: 'treatment' } as const;

describe('dialogues', () => {
  it.each(kinds)('%s becomes an action that main accepts', (kind) => {
    expect(operatorAction.safeParse(toAction(kind, answers, later)).success).toBe(true);
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
});

describe('two people', () => {
  it('a name longer than main takes stands for nothing', () => {
    expect(checkers(['x'.repeat(201), 'B'])).toBeNull();
    expect(checkers(['x'.repeat(200), 'B'])).not.toBeNull();
  });

  it('one person cannot stand for it twice, however the name is written', () => {
    expect(checkers(['Dr. B. Clinician', ' dr. b. clinician'])).toBeNull();
  });
});
