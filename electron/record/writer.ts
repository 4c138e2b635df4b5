import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { beginChain, chainColumns, hashOf, type Link, lastLink, linkOf, rowText } from './chain.ts';
import { LastingWriter } from './lasting-writer.ts';
import type { JournalHeader } from './messages.ts';
import { openToGoOn } from './open-to-go-on.ts';
import type { EntryMessage } from './outbox.ts';
import {
  checkpointTypes,
  createTables,
  eventTypes,
  headerKey,
  sampleColumns,
  sampleTypes,
} from './schema.ts';

/** What a journal's server writes with. Every call throws where the disk refuses, and then nothing of it is kept. */
export interface RecordWriter {
  /** Number of the last event, and of samples, that were there when it was opened. */
  readonly seq: number;
  readonly samples: number;
  /**
   * All of them in one commit, or none. `full`: not only safe from a crash of the program, but from a power cut.
   * Returns whether the file had to be put back in its place first.
   */
  write(entries: readonly EntryMessage[], full: boolean): boolean;
  close(): void;
}

/** Makes a journal, or with `null` goes on with the one that is there. Throws what is wrong and how to mend it. */
export function openWriter(path: string, header: JournalHeader | null): RecordWriter {
  const writer = new JournalWriter(header === null ? openToGoOn(path) : create(path, header));
  return new LastingWriter(
    path,
    writer,
    (again) => new JournalWriter(new DatabaseSync(again, { timeout: 200 })),
  );
}

/** The SQLite side of the journal: one commit for what comes in one go, and with it the checkpoint that knows of it. */
export class JournalWriter {
  readonly seq: number;
  readonly samples: number;
  readonly #db: DatabaseSync;
  readonly #insertSample: StatementSync;
  readonly #insertEvent: StatementSync;
  readonly #replaceCheckpoint: StatementSync;
  #lastSeq: number;
  #sampleRow: number | bigint;
  #last: Link;
  #fullSync: boolean | null = null;

  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec('PRAGMA journal_mode = WAL');
    this.seq = lastOf(db, 'SELECT max(seq) AS last FROM event');
    this.samples = lastOf(db, 'SELECT max(rowid) AS last FROM sample');
    this.#lastSeq = this.seq;
    this.#sampleRow = this.samples;
    this.#last = lastLink(db);
    const marks = [...sampleColumns, ...chainColumns].map(() => '?').join(', ');
    this.#insertSample = db.prepare(`INSERT INTO sample VALUES (${marks})`);
    this.#insertEvent = db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.#replaceCheckpoint = db.prepare('INSERT OR REPLACE INTO checkpoint VALUES (1, ?, ?, ?, ?, ?, ?)');
  }

  write(entries: readonly EntryMessage[], full: boolean): void {
    this.#sync(full);
    const before = { last: this.#last, lastSeq: this.#lastSeq, sampleRow: this.#sampleRow };
    // An older checkpoint would only be replaced in the same commit.
    const lastCheckpoint = entries.findLast(({ checkpoint }) => checkpoint !== null);
    this.#db.exec('BEGIN');
    try {
      for (const entry of entries) {
        const sessionMs = this.#insert(entry);
        if (entry === lastCheckpoint) this.#checkpoint(sessionMs, entry.checkpoint as string);
      }
      this.#db.exec('COMMIT');
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      this.#last = before.last;
      this.#lastSeq = before.lastSeq;
      this.#sampleRow = before.sampleRow;
      throw error;
    }
  }

  /** Folds the write-ahead log into the file, so that the one file is the whole record and can be read anywhere. */
  close(): void {
    try {
      this.#db.exec('PRAGMA journal_mode = DELETE');
    } catch {
      // Somebody reads the file: the log stays beside it, and nothing is lost.
    }
    this.#db.close();
  }

  /** All of it into a file that is not there yet. */
  copyTo(path: string): void {
    rmSync(path, { force: true });
    this.#db.prepare('VACUUM INTO ?').run(path);
  }

  /** Closes a file that is not in its place any more. */
  leave(): void {
    this.#db.close();
  }

  /** Returns its time of the run, ms. */
  #insert(entry: EntryMessage): number {
    if (entry.kind === 'sample') {
      const link = linkOf(this.#last, 'sample', sampleTypes, entry.row);
      this.#sampleRow = this.#insertSample.run(...entry.row, link.entry, link.hash).lastInsertRowid;
      this.#last = link;
      return entry.row[0] as number;
    }
    const { seq, sessionMs, wallMs, event } = entry.event;
    const atMs = Math.round(sessionMs);
    const row = [seq, atMs, Math.round(wallMs), event.type, JSON.stringify(event)];
    const link = linkOf(this.#last, 'event', eventTypes, row);
    this.#insertEvent.run(...row, link.entry, link.hash);
    this.#lastSeq = seq;
    this.#last = link;
    return atMs;
  }

  #checkpoint(sessionMs: number, checkpoint: string): void {
    const { entry, hash } = this.#last;
    const row = [sessionMs, this.#lastSeq, Number(this.#sampleRow), checkpoint, entry];
    const text = rowText('checkpoint', checkpointTypes, [1, ...row]);
    this.#replaceCheckpoint.run(...row, hashOf(hash, text));
  }

  #sync(full: boolean): void {
    if (this.#fullSync === full) return;
    this.#db.exec(`PRAGMA synchronous = ${full ? 'FULL' : 'NORMAL'}`);
    this.#fullSync = full;
  }
}

const lastOf = (db: DatabaseSync, sql: string): number =>
  (db.prepare(sql).get() as { last: number | null }).last ?? 0;

/** Nothing is ever written over. */
function create(path: string, header: JournalHeader): DatabaseSync {
  if (existsSync(path)) {
    throw new Error(
      `${path} exists already and is not written over. Choose another folder or move the file.`,
    );
  }
  let db: DatabaseSync;
  try {
    db = new DatabaseSync(path, { timeout: 200 });
  } catch (error) {
    throw new Error(
      `${path} cannot be made (${(error as Error).message}). Check that the folder exists and may be written to.`,
    );
  }
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  db.exec(`BEGIN; ${createTables}`);
  db.prepare('INSERT INTO meta VALUES (?, ?)').run(headerKey(header), JSON.stringify(header));
  beginChain(db);
  db.exec('COMMIT');
  return db;
}
