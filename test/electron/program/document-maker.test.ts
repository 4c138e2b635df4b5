import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RunFiles } from '../../../electron/contract/view.ts';
import { systemClock } from '../../../electron/domain/time.ts';
import { DocumentMaker } from '../../../electron/program/document-maker.ts';

const golden = join(import.meta.dirname, '../record/golden/journal-1.sqlite');
let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-maker-'));
  mkdirSync(join(folder, 'run'));
  mkdirSync(join(folder, 'hospital'));
  path = join(folder, 'run', 'journal.sqlite');
  copyFileSync(golden, path);
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

function maker(reportFolder: () => string) {
  const said: string[] = [];
  const documents = new DocumentMaker({
    around: {
      say: (line) => void said.push(line),
      printPdf: async () => new TextEncoder().encode('%PDF-1.4'),
      fontSheets: [],
      clock: systemClock,
    },
    language: () => 'en',
    reportFolder,
  });
  return { documents, said };
}
const documents = ['report.pdf', 'samples.csv', 'summary.json'];

it('documents of a run are copied where the site wanted them as it ended; they are shown before that', async () => {
  let wanted = join(folder, 'hospital');
  const { documents: made } = maker(() => wanted);
  const shown: RunFiles[] = [];
  const making = made.of(path, null, {
    runId: 'run-1',
    outcome: 'completed',
    onMade: (files) => {
      shown.push(files);
      expect(readdirSync(join(folder, 'hospital'))).not.toContain('run-1');
    },
  });
  wanted = join(folder, 'elsewhere');
  const files = await making;
  expect(files).toMatchObject({ folder: join(folder, 'run'), problem: null });
  expect(shown).toEqual([files]);
  expect(readdirSync(join(folder, 'hospital', 'run-1')).sort()).toEqual(documents);
});

it('what stands in the way of the copy is told, and the folder of the run keeps everything', async () => {
  const { documents: made, said } = maker(() => join(folder, 'gone'));
  const files = await made.of(path, null, { runId: 'run-1', outcome: 'completed' });
  expect(files.problem).toMatch(/were not copied to .*gone.*run-1: the folder is not there\. They are in /);
  expect(files.report).toBe(join(folder, 'run', 'report.pdf'));
  expect(said.at(-1)).toBe(files.problem);
  expect(readdirSync(join(folder, 'run'))).toEqual(expect.arrayContaining(documents));
});

it('a rescue, and a site without a folder, are copied nowhere', async () => {
  await maker(() => join(folder, 'hospital')).documents.of(path, null);
  await maker(() => '').documents.of(path, null, { runId: 'run-1', outcome: 'completed' });
  expect(readdirSync(join(folder, 'hospital'))).toEqual([]);
});
