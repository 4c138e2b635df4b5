import { describe, expect, it } from 'vitest';
import type { Phase } from '../../../electron/domain/phase.ts';
import { measured } from '../../../electron/domain/reading.ts';
import { sampleLines } from '../../../electron/report/csv.ts';
import { beforeSummerTime, chartHeader, chartRecord } from '../chart/chart-record.ts';
import { readByPython } from '../chart/read-by-python.ts';
import { sampleAt } from './small-record.ts';

interface Read {
  readonly mark: boolean;
  readonly rows: readonly Readonly<Record<string, string>>[];
}
/** What Python's csv module finds. */
const read = (text: string, encoding: 'utf-8' | 'utf-8-sig') =>
  readByPython<Read>('read_csv.py', text, encoding);

const samples = [...chartRecord().samples()];
const made = (use: 'programs' | 'spreadsheets', of = samples): string => {
  const { head, line } = sampleLines(chartHeader, use);
  return head + of.map(line).join('');
};

describe('samples.csv for spreadsheets, read by Python', () => {
  const { mark, rows } = read(made('spreadsheets'), 'utf-8-sig');

  it('begins with a byte order mark; the one for programs has none', () => {
    expect(mark).toBe(true);
    const programs = read(made('programs'), 'utf-8');
    expect(programs.mark).toBe(false);
    expect(Object.keys(programs.rows[0] ?? {})[0]).toBe('session_seconds');
  });

  it('has local time without a zone and its offset beside it, over the change to summer time', () => {
    expect(rows).toHaveLength(samples.length);
    for (const [index, row] of rows.entries()) {
      const { sessionMs } = samples[index] ?? { sessionMs: -1 };
      const hours = sessionMs < 30_000 ? 1 : 2;
      const local = new Date(beforeSummerTime + sessionMs + hours * 3_600_000).toISOString();
      expect([row.session_seconds, row.local_time, row.utc_offset]).toEqual([
        String(sessionMs / 1000),
        local.replace('T', ' ').replace('Z', ''),
        `UTC+0${hours}:00`,
      ]);
    }
    expect(rows[0]).not.toHaveProperty('wall_time');
    expect(rows[0]).not.toHaveProperty('wall_time_utc');
  });

  it('has every other column as the one for programs', () => {
    const programs = read(made('programs'), 'utf-8').rows;
    for (const [index, row] of rows.entries()) {
      const { local_time, utc_offset, ...others } = row;
      const { wall_time, wall_time_utc, ...expected } = programs[index] ?? {};
      expect(others).toEqual(expected);
    }
  });

  it('has no text that a spreadsheet would reckon out, and leaves numbers below zero numbers', () => {
    const first = (text: string) =>
      read(
        made('spreadsheets', [sampleAt(100, { phase: text as Phase, controlCelsius: measured(-1.5) })]),
        'utf-8-sig',
      ).rows[0];
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("a,b")'])
      expect(first(text)?.phase).toBe(`'${text}`);
    expect(first('treatment')?.phase).toBe('treatment');
    expect(first('a=1')?.control_celsius).toBe('-1.5');
  });
});
