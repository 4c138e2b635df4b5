import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyMl, overPlanMl, retainedAskMl } from '../../../electron/domain/volume-scale.ts';

describe('a rule of volume', () => {
  // Worked by hand: a thirtieth, a tenth and a sixth of the fill, with their floors and no more than 100, 500 and 500 mL.
  it.each([
    [50, 5, 8, 10],
    [80, 5, 8, 13.3],
    [400, 13.3, 40, 66.7],
    [1500, 50, 150, 250],
    [3000, 100, 300, 500],
    [6000, 100, 500, 500],
  ])('of a fill of %f mL: empty %f, asked about %f, over plan %f mL', (fillMl, empty, asked, over) => {
    expect(emptyMl(fillMl)).toBeCloseTo(empty, 1);
    expect(retainedAskMl(fillMl)).toBeCloseTo(asked, 1);
    expect(overPlanMl(500, fillMl)).toBeCloseTo(over, 1);
  });

  it('never calls a tenth of any fill empty, nor leaves a tenth of it unasked, from a bladder on', () => {
    fc.assert(
      fc.property(fc.double({ min: 80, max: 8000, noNaN: true }), (fillMl) => {
        expect(emptyMl(fillMl)).toBeLessThanOrEqual(0.1 * fillMl);
        expect(retainedAskMl(fillMl)).toBeLessThanOrEqual(0.1 * fillMl);
        expect(emptyMl(fillMl)).toBeLessThan(retainedAskMl(fillMl));
      }),
    );
  });
});
