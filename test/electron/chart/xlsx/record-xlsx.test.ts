import { describe, expect, it } from 'vitest';
import { recordXlsx } from '../../../../electron/chart/xlsx/record-xlsx.ts';
import { workbook } from '../../../../electron/chart/xlsx/workbook.ts';
import type { Reading } from '../../../../electron/domain/reading.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import { addenda, chartHeader, chartRecord } from '../chart-record.ts';
import { readByPython } from '../read-by-python.ts';
import { at, expectedSheets } from './expected-sheets.ts';
import { expectedSummary } from './expected-summary.ts';

interface ReadSheet {
  readonly name: string;
  readonly frozen: string;
  readonly boldHead: boolean;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly unknown[])[];
}

/** What openpyxl finds in a workbook. */
const read = (bytes: Uint8Array) => readByPython<ReadSheet[]>('xlsx/read_workbook.py', bytes);

const source = syntheticSource({ addenda, status: 'final' }, chartRecord());
const sheets = read(recordXlsx(source));
const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows;

describe('record.xlsx, read by openpyxl', () => {
  it('has a sheet for each table, its head in bold, always in sight, and columns wide enough to read', () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      'Summary',
      ...Object.keys(expectedSheets),
      'Samples 1 s',
    ]);
    for (const { name, frozen, boldHead, widths } of sheets) {
      expect([frozen, boldHead], name).toEqual(['A2', true]);
      expect(Math.min(...widths), name).toBeGreaterThan(10);
    }
  });

  it('has every figure of the summary as a number beside its unit', () => {
    const rows = Object.entries(expectedSummary).flatMap(([part, items]) =>
      items.map(([item, value, unit = null]) => [part, item, value, unit]),
    );
    expect(rowsOf('Summary')).toEqual([['Part', 'Item', 'Value', 'Unit'], ...rows]);
  });

  it.each(Object.keys(expectedSheets))('has every cell of %s', (name) => {
    expect(rowsOf(name)).toEqual(expectedSheets[name]);
  });

  it('has the first sample of every second, a gap without rows, and says why a cell is empty', () => {
    const value = ({ value }: Reading) => value;
    const seconds = new Set<number>();
    const first = [...chartRecord().samples()].filter(({ sessionMs }) => {
      const second = Math.trunc(sessionMs / 1000);
      return !seconds.has(second) && seconds.add(second);
    });
    const [head, ...rows] = rowsOf('Samples 1 s') ?? [];
    // 0 to 20, 25 to 60
    expect(rows).toHaveLength(21 + 36);
    expect(head?.slice(4, 8)).toEqual([
      'T1 inflow, °C',
      'T2 outflow, °C',
      'T3 upper cavity, °C',
      'T4 lower cavity, °C',
    ]);
    const never = 'Outflow, mL/min: not fitted; Cavity pressure, mmHg: not fitted';
    for (const [index, sample] of first.entries()) {
      const { sessionMs, probesCelsius, requested, inForce } = sample;
      const summer = sessionMs >= 30_000;
      const local = new Date(sample.wallMs + (summer ? 2 : 1) * 3_600_000).toISOString();
      const lost =
        sessionMs === 8000 ? '; Requested mode: nothing written to the rig; Mode in force: no telemetry' : '';
      const open = probesCelsius[2].value === null ? 'T3 upper cavity, °C: open circuit; ' : '';
      expect(rows[index], `${sessionMs} ms`).toEqual([
        sessionMs / 1000,
        at(local.replace('T', ' ').replace('Z', '')),
        summer ? '+02:00' : '+01:00',
        'Treatment',
        ...probesCelsius.map(value),
        ...[37, 42.5, 1500, null, 58, null, 1200, 9.6, 120, 3000.25],
        ...(requested === null ? [null, null, null, null] : ['Circulate', true, 44, 1500]),
        ...[inForce === null ? null : 'Circulate', null, sample.inBand, `${open}${never}${lost}`],
      ]);
    }
  });

  it('is in the language of the source', () => {
    const chinese = read(recordXlsx(syntheticSource({ language: 'zh' }, chartRecord('breaks off'))));
    expect(chinese.map(({ name }) => name).join('，')).toBe(
      '摘要，事件，报警，用药，生命体征与读数，手工记录的液体，灌注管与探头，后续补记，采样（每秒）',
    );
    for (const { name, rows } of chinese)
      for (const head of rows[0] ?? []) expect(head, name).toMatch(/[㐀-鿿]|^Fr$|^Id$/);
    const outcome = chinese[0]?.rows.find(([, item]) => item === '结果');
    expect(outcome?.[2]).toBe('已中断');
  });

  it('stands with nothing on record but its header', () => {
    const header = {
      ...chartHeader,
      timeZone: null,
      case: { ...chartHeader.case, drugs: [], catheters: [] },
    };
    const nothing = { header, events: [], samples: () => [], close() {} };
    const [summary, ...others] = read(recordXlsx(syntheticSource({ recordSha256: null }, nothing)));
    expect(summary?.rows.find(([, item]) => item === 'SHA-256 of the sealed record')?.[2]).toBe(null);
    expect(others.filter(({ rows }) => rows.length > 1).map(({ name }) => name)).toEqual([
      'Catheters and probes',
    ]);
  });

  it('is the same, byte for byte, when it is made again', () => {
    expect(Buffer.compare(recordXlsx(source), recordXlsx(source))).toBe(0);
  });
});

