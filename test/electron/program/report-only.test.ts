import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { reportOnly } from '../../../electron/program/report-only.ts';
import { summarySchema } from '../../../electron/report/summary.ts';
import { openJournal, readJournal } from '../record/journals.ts';

const program = join(import.meta.dirname, '../record/journaling-program.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-lost-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pages: string[] = [];
const said: string[] = [];
const report = (language: 'en' | 'zh') => {
  pages.length = 0;
  said.length = 0;
  const print = async (html: string) => {
    pages.push(html);
    return new TextEncoder().encode('%PDF-1.4');
  };
  return reportOnly(folder, language, print, [], (line) => said.push(line));
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
    expect(readdirSync(folder).sort()).toEqual([
      'journal.sqlite',
      'report.pdf',
      'samples.csv',
      'summary.json',
    ]);
    expect(pages[0]).toContain(words);
    const summary = summarySchema.parse(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')));
    const record = readJournal(join(folder, 'journal.sqlite'));
    expect(summary).toMatchObject({ outcome: 'aborted', samples: [...record.samples()].length });
    record.close();

    expect(await report(language)).toBe(7);
    expect(said.join()).toMatch(/report\.pdf|samples\.csv|summary\.json/);
  },
);

it('a run that is going on gets none: its journal is in use', async () => {
  const journal = await openJournal(join(folder, 'journal.sqlite'));
  expect(await report('en')).toBe(2);
  expect(said.join()).toMatch(/another program has it open .* its run may be going on/);
  expect(readdirSync(folder)).not.toContain('report.pdf');
  expect(await journal.close()).toBeNull();
});

it('a folder without a journal is named, and nothing is made in it', async () => {
  expect(await report('en')).toBe(2);
  expect(said.join()).toContain(`journal ${join(folder, 'journal.sqlite')}: there is no such file`);
  expect(readdirSync(folder)).toEqual([]);
});
