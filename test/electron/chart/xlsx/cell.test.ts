import { describe, expect, it } from 'vitest';
import { wallCells } from '../../../../electron/chart/xlsx/cell.ts';
import { wallTime } from '../../../../electron/report/wall-time.ts';

const shown = (wallMs: number, timeZone: Parameters<typeof wallTime>[0]['timeZone']) => {
  const [local, offset] = wallCells(wallTime({ startedWallMs: Date.UTC(2026, 9, 24, 20), timeZone }), wallMs);
  return [local && new Date(local.localMs).toISOString().slice(0, 23), offset];
};
const berlin = { name: 'Europe/Berlin', offsetMinutes: 120 };

describe('a time of day in two cells', () => {
  it('is of the next day after midnight', () => {
    expect(shown(Date.UTC(2026, 9, 24, 21, 59, 59, 900), berlin)).toEqual([
      '2026-10-24T23:59:59.900',
      '+02:00',
    ]);
    expect(shown(Date.UTC(2026, 9, 24, 22, 0, 0, 100), berlin)).toEqual([
      '2026-10-25T00:00:00.100',
      '+02:00',
    ]);
  });

  it('is told apart by its offset in the hour that comes twice', () => {
    expect(shown(Date.UTC(2026, 9, 25, 0, 30), berlin)).toEqual(['2026-10-25T02:30:00.000', '+02:00']);
    expect(shown(Date.UTC(2026, 9, 25, 1, 30), berlin)).toEqual(['2026-10-25T02:30:00.000', '+01:00']);
  });

  it('has offsets of less than an hour, and is UTC where the record says no zone', () => {
    const kathmandu = { name: null, offsetMinutes: 345 };
    expect(shown(Date.UTC(2026, 9, 25, 0, 30), kathmandu)).toEqual(['2026-10-25T06:15:00.000', '+05:45']);
    expect(shown(Date.UTC(2026, 9, 25, 0, 30), null)).toEqual(['2026-10-25T00:30:00.000', '+00:00']);
  });

  it('is empty where a clock showed no time', () => {
    expect(shown(-1, berlin)).toEqual([null, null]);
    expect(shown(Number.NaN, berlin)).toEqual([null, null]);
  });
});
