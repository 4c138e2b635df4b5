import { describe, expect, it } from 'vitest';
import { normalDraws } from '../../../../electron/protocol/estimate/draws.ts';

const count = 40;
const draws = normalDraws(12, count);
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

describe('draws that stand for a normal distribution', () => {
  it('have mean 0 and variance 1 in every dimension', () => {
    for (const column of draws) {
      expect(mean(column)).toBeCloseTo(0, 9);
      expect(mean(column.map((x) => x * x))).toBeCloseTo(1, 9);
    }
  });

  it('are uncorrelated, so that one property of a candidate says nothing of another', () => {
    for (const [i, a] of draws.entries()) {
      for (const b of draws.slice(0, i)) expect(mean(a.map((x, k) => x * (b[k] ?? 0)))).toBeCloseTo(0, 1);
    }
  });

  it('reach as far out as so many draws should', () => {
    for (const column of draws) {
      expect(Math.max(...column)).toBeGreaterThan(1.6);
      expect(Math.min(...column)).toBeLessThan(-1.6);
    }
  });

  it('are the same every time', () => {
    expect(normalDraws(12, count)).toEqual(draws);
  });
});
