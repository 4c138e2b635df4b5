import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { drawPlan } from '../../../build/chaos/simulate/plan.ts';
import { type SimulationReport, Tally } from '../../../build/chaos/simulate/report.ts';
import { simulateRun } from '../../../build/chaos/simulate/run.ts';
import { memoryFolder } from '../../../build/chaos/simulate/scratch.ts';

/** Seed of the runs that are part of every test run. */
export const testSeed = 8;

/** Simulates those runs one after the other. */
export async function simulated(indices: readonly number[], seed = testSeed): Promise<SimulationReport> {
  const scratch = mkdtempSync(join(memoryFolder(), 'isotherm-chaos-test-'));
  const tally = new Tally();
  try {
    for (const index of indices) tally.add(await simulateRun(drawPlan(seed, index), { scratch }));
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
  }
  return tally.report(seed, 0);
}

export const upTo = (count: number, of: number, at: number): number[] =>
  Array.from({ length: count }, (_, index) => index).filter((index) => index % of === at);
