import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, verifyPaths } from '../../../build/verify/verify.ts';
import { Journal } from '../../../electron/record/journal.ts';
import { verifyJournal } from '../../../electron/record/verify.ts';
import { ended } from '../report/small-record.ts';
import { note, sampleAt, workerUrl } from './example-run.ts';
import { openJournal, ownFolder, sample } from './journals.ts';

const golden = join(import.meta.dirname, 'golden/journal-1.sqlite');
/** Twelve events and ten samples, as a run writes them. */
let whole: Buffer;

beforeAll(async () => {
  const path = join(ownFolder(), 'journal.sqlite');
  const journal = await openJournal(path);
  for (let index = 1; index <= 10; index += 1) {
    journal.event(note(`it’s ${index}: “体腔” | \n 'quoted'`), index * 100, 1000, `{"at":${index}}`);
    journal.sample(sampleAt(index), index % 2 === 0 ? `{"sample":${index}}` : null);
  }
  journal.event(note('last'), 1050, 0);
  journal.event(ended('completed'), 1100, 0, '{"at":"the end"}');
  expect(await journal.close()).toBeNull();
  whole = readFileSync(path);
});

function copy(change: (db: DatabaseSync) => void = () => {}): string {
  const path = join(ownFolder(), 'journal.sqlite');
  writeFileSync(path, whole);
  const db = new DatabaseSync(path);
  change(db);
  db.close();
  return path;
}
const verdictOf = (sql: string) => verifyJournal(copy((db) => db.exec(sql)));

describe('a record that is as it was written', () => {
  it('is intact', () => {
    expect(verifyJournal(copy())).toMatchObject({ state: 'intact', events: 12, samples: 10, unchained: 0 });
  });

  it('can be recomputed by anybody, as docs/record.md says, with sqlite3 and sha256sum', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/record.md'), 'utf8');
    const script = join(ownFolder(), 'chain.sh');
    writeFileSync(script, /```sh\n(.*?)```/s.exec(page)?.[1] ?? '');
    const path = join(ownFolder(), 'journal.sqlite');
    const journal = await openJournal(path);
    for (const each of fc.sample(sample, { numRuns: 60, seed: 9 })) journal.sample(each);
    for (const volume of [0.1, -0.1, 1e-300, -0, 2 ** 53 + 2, 1e19, -1e19, Number.POSITIVE_INFINITY, 1 / 3])
      journal.sample({ ...sampleAt(1), cavityVolumeMl: volume });
    journal.event(note(`it’s “体腔” | \n 'quoted' \\n \u0000 \ud800`), 1.5, 2.5, '{}');
    expect(await journal.close()).toBeNull();
    const { status, stdout, stderr } = spawnSync('sh', [script, path], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(70);
    expect(verifyJournal(path)).toMatchObject({ state: 'cut-short', lastHash: lines.at(-1)?.split(' ')[1] });

    const db = new DatabaseSync(path);
    db.exec('UPDATE sample SET cavity_volume_ml = cavity_volume_ml + 1e-12 WHERE rowid = 61');
    db.close();
    const changed = spawnSync('sh', [script, path], { encoding: 'utf8' });
    expect([changed.status, changed.stdout.trim().split('\n').at(-1)]).toEqual([1, 'entry 61 does not fit']);
    expect(verifyJournal(path)).toMatchObject({
      state: 'changed',
      findings: [{ table: 'sample', place: 61 }],
    });
  });
});

