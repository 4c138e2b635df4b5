import { describe, expect, it } from 'vitest';
import { measured, missing } from '../../../electron/domain/reading.ts';
import { coreOnTrend } from '../../../renderer/trend/core-on-trend.ts';
import { calmRun } from '../support/sample-run.ts';

const read = (seconds: number, celsius: number) => ({ kind: 'core' as const, seconds, celsius });

describe('the core on the trend', () => {
  it('is a curve where the rig has a probe for it, also while that gives nothing', () => {
    for (const [coreCelsius, byProbe] of [
      [measured(37.1), true],
      [missing('open'), true],
      [missing('not-fitted'), false],
    ] as const)
      expect(coreOnTrend({ ...calmRun, coreCelsius }).byProbe).toBe(byProbe);
  });

  it('is a point for each reading by hand; the newest stands while limits are held against it', () => {
    const run = {
      ...calmRun,
      marks: [...calmRun.marks, read(900, 37), read(1500, 37.4)],
      coreByHand: { celsius: 37.4, secondsAgo: 1381, due: true },
    };
    expect(coreOnTrend({ ...run, coreJudged: 'hand' })).toEqual({
      byProbe: true,
      points: [read(900, 37), read(1500, 37.4)],
      standsMinutes: 23,
    });
    expect(coreOnTrend({ ...run, coreJudged: 'probe' }).standsMinutes).toBeNull();
  });

  it('of a run taken up again is the last reading, which is all that is known', () => {
    const run = {
      ...calmRun,
      sessionSeconds: 2000.4,
      coreByHand: { celsius: 38, secondsAgo: 300, due: false },
    };
    expect(coreOnTrend(run).points).toEqual([read(1700, 38)]);
  });
});
