import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearOf, gather, intoRows, spread, widthRem } from '../../../renderer/trend/placing.ts';

describe('a label at a line', () => {
  it('stands where no other line goes through its letters', () => {
    expect(clearOf([100, 140], [80, 120], 13)).toBe(100);
    expect(clearOf([100, 140], [95], 13)).toBe(140);
    expect(clearOf([100, 140], [95, 135], 13)).toBe(100);
  });
});

describe('labels in rows', () => {
  it('go to the next row when they would touch, and are left out when no row has room', () => {
    const labels = ['self-test', 'prime', 'preheat', 'fill'].map((text, n) => ({
      text,
      x: n * 20,
      width: 50,
    }));
    expect(intoRows(labels, 2, 500).map(({ text, row }) => [text, row])).toEqual([
      ['self-test', 0],
      ['prime', 1],
      ['fill', 0],
    ]);
  });

  it('never touch each other within a row', () => {
    const label = fc.record({
      text: fc.constant('x'),
      x: fc.nat(700),
      width: fc.integer({ min: 5, max: 90 }),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 30 }), (labels) => {
        const placed = intoRows(
          labels.sort((a, b) => a.x - b.x),
          2,
          740,
        );
        for (const row of [0, 1]) {
          const inRow = placed.filter((one) => one.row === row);
          for (const [n, one] of inRow.entries()) {
            const next = inRow[n + 1];
            if (next !== undefined) expect(one.x + one.width).toBeLessThan(next.x);
          }
        }
      }),
    );
  });
});

describe('spreading names of curves', () => {
  it('keeps their order, sets them apart and stays within the plot', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 320 }), { minLength: 1, maxLength: 8 }), (at) => {
        const placed = spread(at, 17, 0, 300);
        const sorted = [...placed].sort((a, b) => a - b);
        expect(sorted[0]).toBeGreaterThanOrEqual(0);
        expect(sorted.at(-1)).toBeLessThanOrEqual(300);
        for (const [n, one] of sorted.entries()) {
          const next = sorted[n + 1];
          if (next !== undefined) expect(next - one).toBeGreaterThan(17 - 1e-9);
        }
        for (const [n, one] of at.entries()) {
          for (const [m, other] of at.entries()) {
            if (one < other) expect(placed[n]).toBeLessThan(placed[m] as number);
          }
        }
      }),
    );
  });

  it('sets those at the very edge apart as well', () => {
    expect(spread([0, 0, 0, 0], 17, 0, 300)).toEqual([0, 17, 34, 51]);
  });

  it('leaves alone what has room, and moves what has not as little as it can', () => {
    expect(spread([200, 100, 104], 10, 0, 300)).toEqual([200, 97, 107]);
  });

  it('shares what room there is where it is too little', () => {
    expect(spread([5, 5, 5], 17, 0, 20)).toEqual([0, 10, 20]);
  });
});

describe('gathering marks', () => {
  it('puts those that would cover each other into one group', () => {
    expect(gather([{ x: 0 }, { x: 30 }, { x: 5 }], 20)).toEqual([[{ x: 0 }, { x: 5 }], [{ x: 30 }]]);
  });
});

it('a Chinese name takes about twice the room of as many Latin letters', () => {
  expect(widthRem('预热')).toBeGreaterThan(1.8 * widthRem('ab'));
  expect(widthRem('T1 进水')).toBeLessThan(widthRem('预充预热'));
});
