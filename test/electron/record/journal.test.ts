import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Journal } from '../../../electron/record/journal.ts';
import { header, note, sampleAt, workerUrl } from './example-run.ts';
import { openJournal, ownFolder, readJournal, sample, until } from './journals.ts';

const newPath = (): string => join(ownFolder(), 'journal.sqlite');

describe('a journal', () => {
  it('gives back the header, every sample and every event, equal and in order', async () => {
    const path = newPath();
    const journal = await openJournal(path);
    const samples = fc.sample(sample, 200);
    const events = Array.from({ length: 50 }, (_, index) => note(`note ${index}: 42.5 °C “quoted” \n 体腔`));
    const kept = events.map((event, index) =>
      journal.event(event, index * 100.25, 1_700_000_000_000 + index),
    );
    for (const each of samples) journal.sample(each);
    expect(await journal.close()).toBeNull();
    const record = readJournal(path);
    expect(record.header).toEqual(header);
    expect([...record.samples()]).toEqual(samples);
    expect(record.events).toEqual(kept.map((each) => ({ ...each, sessionMs: Math.round(each.sessionMs) })));
    record.close();
  });

  it('numbers events from 1 without a hole and says up to which they are on disk', async () => {
    const journal = await openJournal(newPath());
    expect(journal.durableSeq).toBe(0);
    expect([1, 2, 3].map(() => journal.event(note('n'), 0, 0).seq)).toEqual([1, 2, 3]);
    await until('durable', () => journal.durableSeq === 3);
    expect(journal.problem).toBeNull();
    await journal.close();
  });

  it('can be read while it is written, and what is said to be durable is in the file', async () => {
    const path = newPath();
    const journal = await openJournal(path);
    journal.event(note('first'), 0, 0);
    await until('durable', () => journal.durableSeq === 1);
    const record = readJournal(path);
    expect(record.events.map(({ seq }) => seq)).toEqual([1]);
    record.close();
    journal.event(note('second'), 0, 0);
    expect(await journal.close()).toBeNull();
    expect(readJournal(path).events).toHaveLength(2);
  });

  it('is one file once it is closed', async () => {
    const path = newPath();
    const journal = await openJournal(path);
    for (let index = 0; index < 20; index += 1) journal.sample(sampleAt(index));
    await journal.close();
    expect([existsSync(`${path}-wal`), existsSync(`${path}-shm`)]).toEqual([false, false]);
    const copy = join(ownFolder(), 'copy.sqlite');
    copyFileSync(path, copy);
    expect([...readJournal(copy).samples()]).toHaveLength(20);
  });

  it('loses nothing and reports no loss when somebody reads it as it closes', async () => {
    const path = newPath();
    const journal = await openJournal(path);
    journal.event(note('before'), 0, 0);
    await until('durable', () => journal.durableSeq === 1);
    const reader = new DatabaseSync(path, { readOnly: true });
    reader.exec('BEGIN; SELECT count(*) FROM event;');
    journal.event(note('after'), 0, 0);
    expect(await journal.close()).toBeNull();
    reader.close();
    expect(readJournal(path).events).toHaveLength(2);
  });
});

describe('a journal is refused', () => {
  it('where a file stands already, which is left as it is', async () => {
    const path = newPath();
    writeFileSync(path, 'somebody’s notes');
    const opened = await Journal.open(path, header, workerUrl);
    expect(opened).toMatchObject({ ok: false });
    expect(opened.ok ? '' : opened.problem).toMatch(
      /journal\.sqlite exists already .* Choose another folder/,
    );
    expect(readFileSync(path, 'utf8')).toBe('somebody’s notes');
  });

  it('where it would write over a run, which stays readable', async () => {
    const path = newPath();
    const journal = await openJournal(path);
    journal.sample(sampleAt(1));
    await journal.close();
    expect(await Journal.open(path, header, workerUrl)).toMatchObject({ ok: false });
    expect([...readJournal(path).samples()]).toEqual([sampleAt(1)]);
  });

  it('where there is no such folder, and says where and what to do', async () => {
    const path = join(ownFolder(), 'missing', 'journal.sqlite');
    const opened = await Journal.open(path, header, workerUrl);
    expect(opened.ok ? '' : opened.problem).toContain(path);
    expect(opened.ok ? '' : opened.problem).toMatch(/cannot be made .* Check that the folder exists/);
  });

  it('where its thread cannot run', async () => {
    const opened = await Journal.open(newPath(), header, new URL('./no-such-worker.ts', import.meta.url));
    expect(opened.ok ? '' : opened.problem).toMatch(/journal thread ended/);
  });
});

describe('a disk that refuses', () => {
  it('is told as failing; what waits is written in order once it takes it again, and nothing is lost', async () => {
    const path = newPath();
    const journal = await openJournal(path);
    const other = new DatabaseSync(path);
    journal.event(note('before'), 0, 0);
    await until('durable', () => journal.durableSeq === 1);
    other.exec('BEGIN EXCLUSIVE');
    journal.sample(sampleAt(1));
    journal.event(note('meanwhile'), 0, 0);
    for (let index = 2; index < 30; index += 1) journal.sample(sampleAt(index));
    await until('failing', () => journal.problem !== null);
    expect(journal.problem).toMatch(/locked.*entries wait/);
    expect(journal.durableSeq).toBe(1);
    other.exec('ROLLBACK');
    await until('recovered', () => journal.problem === null);
    await until('durable', () => journal.durableSeq === 2);
    other.close();
    expect(await journal.close()).toBeNull();
    const record = readJournal(path);
    expect([...record.samples()].map(({ sessionMs }) => sessionMs)).toEqual(
      Array.from({ length: 29 }, (_, index) => (index + 1) * 100),
    );
    expect(record.events.map(({ seq }) => seq)).toEqual([1, 2]);
    record.close();
  });

  it('for a moment at the very end costs nothing: closing tries again', async () => {
    const path = newPath();
    const journal = await openJournal(path);
    const other = new DatabaseSync(path);
    other.exec('BEGIN EXCLUSIVE');
    journal.event(note('the last word'), 0, 0);
    const closing = journal.close();
    await until('failing', () => journal.problem !== null);
    await sleep(1200);
    other.exec('ROLLBACK');
    other.close();
    expect(await closing).toBeNull();
    expect(readJournal(path).events).toHaveLength(1);
  });
});

describe('a thread that dies', () => {
  it('is told, and closing says so instead of waiting for ever', async () => {
    const folder = ownFolder();
    const dying = join(folder, 'dying.mjs');
    writeFileSync(
      dying,
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ kind }) => {
         if (kind === 'open') parentPort.postMessage({ kind: 'opened' });
         else throw new Error('out of memory');
       });`,
    );
    const opened = await Journal.open(join(folder, 'journal.sqlite'), header, new URL(`file://${dying}`));
    if (!opened.ok) throw new Error(opened.problem);
    opened.journal.sample(sampleAt(1));
    await until('told', () => opened.journal.problem !== null);
    expect(opened.journal.problem).toBe('journal thread ended: out of memory');
    expect(await opened.journal.close()).toMatch(
      /^journal thread ended: out of memory\. Not known to be written: 1 sample, from 0:00:00 of the run/,
    );
  });
});
