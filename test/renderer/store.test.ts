import { describe, expect, it } from 'vitest';
import type { TrendRow, TrendUpdate } from '../../electron/contract/view.ts';
import { withUpdate } from '../../renderer/store.ts';

const row = (seconds: number, t1 = 40): TrendRow => [seconds, t1, t1, t1, t1, t1, t1, t1, t1, 37, 37, 0];
const whole: TrendUpdate = { generation: 1, bucketSeconds: 1, from: 0, rows: [row(0), row(1)] };
const empty = { generation: -1, bucketSeconds: 1, rows: [] };

describe('the trend held by the screen', () => {
  it('replaces the rows from where an update begins and keeps the others as they are', () => {
    const held = withUpdate(empty, whole);
    const next = held && withUpdate(held, { ...whole, from: 1, rows: [row(1, 41), row(2)] });
    expect(next?.rows.map((one) => [one[0], one[1]])).toEqual([
      [0, 40],
      [1, 41],
      [2, 40],
    ]);
    expect(next?.rows[0]).toBe(held?.rows[0]);
  });

  it('starts over when an update begins at its first row', () => {
    expect(withUpdate({ ...whole }, { generation: 2, bucketSeconds: 2, from: 0, rows: [row(0)] })).toEqual({
      generation: 2,
      bucketSeconds: 2,
      rows: [row(0)],
    });
  });

  it('does not take an update that does not follow on', () => {
    expect(withUpdate({ ...whole }, { ...whole, from: 5, rows: [row(5)] })).toBeNull();
    expect(withUpdate({ ...whole }, { ...whole, generation: 2, from: 1, rows: [row(1)] })).toBeNull();
  });
});
