import { expect, it } from 'vitest';
import { simulated, upTo } from './runs.ts';

/** Half of the runs: the other half goes on beside it, in a process of its own. */
it('of 200 simulated runs none breaks a promise, half 2', { timeout: 600_000 }, async () => {
  const report = await simulated(upTo(200, 2, 1));
  expect(report.failures).toEqual([]);
  expect(report.unchecked).toEqual([]);
  expect(report.json.lost).toBe(0);
  expect(report.runsWithoutFault).toBe(0);
});
