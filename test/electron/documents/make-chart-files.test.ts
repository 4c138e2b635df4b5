import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChartJob, makeChartFiles } from '../../../electron/documents/make-chart-files.ts';

const golden = join(import.meta.dirname, '../record/golden/journal-7.sqlite');
const names = [
  'record.vital',
  'record.xlsx',
  'redcap.csv',
  'report.dcm',
  'report.fhir.json',
  'report.hl7',
  'session.json',
];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-chart-files-'));
  cpSync(golden, join(folder, 'journal.sqlite'));
  writeFileSync(join(folder, 'report.pdf'), '%PDF-1.4 printed');
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

const job = (change: Partial<ChartJob> = {}): ChartJob => ({
  journalPath: join(folder, 'journal.sqlite'),
  folder,
  known: { language: 'en', status: 'preliminary', addenda: [], recordSha256: 'ab'.repeat(32) },
  settingsFolder: folder,
  ...change,
});
const made = (within = folder) => readdirSync(within).filter((name) => names.includes(name));
const bytes = (within = folder) => made(within).map((name) => readFileSync(join(within, name), 'latin1'));

describe('files of the chart', () => {
  it('are made beside the report, and with the same bytes elsewhere', async () => {
    expect((await makeChartFiles(job())).missing).toEqual([]);
    expect(made()).toEqual(names);
    const other = join(folder, 'other');
    mkdirSync(other);
    cpSync(join(folder, 'report.pdf'), join(other, 'report.pdf'));
    expect((await makeChartFiles(job({ folder: other }))).missing).toEqual([]);
    expect(bytes(other)).toEqual(bytes());
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('that are there stay; only what is missing is made', async () => {
    writeFileSync(join(folder, 'report.hl7'), 'as it was');
    expect((await makeChartFiles(job())).missing).toEqual([]);
    expect(readFileSync(join(folder, 'report.hl7'), 'utf8')).toBe('as it was');
    expect(made()).toEqual(names);
  });

  it('cost each other nothing: what has no report to hold, or a setting that is wrong, is named', async () => {
    rmSync(join(folder, 'report.pdf'));
    writeFileSync(join(folder, 'hl7.json'), '{"charset":"latin"}');
    writeFileSync(join(folder, 'code-mapping.json'), '[');
    expect((await makeChartFiles(job())).missing).toEqual([
      {
        name: 'report.fhir.json',
        why: expect.stringMatching(/code-mapping\.json cannot be used: it is no JSON/),
      },
      { name: 'report.hl7', why: expect.stringMatching(/hl7\.json cannot be used: charset: /) },
      { name: 'report.dcm', why: 'there is no report.pdf to put into it' },
    ]);
    expect(made()).toEqual(['record.vital', 'record.xlsx', 'redcap.csv', 'session.json']);
  });

  it('are as the hospital wants them', async () => {
    writeFileSync(join(folder, 'hl7.json'), '{"charset":"8859/1","receivingApplication":"ENGINE"}');
    expect((await makeChartFiles(job())).missing).toEqual([]);
    const [head] = readFileSync(join(folder, 'report.hl7'), 'latin1').split('\r');
    expect(head).toMatch(/\|ENGINE\|.*\|8859\/1$/);
  });

  it('say what a receiver may not have room for', async () => {
    writeFileSync(join(folder, 'report.pdf'), new Uint8Array(60_000));
    expect((await makeChartFiles(job())).notes).toContain(
      'report.hl7: OBX-5.5 has 80000 characters, HL7 v2.5.1 has room for 65536.',
    );
  });

  it('of a journal that cannot be read are none, and why is said', async () => {
    writeFileSync(join(folder, 'journal.sqlite'), 'no journal');
    await expect(makeChartFiles(job())).rejects.toThrow('journal.sqlite');
    expect(made()).toEqual([]);
  });
});
