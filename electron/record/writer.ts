import { existsSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { KeptEvent, RunHeader } from '../domain/run-event.ts';
import type { Cell } from './sample-row.ts';
import { createTables, sampleColumns } from './schema.ts';

/** The SQLite side of the journal: one commit a sample, a full sync for every event and once a second. */
export class JournalWriter {
  readonly #db: DatabaseSync;
  readonly #insertSample: StatementSync;
  readonly #insertEvent: StatementSync;
  #fullSync: boolean | null = null;

  /** Throws when the file exists already or cannot be made; nothing is ever written over. */
  constructor(path: string, header: RunHeader) {
    if (existsSync(path)) {
      throw new Error(
        `${path} exists already and is not written over. Choose another folder or move the file.`,
      );
    }
    this.#db = create(path);
    this.#db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    this.#db.exec(`BEGIN; ${createTables}`);
    this.#db.prepare('INSERT INTO meta VALUES (?, ?)').run('header', JSON.stringify(header));
    this.#db.exec('COMMIT');
    const marks = sampleColumns.map(() => '?').join(', ');
    this.#insertSample = this.#db.prepare(`INSERT INTO sample VALUES (${marks})`);
    this.#insertEvent = this.#db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?)');
  }

  /** `full`: not only safe from a crash of the program, but from a power cut. */
  sample(row: readonly Cell[], full: boolean): void {
    this.#sync(full);
    this.#insertSample.run(...row);
  }

  event(kept: KeptEvent): void {
    this.#sync(true);
    const { seq, sessionMs, wallMs, event } = kept;
    this.#insertEvent.run(seq, Math.round(sessionMs), Math.round(wallMs), event.type, JSON.stringify(event));
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

  #sync(full: boolean): void {
    if (this.#fullSync === full) return;
    this.#db.exec(`PRAGMA synchronous = ${full ? 'FULL' : 'NORMAL'}`);
    this.#fullSync = full;
  }
}

function create(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 200 });
  } catch (error) {
    throw new Error(
      `${path} cannot be made (${(error as Error).message}). Check that the folder exists and may be written to.`,
    );
  }
}
