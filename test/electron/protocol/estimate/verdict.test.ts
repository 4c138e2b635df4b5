import { describe, expect, it } from 'vitest';
import {
  heaterLimits,
  isUnreachable,
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

  it('says unreachable only where it is clear, the clearer the earlier, and takes it back once it is not', () => {
    const reach = reachOf(spread(42.3));
    const said = (before: boolean, sds: number, seconds: number) =>
      isUnreachable(before, reach, reach.likely + sds * reach.sd, seconds);
    expect(said(false, 3, 60)).toBe(true);
    expect(said(false, 1, 60)).toBe(false);
    expect(said(false, 1, 360)).toBe(true);
    expect(said(false, 0.3, 600)).toBe(false);
    expect(said(true, 0.3, 600)).toBe(true);
    expect(said(true, -0.1, 600)).toBe(false);
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
