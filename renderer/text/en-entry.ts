import type { TextProblem } from '../../electron/contract/words.ts';
import { asTyped } from './typed-number.ts';

/** What is wrong with something typed, wherever it is typed. */
export const entry = {
  text: (problem: TextProblem): string =>
    problem.kind === 'lost'
      ? 'holds a lost character (�): write it again'
      : `at most ${problem.most} characters, ${problem.tooMany} too many`,
  /** "2,500", where both would do; as each is typed without doubt. */
  ambiguous: ([one, other]: readonly [number, number]) =>
    `could be two numbers: type ${asTyped(one)} or ${asTyped(other)}`,
  /** Said where main refused what was entered. */
  refused: (fields: readonly string[]) => `The console refused what was entered: ${fields.join('; ')}`,
  refusedField: (field: string, why: string) => `${field}: ${why}`,
};