describe('a value that was changed', () => {
  const columns = (table: string): { name: string; type: string }[] => {
    const own = new DatabaseSync(copy(), { readOnly: true });
    const found = own.prepare('SELECT name, type FROM pragma_table_info(?)').all(table);
    own.close();
    return found as { name: string; type: string }[];
  };
  const another = ({ name, type }: { name: string; type: string }): string => {
    if (type === 'TEXT') return `coalesce(${name}, '') || ' '`;
    return type === 'REAL' ? `coalesce(${name}, 0) + 1e-9` : `coalesce(${name}, 0) + 1`;
  };

  it('is found and named, whatever column of an event', () => {
    for (const column of columns('event')) {
      // Its number is its place: the next free one.
      const value = column.name === 'seq' ? '99' : another(column);
      const verdict = verdictOf(`UPDATE event SET ${column.name} = ${value} WHERE seq = 5`);
      const place = column.name === 'seq' ? 99 : 5;
      expect(verdict, column.name).toMatchObject({ state: 'changed' });
      expect(verdict.state === 'changed' && verdict.findings, column.name).toContainEqual(
        expect.objectContaining({ table: 'event', place }),
      );
    }
  });

  it('is found and named, whatever column of a sample, and by a billionth', () => {
    const names = columns('sample');
    expect(names.length).toBeGreaterThan(40);
    for (const column of names) {
      const verdict = verdictOf(`UPDATE sample SET ${column.name} = ${another(column)} WHERE rowid = 5`);
      expect(verdict, column.name).toMatchObject({ state: 'changed' });
      expect(verdict.state === 'changed' && verdict.findings, column.name).toContainEqual(
        expect.objectContaining({ table: 'sample', place: 5 }),
      );
    }
  });

  it.each(['session_ms', 'seq', 'sample_row', 'body', 'hash'])('is found in the checkpoint: %s', (name) => {
    const value = name === 'body' || name === 'hash' ? `${name} || ' '` : `${name} + 1`;
    expect(verdictOf(`UPDATE checkpoint SET ${name} = ${value}`)).toMatchObject({
      state: 'changed',
      findings: [{ table: 'checkpoint' }],
    });
  });

  it('a checkpoint of another entry is never intact', () => {
    for (const entry of ['3', '99', 'NULL'])
      expect(verdictOf(`UPDATE checkpoint SET entry = ${entry}`).state).not.toBe('intact');
  });

  it.each([
    ["UPDATE meta SET value = replace(value, '0.0.0', '0.0.1') WHERE key = 'header'"],
    ["UPDATE meta SET key = 'rescue' WHERE key = 'header'"],
    ["INSERT INTO meta VALUES ('upgraded-from', '1')"],
    ["DELETE FROM meta WHERE key = 'chain'"],
    ['PRAGMA user_version = 1'],
  ])('is found in the header: %s', (sql) => {
    const verdict = verdictOf(sql);
    expect(verdict).toMatchObject({ state: 'changed' });
    expect(verdict.state === 'changed' && verdict.findings[0]).toMatchObject({ table: 'meta' });
  });

  it('is said in a line with table, number and time of the run', () => {
    const lines = linesOf(verdictOf("UPDATE event SET body = replace(body, '5', '6') WHERE seq = 5"));
    expect(lines).toEqual(['CHANGED in 1 place:', '  event seq 5 at 0:00:00.5: was changed']);
  });
});

describe('a row', () => {
  it('taken out of the middle is missing', () => {
    for (const sql of ['DELETE FROM event WHERE seq = 5', 'DELETE FROM sample WHERE rowid = 5']) {
      const verdict = verdictOf(sql);
      expect(verdict, sql).toMatchObject({ state: 'changed', count: 1 });
      expect(linesOf(verdict)[1]).toMatch(/entry \d+ is missing before it/);
    }
  });

  it('swapped with another is found, both of them, whether by number or by content', () => {
    const content = `CREATE TEMP TABLE kept AS SELECT * FROM sample WHERE rowid IN (4, 5);
      UPDATE sample SET cavity_volume_ml = cavity_volume_ml + rowid, wall_ms = wall_ms + 100 WHERE rowid IN (4, 5)`;
    expect(verdictOf(content)).toMatchObject({ state: 'changed', count: 2 });
    for (const [table, number] of [
      ['event', 'seq'],
      ['sample', 'rowid'],
    ] as const) {
      const verdict = verdictOf(`UPDATE ${table} SET ${number} = 999 WHERE ${number} = 4;
        UPDATE ${table} SET ${number} = 4 WHERE ${number} = 5; UPDATE ${table} SET ${number} = 5 WHERE ${number} = 999`);
      expect(verdict, table).toMatchObject({ state: 'changed' });
    }
  });

  it('put in is found, with or without a number of its own', () => {
    const values = "13, 1200, 0, 'action', '{}'";
    for (const chain of ['NULL, NULL', "23, 'abc'", "7, 'abc'"])
      expect(verdictOf(`INSERT INTO event VALUES (${values}, ${chain})`), chain).toMatchObject({
        state: 'changed',
      });
  });

  it('taken from the end cuts it short, and its checkpoint tells how much', () => {
    expect(verdictOf('DELETE FROM event WHERE seq = 12')).toMatchObject({
      state: 'cut-short',
      what: 'the last entry is missing, by its checkpoint',
    });
    expect(verdictOf('DELETE FROM event WHERE seq > 10; DELETE FROM sample WHERE rowid = 10')).toMatchObject({
      state: 'cut-short',
      what: 'the last 3 entries are missing, by its checkpoint',
    });
    const without = 'DELETE FROM checkpoint; DELETE FROM event WHERE seq = 12';
    expect(verdictOf(without)).toMatchObject({ state: 'cut-short', what: expect.stringContaining('no end') });
  });
});

