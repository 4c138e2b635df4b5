import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  addTallies,
  filesThatDied,
  playwrightTally,
  summaryLine,
  tallyWithout,
  vitestTally,
} from '../../build/tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'isotherm-tally-'));
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 10 }));
function resultFile(result: unknown): string {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(result));
  return file;
}
const vitestResult = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
};
const playwrightResult = { stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 } };

describe('the last line of a test run', () => {
  test('sums the runners up', () => {
    const tallies = [
      vitestTally(resultFile(vitestResult), 0),
      playwrightTally(resultFile(playwrightResult), 0),
      { passed: 3, failed: 0, skipped: 0 },
    ];
    expect(summaryLine(addTallies(tallies))).toBe('12 passed, 0 failed');
  });

  test('names skipped tests only where there are any', () => {
    expect(summaryLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped');
  });
});

describe('what a runner does not list as a failed test is a failure all the same', () => {
  test('a file that could not be loaded or set up', () => {
    const broken = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'skipped' }] },
    ];
    expect(vitestTally(resultFile({ ...vitestResult, testResults: broken }), 1)).toMatchObject({ failed: 2 });
  });

  test('a runner that left no result', () => {
    expect(vitestTally(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(playwrightTally(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('an error outside any test', () => {
    expect(vitestTally(resultFile(vitestResult), 1)).toMatchObject({ passed: 5, failed: 1 });
  });

  test('a test that passed on its second try only', () => {
    const flaky = { stats: { ...playwrightResult.stats, flaky: 1 } };
    expect(playwrightTally(resultFile(flaky), 0)).toMatchObject({ failed: 1 });
  });
});

describe('a file whose process died', () => {
  const good = {
    name: 'good',
    status: 'passed',
    assertionResults: [{ status: 'passed' }, { status: 'skipped' }],
  };
  const died = {
    name: 'died',
    status: 'failed',
    assertionResults: [{ status: 'passed' }, { status: 'pending' }],
  };
  const file = (...testResults: unknown[]) => resultFile({ ...vitestResult, testResults });

  test('is named, and the rest counted without it', () => {
    expect(filesThatDied(file(good, died))).toEqual(['died']);
    expect(tallyWithout(file(good, died), ['died'])).toEqual({ passed: 1, failed: 0, skipped: 1 });
  });

  test('is nothing to try again where anything else failed', () => {
    const failed = { ...died, assertionResults: [{ status: 'failed' }, { status: 'pending' }] };
    const notLoaded = { ...died, message: 'no such module', assertionResults: [] };
    expect(filesThatDied(file(died, failed))).toEqual([]);
    expect(filesThatDied(file(died, notLoaded))).toEqual([]);
    expect(filesThatDied(file(good))).toEqual([]);
    expect(filesThatDied(join(folder, 'none.json'))).toEqual([]);
  });
});
