import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chartFiles } from '../../../electron/documents/chart-files.ts';
import { systemClock } from '../../../electron/domain/time.ts';
import { reportOnly } from '../../../electron/program/report-only.ts';
import { verifyJournal } from '../../../electron/record/verify.ts';
import { openWriter } from '../../../electron/record/writer.ts';
import { summarySchema } from '../../../electron/report/summary.ts';
import { emptyChartFiles } from '../../support/chart-files.ts';
import { header, sampleAt, sampleEntry } from '../record/example-run.ts';
import { openJournal, readJournal } from '../record/journals.ts';

const program = join(import.meta.dirname, '../record/journaling-program.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-lost-'));
});
const besideChartFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !chartFiles.some((one) => one.name === name))
    .sort();

afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

const pages: string[] = [];
const said: string[] = [];
const report = (language: 'en' | 'zh', to: string | null = null) => {
  pages.length = 0;
  said.length = 0;
  const print = async (html: string) => {
    pages.push(html);
    return new TextEncoder().encode('%PDF-1.4');
  };
  const say = (line: string): void => void said.push(line);
  return reportOnly({
    folder,
    to,
    language,
    printPdf: print,
    fontSheets: [],
    makeChartFiles: emptyChartFiles,
    say,
    clock: systemClock,
  });
};

/** A console that journals and is killed without a warning. */
async function lose(): Promise<void> {
  const child = spawn(process.execPath, [program, join(folder, 'journal.sqlite')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout }))
    if (Number(line) >= 20) child.kill('SIGKILL');
  if (child.signalCode === null) await once(child, 'exit');
}

