import { describe, expect, it } from 'vitest';
import type { KeptEvent } from '../../../../electron/domain/run-event.ts';
import { rowMinutes, vitalRows } from '../../../../electron/report/figures/vital-rows.ts';

const minute = 60_000;
const value = (of: string, atMinutes: number, what: number) => ({
  of,
  value: what,
  sessionMs: atMinutes * minute,
  wallMs: 0,
});
const noted = (atMinutes: number, wallMs: number): KeptEvent => ({
  seq: 1,
  sessionMs: atMinutes * minute,
  wallMs,
  event: { type: 'heat-released' },
});

describe('rows of vital signs', () => {
  it('are 5 minutes, and 10 where treatment lasted more than 60', () => {
    expect([null, 0, 3600, 3601].map(rowMinutes)).toEqual([5, 5, 5, 10]);
  });

  it('go from the first value to the last, empty ones too, with all values of each', () => {
    const rows = vitalRows(
      [value('pulse', 12, 70), value('pulse', 27.5, 80), value('pulse', 29.99, 82), value('pain', 25, 3)],
      5,
      [noted(0, 0)],
    );
    expect(
      rows.map(({ sessionMs, values }) => [
        sessionMs / minute,
        ...[...values].map(([of, found]) => [of, ...found.map((one) => one.value)]),
      ]),
    ).toEqual([[10, ['pulse', 70]], [15], [20], [25, ['pulse', 80, 82], ['pain', 3]]]);
  });

  it('begin by the clock as it stood then', () => {
    const hour = 3_600_000;
    const events = [noted(0, 0), noted(12, hour + 12 * minute)];
    const rows = vitalRows([value('pulse', 6, 70), value('pulse', 16, 70)], 5, events);
    expect(rows.map(({ wallMs }) => wallMs)).toEqual([5 * minute, 10 * minute, hour + 15 * minute]);
  });

  it('are none where nothing was recorded', () => {
    expect(vitalRows([], 5, [])).toEqual([]);
  });
});
