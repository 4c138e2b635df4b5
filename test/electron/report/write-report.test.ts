import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/domain/time.ts';
import { summarySchema } from '../../../electron/report/summary.ts';
import { type ReportJob, type ReportProgress, writeReport } from '../../../electron/report/write-report.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { until } from '../record/journals.ts';
import { ended, phaseEvent, recordOf, samplesBetween } from './small-record.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-report-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

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
  clock: systemClock,
  signal: new AbortController().signal,
  ...change,
});

describe('writing the report', () => {
  it('leaves three whole files and nothing else', async () => {
    const files = await writeReport(job());
    expect(readdirSync(folder).sort()).toEqual(['report.pdf', 'samples.csv', 'summary.json']);
    expect(new Uint8Array(readFileSync(files.report ?? ''))).toEqual(pdf);
    expect(readFileSync(files.samples ?? '', 'utf8').split('\r\n')).toHaveLength(6000 + 2);
    expect(summarySchema.parse(JSON.parse(readFileSync(files.summary ?? '', 'utf8'))).samples).toBe(6000);
  });

  it('makes the folder, and tells how far it is', async () => {
    const told: ReportProgress[] = [];
    await writeReport(job({ folder: join(folder, 'a', 'b'), onProgress: (progress) => told.push(progress) }));
    expect(told.map(({ step, samples }) => `${step} ${samples}`)).toEqual([
      'reading 2000',
      'reading 4000',
      'reading 6000',
      'publishing 6000',
      'printing 6000',
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

  it('takes nothing from a file that appears while it prints, and the others stand', async () => {
    const printPdf = async () => {
      writeFileSync(join(folder, 'report.pdf'), 'mine');
      return pdf;
    };
    const files = await writeReport(job({ printPdf }));
    expect(files).toMatchObject({
      report: null,
      missing: [{ name: 'report.pdf', why: expect.stringMatching(/report\.pdf exists already/) }],
    });
    expect(readdirSync(folder).sort()).toEqual(['report.pdf', 'samples.csv', 'summary.json']);
    expect(readFileSync(join(folder, 'report.pdf'), 'utf8')).toBe('mine');
  });

  it('can be called off while it reads', async () => {
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('called off'));
    await expect(writeReport(job({ onProgress, signal: stop.signal }))).rejects.toThrow('called off');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('loses neither data nor summary when printing fails, and says what is missing', async () => {
    const printPdf = () => Promise.reject(new Error('the printer window was closed'));
    const { report, missing } = await writeReport(job({ printPdf }));
    expect(report).toBeNull();
    expect(missing).toEqual([{ name: 'report.pdf', why: 'the printer window was closed' }]);
    expect(readdirSync(folder).sort()).toEqual(['samples.csv', 'summary.json']);
  });

  it('does not wait for ever for a printer that never answers', async () => {
    const clock = new VirtualClock();
    const writing = writeReport(job({ printPdf: () => new Promise(() => {}), clock }));
    await until('printing', () => readdirSync(folder).includes('summary.json') && clock.pending === 1);
    await clock.advance(60_000);
    expect((await writing).missing).toEqual([
      { name: 'report.pdf', why: 'the printer did not answer within 60 s' },
    ]);
    expect(readdirSync(folder).sort()).toEqual(['samples.csv', 'summary.json']);
  });

  it('can be called off while it prints; data and summary stand', async () => {
    const stop = new AbortController();
    const printPdf = () => {
      stop.abort(new Error('leaving'));
      return new Promise<Uint8Array>(() => {});
    };
    await expect(writeReport(job({ printPdf, signal: stop.signal }))).rejects.toThrow('leaving');
    expect(readdirSync(folder).sort()).toEqual(['samples.csv', 'summary.json']);
  });

  it('makes the PDF and the data of a record whose summary cannot be made', async () => {
    const odd = { ...record, header: { ...record.header, host: 'abacus' as 'electron' } };
    const { missing } = await writeReport(job({ record: odd }));
    expect(missing.map(({ name }) => name)).toEqual(['summary.json']);
    expect(readdirSync(folder).sort()).toEqual(['report.pdf', 'samples.csv']);
  });

  it('makes only what is asked for', async () => {
    writeFileSync(join(folder, 'samples.csv'), 'mine');
    const files = await writeReport(job({ asked: ['report', 'summary'] }));
    expect(files).toMatchObject({ samples: null, missing: [] });
    expect(readFileSync(join(folder, 'samples.csv'), 'utf8')).toBe('mine');
    expect(readdirSync(folder).sort()).toEqual(['report.pdf', 'samples.csv', 'summary.json']);
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
