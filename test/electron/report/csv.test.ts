import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interlockBit } from '../../../electron/domain/circuit.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import { sampleLines } from '../../../electron/report/csv.ts';
import { command, header, sampleAt } from './small-record.ts';

/** RFC 4180, by the letter: rows end in CR LF, quoted cells may hold anything. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const lines = sampleLines(header);
const rowOf = (sample: ReturnType<typeof sampleAt>): Record<string, string> => {
  const [names = [], cells = []] = parse(lines.head + lines.line(sample));
  expect(cells).toHaveLength(names.length);
  return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
};

describe('samples.csv', () => {
  it('names site and unit in its head', () => {
    expect(lines.head).toMatch(/^session_seconds,wall_time_utc,phase,t1_inflow_celsius,/);
    expect(lines.head).toContain(',t3_cavity_upper_celsius,');
    expect(lines.head.endsWith('\r\n')).toBe(true);
  });

  it('keeps measured, requested and in force apart', () => {
    const sample = sampleAt(1500);
    const row = rowOf({ ...sample, inForce: { ...command, mode: 'bypass', heaterEnable: false } });
    expect([row.requested_mode, row.requested_heater_enable]).toEqual(['circulate', '1']);
    expect([row.in_force_mode, row.in_force_heater_enable]).toEqual(['bypass', '0']);
    expect(row.flow_ml_per_min).toBe('1500');
    expect(row.session_seconds).toBe('1.5');
    expect(row.wall_time_utc).toBe('2026-03-02T08:12:41.500Z');
  });

  it('leaves a missing cell empty and says why', () => {
    const row = rowOf(
      sampleAt(100, {
        probesCelsius: [measured(44), measured(42), missing('open'), measured(42.5)],
        flowMlPerMin: missing('no-value'),
        inForce: null,
        interlockBits: null,
      }),
    );
    expect([row.t3_cavity_upper_celsius, row.flow_ml_per_min, row.in_force_mode, row.interlocks]).toEqual([
      '',
      '',
      '',
      '',
    ]);
    expect(row.missing?.split(' ')).toEqual([
      't3_cavity_upper_celsius=open',
      'flow_ml_per_min=no-value',
      'outflow_ml_per_min=not-fitted',
      'cavity_pressure_mmhg=not-fitted',
      'in_force=no-telemetry',
    ]);
  });

  it('leaves the request empty where nothing was written, and says so', () => {
    const row = rowOf(sampleAt(100, { requested: null }));
    const cells = Object.entries(row).filter(([name]) => name.startsWith('requested_'));
    expect(cells).toHaveLength(5);
    expect(new Set(cells.map(([, cell]) => cell))).toEqual(new Set(['']));
    expect(row.missing?.split(' ')).toContain('requested=nothing-written');
    expect(rowOf(sampleAt(100)).missing).not.toContain('requested');
  });

  it('names latched interlocks', () => {
    const bits = interlockBit('cover-open') | interlockBit('on-battery');
    expect(rowOf(sampleAt(100, { interlockBits: bits })).interlocks).toBe('cover-open on-battery');
  });

  it('gives every reading back to a thousandth', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40_000, max: 65_000 }),
        fc.integer({ min: 0, max: 6000 }),
        (milli, flow) => {
          const row = rowOf(
            sampleAt(100, { controlCelsius: measured(milli / 1000), flowMlPerMin: measured(flow) }),
          );
          expect(Number(row.control_celsius)).toBe(milli / 1000);
          expect(Number(row.flow_ml_per_min)).toBe(flow);
        },
      ),
    );
  });
});
