import { describe, expect, it } from 'vitest';
import type { AccessProblem } from '../../../../electron/domain/access-problem.ts';
import { en } from '../../../../electron/domain/text/en.ts';
import { zh } from '../../../../electron/domain/text/zh.ts';

const problems: readonly AccessProblem[] = [
  { kind: 'pin-wrong' },
  { kind: 'wait', seconds: 40 },
  { kind: 'pin-no-figures', fewest: 4, most: 12 },
  { kind: 'pin-too-simple' },
  { kind: 'no-such-person' },
  { kind: 'not-signed-in' },
  { kind: 'not-your-role' },
  { kind: 'no-role-for-chair' },
  { kind: 'name-missing' },
  { kind: 'name-wrong', problem: { kind: 'lost' } },
  { kind: 'name-wrong', problem: { kind: 'too-long', most: 200, tooMany: 3 } },
  { kind: 'name-taken', name: '王小明' },
  { kind: 'last-service' },
  { kind: 'people-there' },
  {
    kind: 'people-file',
    said: 'people /p/people.json: it was changed by something else, or is gone, and is left as it is. Start the console again.',
  },
  {
    kind: 'people-file',
    said: 'people /p/people.json: cannot be read (EIO). Give this user the right to it.',
  },
  { kind: 'not-kept', why: 'ENOSPC' },
];

describe('what is refused of people and PINs', () => {
  it.each(problems)('has a sentence in both languages, with the same figures: $kind', (problem) => {
    const [english, chinese] = [en.accessProblem(problem), zh.accessProblem(problem)];
    expect(english).toMatch(/^[A-Zp].*\.$/);
    expect(english).not.toMatch(/undefined|null|\[object/);
    expect(chinese).toMatch(/。$/);
    expect(chinese.replace('/p/people.json', '')).not.toMatch(/[a-z]{2}/);
    expect(chinese.match(/\d+/g)?.sort()).toEqual(english.match(/\d+/g)?.sort());
  });
});
