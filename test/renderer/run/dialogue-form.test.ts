import { describe, expect, it } from 'vitest';
import { operatorAction } from '../../../electron/contract/action-schema.ts';
import { asks, type DialogueKind, toAction } from '../../../renderer/run/dialogue-form.ts';

const kinds = Object.keys(asks) as DialogueKind[];
const answers = { reason: ' bleeding ', clinician: ' Dr. Lin ', drugAdded: true };

describe('dialogues', () => {
  it.each(kinds)('%s becomes an action that main accepts', (kind) => {
    expect(operatorAction.safeParse(toAction(kind, answers)).success).toBe(true);
  });

  it.each(kinds.filter((kind) => asks[kind].length > 0))(
    '%s is no action while an answer is missing',
    (kind) => {
      for (const field of asks[kind]) expect(toAction(kind, { ...answers, [field]: '  ' })).toBeNull();
    },
  );

  it('starting early carries reason, clinician and whether the drug is in', () => {
    expect(toAction('start-early', answers)).toEqual({
      type: 'start-treatment',
      drugAdded: true,
      early: { reason: 'bleeding', clinician: 'Dr. Lin' },
    });
  });
});
