import { expect, it } from 'vitest';
import { signedInActor } from '../../../electron/domain/actor.ts';
import type { Addendum } from '../../../electron/domain/addendum.ts';
import { standingOf } from '../../../electron/program/issue.ts';

const recordSha256 = 'ab'.repeat(32);
const by = signedInActor({ id: 'p', name: 'Example Perfusionist', role: 'perfusionist' });
const addenda: readonly Addendum[] = [
  { number: 1, atWallMs: 1, by, said: { type: 'signature', meaning: 'performed' } },
];

it('a record that one has signed is final, but not where its site wants two', () => {
  expect(standingOf({ addenda, recordSha256 }, false)).toEqual({ status: 'final', addenda, recordSha256 });
  expect(standingOf({ addenda, recordSha256 }, true)).toEqual({
    status: 'preliminary',
    addenda: [],
    recordSha256,
  });
});
