import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { summarySchema } from '../../../electron/report/summary.ts';
import { type ReportJob, type ReportProgress, writeReport } from '../../../electron/report/write-report.ts';
import { ended, phaseEvent, recordOf, samplesBetween } from './small-record.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-report-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const record = recordOf(samplesBetween(0, 600_000), [
  [0, phaseEvent('treatment')],
  [600_000, ended('completed')],
]);
const pdf = new TextEncoder().encode('%PDF-1.4 printed');
const job = (change: Partial<ReportJob> = {}): ReportJob => ({
  record,
  folder,
  language: 'en',
  printPdf: async () => pdf,
  fontSheets: [],
  onProgress: () => {},
  signal: new AbortController().signal,
  ...change,
});

describe('writing the report', () => {
  it('leaves three whole files and nothing else', async () => {
    const files = await writeReport(job());
    expect(readdirSync(folder).sort()).toEqual(['report.pdf', 'samples.csv', 'summary.json']);
    expect(new Uint8Array(readFileSync(files.report))).toEqual(pdf);
    expect(readFileSync(files.samples, 'utf8').split('\r\n')).toHaveLength(6000 + 2);
    expect(summarySchema.parse(JSON.parse(readFileSync(files.summary, 'utf8'))).samples).toBe(6000);
  });

  it('makes the folder, and tells how far it is', async () => {
    const told: ReportProgress[] = [];
    await writeReport(job({ folder: join(folder, 'a', 'b'), onProgress: (progress) => told.push(progress) }));
    expect(told.map(({ step, samples }) => `${step} ${samples}`)).toEqual([
      'reading 2000',
      'reading 4000',
      'reading 6000',
      'printing 6000',
      'publishing 6000',
    ]);
  });

  it('writes nothing over: it names the file and reads no sample', async () => {
    writeFileSync(join(folder, 'summary.json'), 'mine');
    const untouched = { ...record, samples: () => expect.unreachable('samples were read') };
    await expect(writeReport(job({ record: untouched }))).rejects.toThrow(
      /summary\.json exists already .* Choose/,
    );
    expect(readdirSync(folder)).toEqual(['summary.json']);
    expect(readFileSync(join(folder, 'summary.json'), 'utf8')).toBe('mine');
  });

  it('takes nothing from a file that appears while it prints, and leaves none of its own', async () => {
    const printPdf = async () => {
      writeFileSync(join(folder, 'report.pdf'), 'mine');
      return pdf;
    };
    await expect(writeReport(job({ printPdf }))).rejects.toThrow(/report\.pdf exists already/);
    expect(readdirSync(folder)).toEqual(['report.pdf']);
    expect(readFileSync(join(folder, 'report.pdf'), 'utf8')).toBe('mine');
  });

  it('can be called off while it reads', async () => {
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('called off'));
    await expect(writeReport(job({ onProgress, signal: stop.signal }))).rejects.toThrow('called off');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing behind when printing fails', async () => {
    const printPdf = () => Promise.reject(new Error('the printer window was closed'));
    await expect(writeReport(job({ printPdf }))).rejects.toThrow('the printer window was closed');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('hands the printer one document that fetches nothing and runs nothing', async () => {
    let document = '';
    const printPdf = async (html: string) => {
      document = html;
      return pdf;
    };
    await writeReport(job({ printPdf }));
    expect(document).not.toMatch(/<script|https?:|src=|href=/);
  });
});
