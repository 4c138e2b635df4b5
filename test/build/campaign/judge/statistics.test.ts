import { describe, expect, test } from 'vitest';
import { median, notAbove, notBelow, shareOf } from '../../../../build/campaign/judge/statistics.ts';

const hundred = Array.from({ length: 100 }, (_, index) => index + 1);

describe('order statistics', () => {
  test('99 of 100 are not above the 99th', () => expect(notAbove(hundred, 0.99)).toBe(99));
  test('of three the worst 1 % is the worst', () => expect(notBelow([0.2, 1, 0.9], 0.99)).toBe(0.2));
  test('99 of 100 are not below the second', () => expect(notBelow(hundred, 0.99)).toBe(2));
  test('all are not above the largest', () => expect(notAbove([3, 1, 2], 1)).toBe(3));
  test('the median of an even number is between the two in the middle', () =>
    expect(median([4, 1, 3, 2])).toBe(2.5));
  test('nothing has no figure', () => {
    expect([median([]), notAbove([], 0.99), notBelow([], 0.99), shareOf([])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
