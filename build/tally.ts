/** Counts of a test run, read from the result files of the runners, not from what they print. */
import { existsSync, readFileSync } from 'node:fs';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Vitest's JSON result; a file that failed without a failed test (it could not be loaded, or set up) counts as one. */
export function vitestTally(file: string, exitCode: number): Tally {
  const result: VitestResult = read(file) ?? noTests;
  const brokenFiles = result.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return atLeastOneFailed(exitCode, {
    passed: result.numPassedTests,
    failed: result.numFailedTests + brokenFiles.length,
    skipped: result.numPendingTests + result.numTodoTests,
  });
}

/** Test files whose process died in the middle, where that is all that went wrong: vitest has results for some of their tests. */
export function filesThatDied(file: string): readonly string[] {
  const { testResults } = read<VitestResult>(file) ?? noTests;
  const wrong = testResults.filter(({ status }) => status === 'failed');
  const died = wrong.filter(
    ({ message, assertionResults }) =>
      !message &&
      assertionResults.some((test) => test.status === 'pending') &&
      !assertionResults.some((test) => test.status === 'failed'),
  );
  return died.length === wrong.length ? died.map(({ name }) => name) : [];
}

/** The result of `file` without the tests of `files`, all of which are tried again. */
export function tallyWithout(file: string, files: readonly string[]): Tally {
  const tests = (read<VitestResult>(file) ?? noTests).testResults
    .filter(({ name }) => !files.includes(name))
    .flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  return { passed, failed: 0, skipped: tests.length - passed };
}

/** Playwright's JSON result; a test that passed on a second try only counts as failed. */
export function playwrightTally(file: string, exitCode: number): Tally {
  const stats: PlaywrightStats = read<{ stats: PlaywrightStats }>(file)?.stats ?? nothingRun;
  return atLeastOneFailed(exitCode, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  });
}

export const addTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((sum, each) => ({
    passed: sum.passed + each.passed,
    failed: sum.failed + each.failed,
    skipped: sum.skipped + each.skipped,
  }));

export const summaryLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** A runner that ends badly without naming a test (no result file, an error outside any test) failed once. */
const atLeastOneFailed = (exitCode: number, tally: Tally): Tally =>
  exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;

const read = <T>(file: string): T | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;

interface VitestResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}
const noTests: VitestResult = {
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
};

interface PlaywrightStats {
  readonly expected: number;
  readonly unexpected: number;
  readonly flaky: number;
  readonly skipped: number;
}
const nothingRun: PlaywrightStats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
