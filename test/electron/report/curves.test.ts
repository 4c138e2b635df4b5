import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CurveFold } from '../../../electron/report/curves.ts';

const fold = (values: readonly (number | null)[], stepMs = 100) => {
  const curves = new CurveFold(1);
  for (const [index, value] of values.entries()) curves.add(index * stepMs, [value]);
  const folded = curves.finish();
  const [signal] = folded.signals;
  if (signal === undefined) throw new Error('no signal');
  return { ...folded, ...signal };
};

describe('folding curves', () => {
  it('keeps the lowest and highest of a long run to the last sample', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 20, max: 50, noNaN: true }), { minLength: 1, maxLength: 6000 }),
        (values) => {
          const { low, high, columns } = fold(values);
          expect(columns).toBeLessThanOrEqual(1400);
          expect(Math.min(...low.filter((value) => !Number.isNaN(value)))).toBe(Math.min(...values));
          expect(Math.max(...high.filter((value) => !Number.isNaN(value)))).toBe(Math.max(...values));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('puts each sample into the column of its time', () => {
    const values = Array.from({ length: 5000 }, (_, index) => index);
    const { low, high, columnSeconds } = fold(values);
    const samplesPerColumn = columnSeconds * 10;
    expect([low[3], high[3]]).toEqual([3 * samplesPerColumn, 4 * samplesPerColumn - 1]);
  });

  it('leaves columns without a value empty and breaks the line after them', () => {
    const values = [42, 42, null, null, null, null, null, null, 42, 42];
    const { low, broken } = fold(values);
    expect(low[4]).toBeNaN();
    expect([broken[1], broken[8], broken[9]]).toEqual([0, 1, 0]);
  });

  it('remembers a break inside a column that has grown', () => {
    const values = Array.from({ length: 3000 }, (_, index) => (index > 1000 && index < 1010 ? null : 42));
    const { broken, columnSeconds } = fold(values);
    expect(broken[Math.floor(1010 / (columnSeconds * 10))]).toBe(1);
  });
});