it.each([
  ['en', 'The run was ended by the loss of the console at'],
  ['zh', '运行因此结束，并非由人员结束'],
] as const)(
  'a run whose console was killed gets its report, in %s, which says so and when',
  async (language, words) => {
    await lose();
    expect(existsSync(join(folder, 'journal.sqlite-wal'))).toBe(true);
    expect(await report(language), said.join()).toBe(0);
    expect(besideChartFiles(folder)).toEqual(['journal.sqlite', 'report.pdf', 'samples.csv', 'summary.json']);
    expect(pages[0]).toContain(words);
    const summary = summarySchema.parse(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')));
    const record = readJournal(join(folder, 'journal.sqlite'));
    expect(summary).toMatchObject({ outcome: 'interrupted', samples: [...record.samples()].length });
    record.close();

    expect(await report(language)).toBe(7);
    expect(said.join()).toMatch(/report\.pdf|samples\.csv|summary\.json/);
  },
);

it('what is there stays: only a document that is missing is made again', async () => {
  await lose();
  expect(await report('en')).toBe(0);
  const samples = statSync(join(folder, 'samples.csv')).mtimeMs;
  rmSync(join(folder, 'report.pdf'));
  expect(await report('en'), said.join()).toBe(0);
  expect(besideChartFiles(folder)).toEqual(['journal.sqlite', 'report.pdf', 'samples.csv', 'summary.json']);
  expect(statSync(join(folder, 'samples.csv')).mtimeMs).toBe(samples);
});

it('a run that is going on gets none: its journal is in use', async () => {
  const journal = await openJournal(join(folder, 'journal.sqlite'));
  expect(await report('en')).toBe(2);
  expect(said.join()).toMatch(/another program has it open .* its run may be going on/);
  expect(besideChartFiles(folder)).not.toContain('report.pdf');
  expect(await journal.close()).toBeNull();
});

it('a folder without a journal is named, and nothing is made in it', async () => {
  expect(await report('en')).toBe(2);
  expect(said.join()).toContain(`journal ${join(folder, 'journal.sqlite')}: there is no such file`);
  expect(besideChartFiles(folder)).toEqual([]);
});

const names = ['report.pdf', 'samples.csv', 'summary.json'];
const samplesIn = (at: string): number =>
  summarySchema.parse(JSON.parse(readFileSync(join(at, 'summary.json'), 'utf8'))).samples;

/** Copies those parts of a journal as a console that is killed leaves it: 200 samples in the file, 100 in its log. */
function leave(path: string, to: string, parts: readonly string[]): void {
  const writer = openWriter(path, header);
  for (let index = 0; index < 300; index += 1) {
    if (index === 200) {
      const other = new DatabaseSync(path);
      other.exec('PRAGMA wal_checkpoint');
      other.close();
    }
    writer.write([sampleEntry(sampleAt(index))], false);
  }
  mkdirSync(to);
  for (const part of parts) copyFileSync(path + part, join(to, `journal.sqlite${part}`));
  writer.close();
}

describe('a folder that is read-only', () => {
  const reporting = join(import.meta.dirname, 'reporting-program.ts');
  let to: string;
  beforeEach(() => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    chmodSync(folder, 0o755);
    chmodSync(elsewhere, 0o777);
    to = join(elsewhere, 'documents');
  });
  const inside = (): Record<string, number> =>
    Object.fromEntries(
      readdirSync(join(folder, 'run')).map((name) => [name, statSync(join(folder, 'run', name)).size]),
    );
  const reported = (where: string) =>
    spawnSync(process.execPath, [reporting, join(folder, 'run'), where], {
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: tmpdir() },
    });

  /** What a lost console left, with those parts of it, in a folder nobody may write to. */
  function archived(...parts: string[]): void {
    const path = join(folder, 'journal.sqlite');
    leave(path, join(folder, 'run'), parts);
    chmodSync(join(folder, 'run'), 0o555);
  }

  it.each([
    ['with its log and index', ['', '-wal', '-shm']],
    ['with its log', ['', '-wal']],
  ])('%s is reported elsewhere, whole, and left as it is', (_, parts) => {
    archived(...parts);
    const before = inside();
    const { status, stdout } = reported(to);
    expect([status, stdout]).toEqual([0, `Report, data and summary are in ${to}\n`]);
    expect(besideChartFiles(to)).toEqual(names);
    expect(samplesIn(to)).toBe(300);
    expect(inside()).toEqual(before);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('isotherm-read-'))).toEqual([]);
  });

  it('without its log is reported as far as it goes, and what is missing is said', () => {
    archived('');
    const { status, stdout } = reported(to);
    expect(stdout).toMatch(/run\/journal\.sqlite has no log .* beside it.* Copy the whole folder/);
    expect(status).toBe(0);
    expect(samplesIn(to)).toBe(200);
  });

  it('needs a place for the documents, and says how to name it', () => {
    archived('', '-wal');
    const { status, stdout } = reported('');
    expect(status).toBe(2);
    expect(stdout).toMatch(
      /run cannot be written to\. Say where the documents are to go: --report .*run --to <dir>/,
    );
  });
});

it('elsewhere what is there stays as well, and a place that cannot be made is named', async () => {
  await lose();
  const to = join(folder, 'elsewhere');
  expect(await report('en', to), said.join()).toBe(0);
  expect(besideChartFiles(to)).toEqual(names);
  expect(besideChartFiles(folder)).toEqual(['elsewhere', 'journal.sqlite']);
  expect(await report('en', to)).toBe(7);
  expect(said.join()).toMatch(/elsewhere\/report\.pdf exists already and is not written over/);
  expect(await report('en', join(folder, 'journal.sqlite'))).toBe(2);
  expect(said.join()).toMatch(/--to .*journal\.sqlite: cannot be written to .*Choose another folder/);
});

it('a journal that was copied without its log says so each time, and is left as it is', async () => {
  const copied = join(folder, 'stick');
  leave(join(folder, 'journal.sqlite'), copied, ['']);
  const before = readFileSync(join(copied, 'journal.sqlite'));
  for (const code of [0, 7]) {
    folder = copied;
    expect(await report('en'), said.join()).toBe(code);
    expect(said[0]).toMatch(
      /has no log .*journal\.sqlite-wal beside it: what its console wrote last may be missing/,
    );
  }
  expect(samplesIn(copied)).toBe(200);
  expect(besideChartFiles(copied)).toEqual(['journal.sqlite', ...names]);
  expect(readFileSync(join(copied, 'journal.sqlite')).equals(before)).toBe(true);
  expect(verifyJournal(join(copied, 'journal.sqlite')).state).toBe('cut-short');
  folder = join(copied, '..');
});
