import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curvePath, type Plot, spread, tickMinutes } from '../../../../electron/report/charts/plot.ts';
import { CurveFold } from '../../../../electron/report/curves.ts';

const plot: Plot = { left: 0, right: 100, top: 0, bottom: 100, seconds: 10, low: 40, high: 50 };
const pathOf = (values: readonly (number | null)[]): string => {
  const fold = new CurveFold(1);
  for (const [index, value] of values.entries()) fold.add(index * 100, [value]);
  const { signals, columnSeconds } = fold.finish();
  const [curve] = signals;
  return curve === undefined ? '' : curvePath(curve, columnSeconds, plot);
};
const strokes = (path: string): number => path.split('M').length - 1;

describe('a curve on paper', () => {
  it('is one stroke while values come, and lifts the pen where they are missing', () => {
    const gap = Array.from({ length: 10 }, () => null);
    expect(strokes(pathOf([42, 42.1, 42.2, 42.3]))).toBe(1);
    expect(strokes(pathOf([42, 42, ...gap, 42, 42]))).toBe(2);
  });

  it('lifts the pen over samples that were never recorded', () => {
    const fold = new CurveFold(1);
    for (const at of [0, 100, 5000, 5100]) fold.add(at, [42]);
    const { signals, columnSeconds } = fold.finish();
    expect(signals[0] && strokes(curvePath(signals[0], columnSeconds, plot))).toBe(2);
  });

  it('shows a single value between two gaps', () => {
    const gap = Array.from({ length: 10 }, () => null);
    expect(pathOf([...gap, 45, ...gap])).toMatch(/^M\S+ 50\.0L\S+ 50\.0$/);
  });

  it('reaches the lowest and the highest value of a column', () => {
    const fold = new CurveFold(1);
    for (const value of [41, 49, 45]) fold.add(0, [value]);
    const { signals, columnSeconds } = fold.finish();
    const path = signals[0] ? curvePath(signals[0], columnSeconds, plot) : '';
    expect(path).toContain(' 90.0');
    expect(path).toContain(' 10.0');
  });
});

describe('labels at the end of curves', () => {
  it('never touch and stay between the edges as long as there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 5 }), (wanted) => {
        const placed = spread(wanted, 9, 0, 100).toSorted((a, b) => a - b);
        for (const [index, at] of placed.entries()) {
          expect(at).toBeGreaterThanOrEqual(-1e-9);
          expect(at).toBeLessThanOrEqual(100 + 1e-9);
          if (index > 0) expect(at - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(9 - 1e-9);
        }
      }),
    );
  });
});

describe('the time axis', () => {
  it('has at most a dozen steps, whatever the run lasted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 24 * 3600 }), (seconds) => {
        expect(seconds / 60 / tickMinutes(seconds)).toBeLessThanOrEqual(12);
      }),
    );
  });
});
