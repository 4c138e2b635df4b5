import { describe, expect, it } from 'vitest';
import { CourseFold, courseEvery } from '../../../../electron/report/figures/course.ts';
import { sampleAt } from '../small-record.ts';

const minute = 60_000;
const foldOf = (...sessionMs: number[]) => {
  const fold = new CourseFold();
  for (const at of sessionMs) fold.add(sampleAt(at, { cavityVolumeMl: at }));
  return fold.finish();
};

describe('values in the course of a run', () => {
  it('are those of the first sample at or after each fifth minute, as they stood', () => {
    const rows = foldOf(5 * minute - 100, 5 * minute, 5 * minute + 100, 10 * minute + 300);
    expect(rows.map(({ sessionMs, sample }) => [sessionMs, sample?.cavityVolumeMl])).toEqual([
      [5 * minute, 5 * minute],
      [10 * minute, 10 * minute + 300],
    ]);
  });

  it('are none where no sample came within a second, and nothing is carried on', () => {
    const rows = foldOf(4 * minute, 12 * minute, 15 * minute);
    expect(rows.map(({ sessionMs, sample }) => [sessionMs, sample?.cavityVolumeMl ?? null])).toEqual([
      [5 * minute, null],
      [10 * minute, null],
      [15 * minute, 15 * minute],
    ]);
  });

  it('of a long treatment are every second of them', () => {
    const rows = foldOf(5 * minute, 10 * minute, 15 * minute, 20 * minute);
    expect(courseEvery(rows, 10).map(({ sessionMs }) => sessionMs / minute)).toEqual([10, 20]);
    expect(courseEvery(rows, 5)).toEqual(rows);
  });
});
