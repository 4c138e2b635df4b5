import { describe, expect, it } from 'vitest';
import {
  heaterLimits,
  judgeReach,
  noVerdict,
  reachOf,
  timeOf,
} from '../../../../electron/protocol/estimate/verdict.ts';

const of = (reachCelsius: readonly number[], secondsToBand: readonly number[] = []) => ({
  reachCelsius,
  secondsToBand,
  inflowCelsius: 45,
});
const spread = (middle: number) => of([-2, -1, 0, 1, 2].map((k) => middle + 0.1 * k));

describe('the verdict', () => {
  it('gives the likely reach and the bounds 9 in 10 stay within', () => {
    const { likely, low, high } = reachOf(spread(42));
    expect(likely).toBeCloseTo(42);
    expect(high - likely).toBeCloseTo(likely - low);
    expect(high - likely).toBeGreaterThan(0.2);
  });

  describe('of the reach', () => {
    const reach = reachOf(spread(42.3));
    const at = (sds: number, seconds: number, flowChanged = false) => ({
      targetCelsius: reach.likely + sds * reach.sd,
      heatUpSeconds: seconds,
      nowMs: seconds * 1000,
      flowChanged,
    });
    const confirmed = (sds: number, seconds: number) =>
      judgeReach(judgeReach(noVerdict, reach, at(sds, seconds - 15)), reach, at(sds, seconds)).unreachable;
    const said = { unreachable: true, shortSinceMs: 0 };

    it('says unreachable only where it is clear, the clearer the earlier', () => {
      expect(confirmed(3, 75)).toBe(true);
      expect(confirmed(1.4, 75)).toBe(false);
      expect(confirmed(1.4, 360)).toBe(true);
      expect(confirmed(1.1, 600)).toBe(false);
    });

    it('says nothing of a miss that no probe could tell', () => {
      const sure = { ...reach, sd: 0.01 };
      const miss = (kelvin: number, seconds: number) => ({
        ...at(0, seconds),
        targetCelsius: reach.likely + kelvin,
      });
      const told = (kelvin: number) =>
        judgeReach(judgeReach(noVerdict, sure, miss(kelvin, 600)), sure, miss(kelvin, 615)).unreachable;
      expect(told(0.19)).toBe(false);
      expect(told(0.21)).toBe(true);
    });

    it('is not said by one forecast alone, nor by two with a better one between them', () => {
      const once = judgeReach(noVerdict, reach, at(3, 600));
      expect(once).toEqual({ unreachable: false, shortSinceMs: 600_000 });
      expect(judgeReach(once, reach, at(3, 602)).unreachable).toBe(false);
      const better = judgeReach(once, reach, at(0.5, 615));
      expect(judgeReach(better, reach, at(3, 630)).unreachable).toBe(false);
      expect(judgeReach(once, reach, at(3, 615)).unreachable).toBe(true);
    });

    it('is taken back once the likely reach is at target', () => {
      expect(judgeReach(said, reach, at(0.3, 600)).unreachable).toBe(true);
      expect(judgeReach(said, reach, at(-0.1, 600)).unreachable).toBe(false);
    });

    it('stands after a change of flow only while it is as clear as anew', () => {
      expect(judgeReach(said, reach, at(0.3, 600, true)).unreachable).toBe(false);
      expect(judgeReach(said, reach, at(1.5, 600, true)).unreachable).toBe(true);
    });
  });

  it('gives the time as quantiles, open-ended where too few arrive', () => {
    expect(timeOf(of([], [50, 10, 40, 20, 30]), 3600)).toEqual({ likely: 30, low: 10, high: 50 });
    const few = timeOf(of([], [10, 20, 30, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]), 3600);
    expect(few).toEqual({ likely: 30, low: 10, high: null });
    expect(timeOf(of([], [Number.POSITIVE_INFINITY]), 3600).likely).toBe(3600);
  });

  it('blames the heater where the inflow stays below its ceiling', () => {
    expect(heaterLimits({ ...spread(42), inflowCelsius: 44.9 }, 45)).toBe(false);
    expect(heaterLimits({ ...spread(42), inflowCelsius: 44 }, 45)).toBe(true);
  });
});
