import type { TextProblem } from '../../electron/contract/words.ts';

/** What is wrong with something typed, wherever it is typed. */
export const entry = {
  text: (problem: TextProblem): string =>
    problem.kind === 'lost'
      ? 'holds a lost character (�): write it again'
      : `at most ${problem.most} characters, ${problem.tooMany} too many`,
  /** "1,000" */
  ambiguous: 'thousands or decimals? Leave the separator out',
  /** Said where main refused what was entered. */
  refused: (fields: readonly string[]) => `The console refused what was entered: ${fields.join('; ')}`,
  refusedField: (field: string, why: string) => `${field}: ${why}`,
};
