import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openRunsIn } from '../../../electron/record/open-runs.ts';
import { openWriter } from '../../../electron/record/writer.ts';
import { eventEntry, header, note } from './example-run.ts';
import { ownFolder, readJournal } from './journals.ts';

/**
 * What a power cut leaves while a journal is closed, or gone on with: then the file is written without the write-ahead
 * log, and what it held before stands in a rollback journal beside it.
 */
function cutWhileWritten(): string {
  const folder = ownFolder();
  const path = join(folder, 'whole.sqlite');
  const writer = openWriter(path, header);
  for (let seq = 1; seq <= 60; seq += 1)
    writer.write([eventEntry({ seq, sessionMs: seq, wallMs: seq, event: note(`event ${seq}`) })], true);
  writer.close();
  const left = join(ownFolder(), 'journal.sqlite');
  const db = new DatabaseSync(path);
  // So little room that half of the change is in the file before it is committed.
  db.exec("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; UPDATE event SET body = 'half';");
  copyFileSync(path, left);
  copyFileSync(`${path}-journal`, `${left}-journal`);
  db.exec('ROLLBACK');
  db.close();
  expect(readFileSync(left).equals(readFileSync(path))).toBe(false);
  return left;
}

const notes = Array.from({ length: 60 }, (_, at) => note(`event ${at + 1}`));

describe('a journal whose console was lost while it was closed', () => {
  it('is read as it was before', () => {
    const path = cutWhileWritten();
    const record = readJournal(path);
    expect(record.events.map(({ event }) => event)).toEqual(notes);
    record.close();
    expect(existsSync(`${path}-journal`)).toBe(false);
  });

  it('is found among the runs left open, and gone on with', () => {
    const path = cutWhileWritten();
    const { runs, problems } = openRunsIn(join(path, '..'));
    expect(problems).toEqual([]);
    expect(runs.map(({ lastSeq }) => lastSeq)).toEqual([60]);
    const writer = openWriter(path, null);
    expect(writer.seq).toBe(60);
    writer.close();
  });
});
