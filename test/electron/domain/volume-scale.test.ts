import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyMl, overPlanMl, retainedAskMl } from '../../../electron/domain/volume-scale.ts';

describe('a rule of volume', () => {
  // Worked by hand: a third of a tenth, a sixth, and 500 mL of 3 000, with their floors.
  it.each([
    [80, 5, 13.3, 13.3],
    [400, 13.3, 66.7, 66.7],
    [1500, 50, 250, 250],
    [3000, 100, 500, 500],
    [6000, 100, 500, 500],
  ])('of a fill of %f mL: empty %f, asked about %f, over plan %f mL', (fillMl, empty, asked, over) => {
    expect(emptyMl(fillMl)).toBeCloseTo(empty, 1);
    expect(retainedAskMl(fillMl)).toBeCloseTo(asked, 1);
    expect(overPlanMl(500, fillMl)).toBeCloseTo(over, 1);
  });

  it('never calls a tenth of any fill empty, nor a fifth of it drained unasked', () => {
    fc.assert(
      fc.property(fc.double({ min: 50, max: 8000, noNaN: true }), (fillMl) => {
        expect(emptyMl(fillMl)).toBeLessThanOrEqual(0.1 * fillMl);
        expect(retainedAskMl(fillMl)).toBeLessThanOrEqual(0.2 * fillMl);
        expect(emptyMl(fillMl)).toBeLessThan(retainedAskMl(fillMl));
      }),
    );
  });
});
