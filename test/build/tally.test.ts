import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { addTallies, playwrightTally, summaryLine, vitestTally } from '../../build/tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'isotherm-tally-'));
afterAll(() => rmSync(folder, { recursive: true }));
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
