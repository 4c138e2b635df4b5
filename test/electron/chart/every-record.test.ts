import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../../../build/root.ts';
import { redcapRow } from '../../../electron/chart/redcap/redcap.ts';
import { sessionJson } from '../../../electron/chart/session/session-json.ts';
import { recordVital } from '../../../electron/chart/vital/record-vital.ts';
import { recordXlsx } from '../../../electron/chart/xlsx/record-xlsx.ts';
import { readRun } from '../../../electron/record/read-run.ts';
import type { RunRecord } from '../../../electron/record/run-record.ts';
import { syntheticSource } from '../../support/chart-source.ts';
import { harshRecord } from '../report/harsh-record.ts';
import { readByPython } from './read-by-python.ts';

const fits = new Ajv2020({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(inRoot('assets/chart/session.schema.json'), 'utf8')),
);
const dictionary = inRoot('assets/chart/redcap-dictionary.csv');

function kept(name: string): RunRecord {
  const read = readRun(inRoot('test/electron/record/golden', name));
  if (!read.ok) throw new Error(read.problem);
  return read.record;
}

/** All that it says, and the first minutes of its samples. */
function harshBegun(): RunRecord {
  const { record } = harshRecord();
  const samples = [...record.samples()].slice(0, 1000);
  return { ...record, samples: () => samples };
}

const records: readonly (readonly [string, () => RunRecord])[] = [
  ['a record with long words, every alarm and a date that is none', harshBegun],
  ...['journal-1b', 'journal-3', 'journal-7', 'open-7'].map(
    (name) => [`${name}, as a console wrote it`, () => kept(`${name}.sqlite`)] as const,
  ),
];

describe('the tables', () => {
  it.each(records)('of %s are each whole to its reader', (_, open) => {
    const record = open();
    const source = syntheticSource({ language: 'zh', recordSha256: null }, record);
    const samples = [...record.samples()].length;
    expect(samples).toBeGreaterThan(50);

    expect(fits(JSON.parse([...sessionJson(source)].join(''))), JSON.stringify(fits.errors)).toBe(true);
    const sheets = readByPython<{ name: string; rows: unknown[][] }[]>(
      'xlsx/read_workbook.py',
      recordXlsx(source),
    );
    expect(sheets.find(({ name }) => name === '事件')?.rows).toHaveLength(1 + record.events.length);
    const { tracks } = readByPython<{ tracks: Record<string, { records: { value: unknown[] }[] }> }>(
      'vital/read_vital.py',
      recordVital(source),
    );
    const values = tracks[1]?.records.map(({ value }) => value.length) ?? [];
    expect(values.reduce((sum, length) => sum + length, 0)).toBe(samples);
    const { wrong } = readByPython<{ wrong: string[] }>(
      'redcap/check_import.py',
      redcapRow(source),
      dictionary,
    );
    expect(wrong).toEqual([]);
    record.close();
  });
});
