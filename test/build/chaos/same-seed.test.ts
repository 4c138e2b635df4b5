import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawPlan } from '../../../build/chaos/simulate/plan.ts';
import { type RunOptions, simulateRun } from '../../../build/chaos/simulate/run.ts';
import { memoryFolder } from '../../../build/chaos/simulate/scratch.ts';
import { inRoot } from '../../../build/root.ts';

const [seed, index] = [5, 4];

async function historyOf(options: Partial<RunOptions> = {}): Promise<string> {
  const scratch = mkdtempSync(join(memoryFolder(), 'isotherm-chaos-test-'));
  try {
    return (await simulateRun(drawPlan(seed, index), { scratch, ...options })).hash;
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
  }
}

it('the same seed gives the same history, also in another process', { timeout: 120_000 }, async () => {
  const told = execFileSync(
    process.execPath,
    [inRoot('build/cli.ts'), 'chaos', 'simulate', '--replay', `${seed}:${index}`],
    { encoding: 'utf8' },
  );
  const here = await historyOf();
  expect(told).toContain(`history ${here}`);
  expect(await historyOf()).toBe(here);
});

it('promises have settled between two events: more turns change nothing', { timeout: 120_000 }, async () => {
  expect(await historyOf({ settleTurns: 100 })).toBe(await historyOf());
});

it('another seed gives another history', () => {
  expect(drawPlan(seed, index + 1)).not.toEqual(drawPlan(seed, index));
});