describe('what hides in a file', () => {
  it.each([
    ['event', "UPDATE event SET body = body || char(0) || 'x' WHERE type = 'run-ended'"],
    ['event', 'UPDATE event SET type = type || char(0) WHERE seq = 3'],
    ['meta', "UPDATE meta SET value = value || char(0) || 'x' WHERE key = 'header'"],
    ['sample', "UPDATE sample SET phase = phase || char(0) || 'x' WHERE rowid = 4"],
    ['checkpoint', "UPDATE checkpoint SET body = body || char(0) || 'x'"],
    ['checkpoint', 'DELETE FROM checkpoint'],
    ['meta', 'CREATE TABLE another (value TEXT)'],
    ['meta', 'CREATE VIEW another AS SELECT * FROM event'],
    ['meta', 'CREATE TRIGGER another AFTER INSERT ON event BEGIN DELETE FROM sample; END'],
  ])('in %s is found: %s', (table, sql) => {
    expect(verdictOf(sql)).toMatchObject({ state: 'changed', findings: [{ table }] });
  });
});

describe('a record of another console', () => {
  it('of version 1 carries no chain', () => {
    expect(verifyJournal(golden)).toEqual({ state: 'no-chain', version: 1 });
  });

  it('gone on with here carries one from there on; what was before is counted', async () => {
    const path = join(ownFolder(), 'journal.sqlite');
    copyFileSync(golden, path);
    const db = new DatabaseSync(path);
    db.exec("DELETE FROM event WHERE type = 'run-ended'");
    db.close();
    const opened = await Journal.reopen(path, workerUrl);
    if (!opened.ok) throw new Error(opened.problem);
    opened.journal.sample(sampleAt(70));
    opened.journal.event(note('gone on'), 7000, 0, '{}');
    opened.journal.event(ended('aborted'), 7100, 0);
    expect(await opened.journal.close()).toBeNull();
    const before = new DatabaseSync(path, { readOnly: true });
    const { count } = before.prepare('SELECT count(*) AS count FROM event').get() as { count: number };
    before.close();
    expect(verifyJournal(path)).toMatchObject({
      state: 'intact',
      events: count,
      samples: 61,
      unchained: count - 2 + 60,
    });
    const again = new DatabaseSync(path);
    again.exec('DELETE FROM sample WHERE rowid = 7');
    again.close();
    expect(verifyJournal(path)).toMatchObject({ state: 'changed', findings: [{ table: 'sample' }] });
  });

  it('gone on with twice goes on in one chain', async () => {
    const path = copy((db) => db.exec('DELETE FROM event WHERE seq = 12; DELETE FROM checkpoint'));
    for (const text of ['once', 'twice']) {
      const opened = await Journal.reopen(path, workerUrl);
      if (!opened.ok) throw new Error(opened.problem);
      opened.journal.event(note(text), 2000, 0, '{}');
      opened.journal.sample(sampleAt(21));
      expect(await opened.journal.close()).toBeNull();
    }
    expect(verifyJournal(path)).toMatchObject({ state: 'cut-short', events: 13, samples: 12, unchained: 0 });
  });
});

describe('npm run verify', () => {
  const run = async (...paths: string[]) => {
    const lines: string[] = [];
    const code = await verifyPaths(paths, (line) => lines.push(line));
    return { code, text: lines.join('\n') };
  };

  it('tells each run of a folder, and ends with 1 where one is not intact', async () => {
    const folder = ownFolder();
    const good = copy();
    expect(await run(good)).toMatchObject({
      code: 0,
      text: expect.stringMatching(
        /journal\.sqlite: intact\. 12 events, 10 samples\. Last hash [0-9a-f]{64}\n {2}not sealed$/,
      ),
    });
    expect(await run(join(good, '..'))).toMatchObject({ code: 0 });
    copyFileSync(good, join(folder, 'journal.sqlite'));
    expect(await run(good, golden, folder)).toMatchObject({
      code: 1,
      text: expect.stringContaining('carries no chain (journal version 1)'),
    });
  });

  it('ends with 2 where there is nothing to verify', async () => {
    const text = join(ownFolder(), 'text');
    writeFileSync(text, 'no journal');
    expect(await run(join(ownFolder(), 'none'))).toMatchObject({
      code: 2,
      text: expect.stringContaining('no such file or folder'),
    });
    expect(await run(ownFolder())).toMatchObject({
      code: 2,
      text: expect.stringContaining('no journal.sqlite in it'),
    });
    expect(await run(text)).toMatchObject({
      code: 2,
      text: expect.stringContaining('choose a journal.sqlite of a run'),
    });
  });

  it('a file that is torn in the middle is damaged', async () => {
    const path = copy();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 8192, bytes.length);
    writeFileSync(path, bytes);
    const { code, text } = await run(path);
    expect(code).toBe(1);
    expect(text).toContain('DAMAGED');
  });
});