const hardCells = {
  formulas: [
    '=1+1',
    '+1',
    '-1',
    '@x',
    "'=1",
    '=HYPERLINK("x")',
    ' =1',
    '1e5',
    '007',
    'TRUE',
    '<&>"\'',
    ' a \t ',
  ],
  characters: ['𠮷\u{1f600}\u{10fffd}', 'a\u0000\u0007\u001bb', '\ud842x\udfb7', '\uffff', 'a\r\nb\rc\nd'],
  codes: ['_x0041_', '_x_'],
  long: [
    'a'.repeat(32_767),
    `${'a'.repeat(32_723)}${'𠮷'.repeat(100)}`,
    `${'a'.repeat(32_724)}${'𠮷'.repeat(100)}`,
  ],
  numbers: [0, -0.001, 0.1 + 0.2, 1e21, 1e-7, -42.5],
  'no & <numbers>': [Number.NaN, Number.POSITIVE_INFINITY],
} as const;

describe('a cell', () => {
  const found = read(
    workbook(
      Object.entries(hardCells).map(([name, cells]) => ({
        name,
        columns: [{ head: 'x', width: 11 }],
        rows: cells.map((cell) => [cell]),
      })),
    ),
  );
  const cellsOf = (name: keyof typeof hardCells) =>
    found
      .find((sheet) => sheet.name === name)
      ?.rows.slice(1)
      .map(([cell]) => cell);

  it('that begins like a formula stays text', () => {
    expect(cellsOf('formulas')).toEqual(hardCells.formulas);
  });

  it('holds characters of every plane, and shows what a spreadsheet cannot hold', () => {
    expect(cellsOf('characters')).toEqual([
      '𠮷\u{1f600}\u{10fffd}',
      'a␀␇␛b',
      '\ufffdx\ufffd',
      '\ufffd',
      'a\nb\nc\nd',
    ]);
    // Excel reads `_x005F_` as `_`; openpyxl leaves it as it stands in the file.
    expect(cellsOf('codes')).toEqual(['_x005F_x0041_', '_x_']);
  });

  it('is cut where a spreadsheet would refuse it, between characters, and says so', () => {
    const [whole, ...cut] = cellsOf('long') as string[];
    expect(whole).toBe('a'.repeat(32_767));
    expect(cut.map((text) => text.length).sort()).toEqual([32_766, 32_767]);
    for (const text of cut) {
      expect(text).toMatch(/a𠮷* … \[cut: the whole text is in session\.json\]$/u);
      expect(text.isWellFormed()).toBe(true);
    }
  });

  it('is a number to the last digit, or empty where it is none', () => {
    expect(cellsOf('numbers')).toEqual(hardCells.numbers);
    expect(cellsOf('no & <numbers>')?.filter((cell) => cell !== null)).toEqual([]);
  });
});
