import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrendRow } from '../../../electron/contract/view.ts';
import { bucketsPerColumn, Columns, coreCurve, isGap } from '../../../renderer/trend/columns.ts';

const row = (seconds: number, t1: readonly [number, number] | null, gapBits = 0): TrendRow => [
  seconds,
  t1?.[0] ?? null,
  t1?.[1] ?? null,
  null,
  null,
  40,
  41,
  null,
  null,
  36.9,
  37.1,
  gapBits,
];

describe('folding rows into columns', () => {
  it('keeps the lowest and the highest of all rows of a column', () => {
    const columns = new Columns(0, 1, 3);
    columns.fold([row(0, [40, 41]), row(1, [39, 40]), row(2, [41, 43]), row(3, [42, 42])]);
    expect([columns.low[0], columns.high[0]]).toEqual([
      [39, 42],
      [43, 42],
    ]);
  });

  it('holds the core as a curve of its own', () => {
    const columns = new Columns(0, 1, 2);
    columns.fold([row(0, [40, 41]), row(1, [40, 41]), row(2, [40, 41], 0b10000)]);
    expect([columns.low[coreCurve]?.[0], columns.high[coreCurve]?.[0]]).toEqual([36.9, 37.1]);
    expect([isGap(columns, coreCurve, 0), isGap(columns, coreCurve, 1), isGap(columns, 0, 1)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('holds nothing where a row lost the probe, whatever else is in the column', () => {
    const columns = new Columns(0, 1, 3);
    columns.fold([row(0, [40, 41]), row(1, [40, 41], 0b0001), row(2, [40, 41])]);
    expect([isGap(columns, 0, 0), isGap(columns, 1, 0), isGap(columns, 2, 0)]).toEqual([true, true, false]);
  });

  it('holds nothing where rows are missing altogether', () => {
    const columns = new Columns(0, 1, 1);
    columns.fold([row(0, [40, 41]), row(4, [40, 41])]);
    expect([0, 1, 2, 3, 4].map((column) => isGap(columns, 0, column))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('says from which column on something changed', () => {
    const columns = new Columns(0, 1, 2);
    const before = [0, 1, 2, 3, 4].map((seconds) => row(seconds, [40, 41]));
    expect(columns.fold(before)).toBe(0);
    expect(columns.fold([...before.slice(0, 4), row(4, [40, 42]), row(5, [40, 41])])).toBe(2);
    expect(columns.fold(before)).toBe(2);
  });

  it('comes to the same however the rows arrive', () => {
    const values = fc.array(
      fc.option(fc.tuple(fc.float({ min: 20, max: 30 }), fc.float({ min: 30, max: 46 }))),
      {
        maxLength: 60,
      },
    );
    const cuts = fc.array(fc.nat(60), { maxLength: 6 });
    fc.assert(
      fc.property(values, cuts, fc.integer({ min: 1, max: 5 }), (all, at, width) => {
        const rows = all.map((value, seconds) => row(seconds, value as [number, number] | null));
        const once = new Columns(0, 1, width);
        once.fold(rows);
        const grown = new Columns(0, 1, width);
        for (const end of [...at.sort((a, b) => a - b), rows.length]) grown.fold(rows.slice(0, end));
        expect([grown.low, grown.high]).toEqual([once.low, once.high]);
      }),
    );
  });
});

describe('the width of a column', () => {
  it('is a whole number of buckets, at least a pixel', () => {
    expect([bucketsPerColumn(1, 0.4), bucketsPerColumn(1, 1), bucketsPerColumn(0.5, 1.2)]).toEqual([1, 1, 3]);
  });
});
