import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DocumentsJob, writeDocuments } from '../../../electron/program/documents.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { until } from '../record/journals.ts';

const golden = join(import.meta.dirname, '../record/golden/journal-1.sqlite');
let folder: string;
let clock: VirtualClock;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-documents-'));
  copyFileSync(golden, join(folder, 'journal.sqlite'));
  clock = new VirtualClock();
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

const job = (change: Partial<DocumentsJob> = {}): DocumentsJob => ({
  journalPath: join(folder, 'journal.sqlite'),
  known: { status: 'preliminary', addenda: [], recordSha256: null },
  makeChartFiles: async () => [],
  language: 'en',
  printPdf: async () => new TextEncoder().encode('%PDF-1.4'),
  fontSheets: [],
  clock,
  signal: new AbortController().signal,
  ...change,
});
const there = () => readdirSync(folder).sort();
const never = () => new Promise<Uint8Array>(() => {});
const dataIsThere = () =>
  until('data and summary', () => there().includes('samples.csv') && there().includes('summary.json'));

it('documents of a run are made beside its journal', async () => {
  expect(await writeDocuments(job())).toEqual({
    folder,
    report: join(folder, 'report.pdf'),
    samples: join(folder, 'samples.csv'),
    summary: join(folder, 'summary.json'),
    problem: null,
  });
  expect(clock.pending).toBe(0);
});

it('a PDF that never comes takes neither data nor summary with it, and can be made again', async () => {
  const making = writeDocuments(job({ printPdf: never }));
  await dataIsThere();
  await until('printing', () => clock.pending === 2);
  await clock.advance(60_000);
  expect(await making).toMatchObject({
    report: null,
    samples: join(folder, 'samples.csv'),
    summary: join(folder, 'summary.json'),
    problem:
      'report.pdf was not made: the printer did not answer within 60 s. ' +
      `Make it again with: npm start -- --report ${folder}`,
  });
  expect(await writeDocuments(job({ again: true }))).toMatchObject({
    report: join(folder, 'report.pdf'),
    samples: join(folder, 'samples.csv'),
    problem: null,
  });
});

it('called off they end at once, and say what is there', async () => {
  const stop = new AbortController();
  const making = writeDocuments(job({ printPdf: never, signal: stop.signal }));
  await dataIsThere();
  stop.abort(new Error('the program was left.'));
  expect(await making).toMatchObject({
    report: null,
    samples: join(folder, 'samples.csv'),
    problem: expect.stringMatching(/not written: the program was left\. The journal .* holds the whole run/),
  });
  expect(there()).toEqual(['journal.sqlite', 'samples.csv', 'summary.json']);
});
