import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RunningStatistics } from '../../../electron/domain/statistics.ts';

const of = (values: readonly number[]): RunningStatistics => {
  const statistics = new RunningStatistics();
  for (const value of values) statistics.add(value);
  return statistics;
};

describe('statistics of a stream', () => {
  it('of nothing are missing, not 0', () => {
    const { count, mean, sd, min, max } = of([]);
    expect([count, mean, sd, min, max]).toEqual([0, null, null, null, null]);
  });

  it('of one value have no spread', () => {
    const { mean, sd, min, max } = of([42.5]);
    expect([mean, sd, min, max]).toEqual([42.5, 0, 42.5, 42.5]);
  });

  it('are those of all values at once', () => {
    const value = fc.double({ min: 20, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 300 }), (values) => {
        const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
        const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1));
        const running = of(values);
        expect(running.mean).toBeCloseTo(mean, 9);
        expect(running.sd).toBeCloseTo(sd, 6);
        expect([running.min, running.max]).toEqual([Math.min(...values), Math.max(...values)]);
      }),
    );
  });
});
