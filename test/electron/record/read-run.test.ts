import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { lastRecordOf } from '../../../electron/record/open-runs.ts';
import { isLogMissing } from '../../../electron/record/read-only.ts';
import { readRun } from '../../../electron/record/read-run.ts';
import { createTables, journalVersion } from '../../../electron/record/schema.ts';
import { verifyJournal } from '../../../electron/record/verify.ts';
import { openWriter } from '../../../electron/record/writer.ts';
import { eventEntry, header, note, sampleAt, sampleEntry } from './example-run.ts';
import { openJournal, ownFolder } from './journals.ts';

const problemOf = (path: string): string => {
  const read = readRun(path);
  return read.ok ? '' : read.problem;
};
async function writtenJournal(): Promise<string> {
  const path = join(ownFolder(), 'journal.sqlite');
  const journal = await openJournal(path);
  journal.event(note('kept'), 0, 0);
  journal.sample(sampleAt(1));
  await journal.close();
  return path;
}

describe('reading a journal', () => {
  it('that is not there', () => {
    const path = join(ownFolder(), 'nothing.sqlite');
    expect(problemOf(path)).toBe(`journal ${path}: there is no such file. Check the path.`);
  });

  it('that is a text', () => {
    const path = join(ownFolder(), 'letter.sqlite');
    writeFileSync(
      path,
      'Dear colleague, this is no database at all, but it is long enough to be mistaken for one.',
    );
    expect(problemOf(path)).toMatch(
      /letter\.sqlite: .*not a database.* It is left as it is; choose a journal/,
    );
    expect(readFileSync(path, 'utf8')).toMatch(/^Dear colleague/);
  });

  it('that is empty', () => {
    const path = join(ownFolder(), 'empty.sqlite');
    writeFileSync(path, '');
    expect(problemOf(path)).toMatch(/empty\.sqlite: it holds no journal/);
  });

  it('that is a database of something else', () => {
    const path = join(ownFolder(), 'other.sqlite');
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE bird (name TEXT)');
    other.close();
    expect(problemOf(path)).toMatch(/other\.sqlite: it holds no journal/);
  });

  it('that was cut off before its header', () => {
    const path = join(ownFolder(), 'cut.sqlite');
    const cut = new DatabaseSync(path);
    cut.exec(createTables);
    cut.close();
    expect(problemOf(path)).toMatch(/cut\.sqlite: it says nothing of its run/);
  });

  it('from a newer console, which is left as it is', async () => {
    const path = await writtenJournal();
    const newer = new DatabaseSync(path);
    newer.exec(`PRAGMA user_version = ${journalVersion + 1}`);
    newer.close();
    const before = readFileSync(path);
    expect(problemOf(path)).toBe(
      `journal ${path}: it was written by a newer console (journal version ${journalVersion + 1}, this one reads ` +
        `up to ${journalVersion}). Open it with that console; it is left as it is.`,
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('changes nothing in it', async () => {
    const path = await writtenJournal();
    const before = readFileSync(path);
    const read = readRun(path);
    if (!read.ok) throw new Error(read.problem);
    expect([...read.record.samples()]).toEqual([sampleAt(1)]);
    read.record.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('a journal that is being written', () => {
  it('keeps its locks, and so its log, whatever looks at it in the same program', () => {
    const path = join(ownFolder(), 'journal.sqlite');
    const writer = openWriter(path, header);
    writer.write([eventEntry({ seq: 1, sessionMs: 0, wallMs: 0, event: note('one') })], true);
    lastRecordOf(header.rig.serialNumber, [dirname(path)]);
    expect(isLogMissing(path)).toBe(false);
    problemOf(path);
    // A stranger who is the last to leave a file without locks takes its log away.
    execFileSync('sqlite3', [path, 'SELECT count(*) FROM event']);
    expect(existsSync(`${path}-wal`)).toBe(true);
    writer.write([eventEntry({ seq: 2, sessionMs: 0, wallMs: 0, event: note('two') })], true);
    writer.close();
    const read = readRun(path);
    expect(read.ok && read.record.events).toHaveLength(2);
  });

  it('and copied without its log says so, be it ever so young', () => {
    const path = join(ownFolder(), 'journal.sqlite');
    const writer = openWriter(path, header);
    writer.write([eventEntry({ seq: 1, sessionMs: 0, wallMs: 0, event: note('one') })], true);
    const copied = join(ownFolder(), 'journal.sqlite');
    writeFileSync(copied, readFileSync(path));
    expect(problemOf(copied)).toMatch(/copied without its log .*-wal.*Copy the whole folder of the run/);
    expect(verifyJournal(copied)).toMatchObject({ problem: expect.stringMatching(/without its log/) });
    for (let at = 1; at < 2000; at += 1) writer.write([sampleEntry(sampleAt(at))], false);
    writeFileSync(copied, readFileSync(path));
    expect(verifyJournal(copied)).toMatchObject({
      state: 'cut-short',
      what: expect.stringMatching(/its log/),
    });
    writer.close();
  });
});
