import { describe, expect, it } from 'vitest';
import { measured, missing } from '../../../electron/domain/reading.ts';
import { refusalOf } from '../../../electron/protocol/guards.ts';
import { asksForReturn, reservoirLostMl, returnShare } from '../../../electron/protocol/return-watch.ts';
import { type Bench, runIn } from './bench.ts';

const confirm = { type: 'confirm-return' } as const;
const notFitted = missing('not-fitted');

/** The level of the reservoir as it changes, mL/min, second by second. */
function level(bench: Bench, mlPerMin: number, seconds: number): void {
  for (let second = 0; second < seconds; second += 1) {
    bench.reservoirMl = measured((bench.reservoirMl.value ?? 0) + mlPerMin / 60);
    bench.seconds(1);
  }
}

describe('what comes back', () => {
  it('is told by the outflow meter, once the line has filled', () => {
    const bench = runIn('heat-up');
    bench.outflowMlPerMin = measured(1500);
    bench.seconds(5);
    expect(returnShare(bench.state)).toBeNull();
    bench.seconds(10);
    expect(returnShare(bench.state)).toBeCloseTo(1);
    bench.outflowMlPerMin = measured(300);
    bench.seconds(1);
    expect(returnShare(bench.state)).toBeCloseTo(0.2);
  });

  it('is told by the level of the reservoir where there is no meter', () => {
    const bench = runIn('heat-up');
    bench.reservoirMl = measured(2000);
    level(bench, 0, 15);
    expect(returnShare(bench.state)).toBeCloseTo(1);
    level(bench, -1500, 8);
    expect(returnShare(bench.state)).toBeCloseTo(0, 1);
    // 200 mL are gone, and the count, which takes what circulates to come back, knows of none.
    expect(reservoirLostMl(bench.state)).toBeCloseTo(200, -1);
  });

  it('is not told while nothing circulates, and begins anew after it', () => {
    const bench = runIn('treatment');
    bench.outflowMlPerMin = measured(0);
    bench.seconds(15);
    expect(returnShare(bench.state)).toBe(0);
    bench.act({ type: 'pause-flow' });
    bench.seconds(5);
    expect(returnShare(bench.state)).toBeNull();
  });

  it('what the count knows to be in the cavity is not lost by the reservoir', () => {
    const bench = runIn('heat-up');
    bench.reservoirMl = measured(2000);
    bench.outflowMlPerMin = measured(1500);
    level(bench, 0, 15);
    bench.outflowMlPerMin = measured(900);
    level(bench, -600, 30);
    expect(reservoirLostMl(bench.state)).toBeCloseTo(0, -1);
  });
});

describe('where nothing measures it', () => {
  const bare = (): Bench => {
    const bench = runIn('heat-up');
    bench.cavityPressureMmHg = notFitted;
    return bench;
  };

  it('somebody is asked again 20 s after circulation began, until they have seen it', () => {
    const bench = bare();
    bench.seconds(15);
    expect(asksForReturn(bench.state)).toBe(false);
    bench.seconds(8);
    expect(asksForReturn(bench.state)).toBe(true);
    expect(bench.act(confirm)).toEqual({ taken: true });
    bench.seconds(60);
    expect(asksForReturn(bench.state)).toBe(false);
    expect(refusalOf(bench.state, confirm)).toBe('nothing-to-resume');
  });

  it('and nobody is asked where something does', () => {
    for (const measures of ['outflow', 'level', 'pressure'] as const) {
      const bench = bare();
      if (measures === 'outflow') bench.outflowMlPerMin = measured(1500);
      if (measures === 'level') bench.reservoirMl = measured(2000);
      if (measures === 'pressure') bench.cavityPressureMmHg = measured(12);
      bench.seconds(60);
      expect([measures, asksForReturn(bench.state)]).toEqual([measures, false]);
      expect(refusalOf(bench.state, confirm)).toBe('nothing-to-resume');
    }
  });
});
