import type { DatabaseSync } from 'node:sqlite';
import { chainedSince, hasChain, hashOf, metaText, rowTextSql, sha256 } from './chain.ts';
import { chainedRows, type Row } from './chained-rows.ts';
import { strangers, textsCutShort } from './hidden.ts';
import { openToRead } from './journal-file.ts';
import { isLogMissing } from './read-only.ts';

/** Where a journal is not as it was written. */
export interface Finding {
  readonly table: 'meta' | 'event' | 'sample' | 'checkpoint';
  /** `seq` of an event, row of a sample; `null`: the table as such. */
  readonly place: number | null;
  /** Time of the run; `null`: none is told. */
  readonly sessionMs: number | null;
  readonly what: string;
}

export interface Checked {
  readonly events: number;
  readonly samples: number;
  /** Among them, written by a console that kept no chain. */
  readonly unchained: number;
  /** Of the last entry: who wrote it down elsewhere can tell that nothing was made anew. */
  readonly lastHash: string;
}

export type Verdict =
  | ({ readonly state: 'intact' } & Checked)
  /** The first findings, and how many there are. */
  | ({ readonly state: 'changed'; readonly findings: readonly Finding[]; readonly count: number } & Checked)
  | ({ readonly state: 'cut-short'; readonly what: string } & Checked)
  | { readonly state: 'no-chain'; readonly version: number }
  /** It cannot be read to its end. */
  | { readonly state: 'damaged'; readonly why: string }
  /** It is no journal, or one of a newer console. */
  | { readonly state: 'unreadable'; readonly problem: string };

/** What SQLite calls a file of its own whose pages do not fit (`SQLITE_CORRUPT`). */
const sqliteCorrupt = 11;
/** Told one by one; of more only the number. */
const mostFindings = 20;

/** Recomputes the chain of a journal from what its tables hold. Reads only. */
export function verifyJournal(path: string): Verdict {
  let file: ReturnType<typeof openToRead>;
  try {
    file = openToRead(path);
  } catch (error) {
    const { message, cause } = error as Error;
    const torn = (cause as { errcode?: number } | undefined)?.errcode === sqliteCorrupt;
    return torn ? { state: 'damaged', why: message } : { state: 'unreadable', problem: message };
  }
  try {
    const { db, version } = file;
    if (!hasChain(db, 'event') && hashOfMeta(db) === null) return { state: 'no-chain', version };
    return new Verification(db, isLogMissing(path)).verdict(version);
  } catch (error) {
    return { state: 'damaged', why: (error as Error).message };
  } finally {
    file.db.close();
  }
}

class Verification {
  readonly #db: DatabaseSync;
  readonly #findings: Finding[] = [];
  #count = 0;
  #events = 0;
  #samples = 0;
  #unchained = { events: 0, samples: 0 };
  #last: Row;
  /** What the checkpoint says it came with, and what came with that number. */
  readonly #checkpoint: Row | null;
  #underCheckpoint: Row | null = null;

  readonly #logMissing: boolean;

  constructor(db: DatabaseSync, logMissing: boolean) {
    this.#db = db;
    this.#logMissing = logMissing;
    const hash = hashOfMeta(db) ?? '';
    this.#last = { table: 'event', place: 0, sessionMs: 0, entry: 0, hash, text: '' };
    this.#checkpoint = checkpointOf(db);
  }

  verdict(version: number): Verdict {
    this.#checkMeta(version);
    this.#checkHidden();
    for (const row of chainedRows(this.#db)) this.#check(row);
    this.#checkUnchained();
    this.#checkCheckpoint();
    const checked: Checked = {
      events: this.#events,
      samples: this.#samples,
      unchained: this.#unchained.events + this.#unchained.samples,
      lastHash: this.#last.hash ?? '',
    };
    if (this.#count > 0)
      return { state: 'changed', findings: this.#findings, count: this.#count, ...checked };
    const what = this.#cutShort();
    return what === null ? { state: 'intact', ...checked } : { state: 'cut-short', what, ...checked };
  }

  #find(table: Finding['table'], row: Pick<Finding, 'place' | 'sessionMs'> | null, what: string): void {
    this.#count += 1;
    if (this.#findings.length >= mostFindings) return;
    this.#findings.push({ table, place: row?.place ?? null, sessionMs: row?.sessionMs ?? null, what });
  }

  #checkMeta(version: number): void {
    if (version < chainedSince)
      this.#find('meta', null, `says that it is of version ${version}, which carried no chain`);
    if (this.#last.hash !== sha256(metaText(this.#db)))
      this.#find('meta', null, 'what it says of its run was changed');
  }

  /** What the text of the chain does not show. */
  #checkHidden(): void {
    for (const name of strangers(this.#db)) this.#find('meta', null, `a console does not write "${name}"`);
    for (const { table, ...row } of textsCutShort(this.#db))
      this.#find(table, row, 'a text goes on behind its end');
  }

  #check(row: Row): void {
    if (row.table === 'event') this.#events += 1;
    else this.#samples += 1;
    if (row.entry === null) {
      this.#unchained[row.table === 'event' ? 'events' : 'samples'] += 1;
      if (this.#last.entry !== 0) this.#find(row.table, row, 'carries no hash: it was put in later');
      return;
    }
    if (row.entry === this.#checkpoint?.entry) this.#underCheckpoint = row;
    const expected = (this.#last.entry ?? 0) + 1;
    if (row.entry < expected) this.#find(row.table, row, `stands out of order, as entry ${row.entry}`);
    else if (row.entry > expected) {
      const missing = row.entry - expected;
      const which = missing === 1 ? `entry ${expected} is` : `entries ${expected} to ${row.entry - 1} are`;
      this.#find(row.table, row, `${which} missing before it`);
    } else if (row.hash !== hashOf(this.#last.hash ?? '', row.text)) {
      this.#find(row.table, row, 'was changed');
    }
    this.#last = row;
  }

  /** How many rows had no chain when it was begun. */
  #checkUnchained(): void {
    const { events, samples } = unchainedOf(this.#db);
    const found = this.#unchained;
    if (found.events !== events) this.#find('event', null, `${found.events} carry no hash, ${events} did`);
    if (found.samples !== samples)
      this.#find('sample', null, `${found.samples} carry no hash, ${samples} did`);
  }

  #checkCheckpoint(): void {
    const row = this.#checkpoint;
    if (row === null) {
      if (this.#hasOne()) this.#find('checkpoint', null, 'is missing');
      return;
    }
    if (row.entry === null && this.#unchained.events > 0) return;
    // More than there is: the rows it came with are missing, which is told as the record cut short.
    if (row.entry !== null && row.entry > (this.#last.entry ?? 0)) return;
    if (row.hash !== hashOf(this.#underCheckpoint?.hash ?? '', row.text))
      this.#find('checkpoint', row, 'was changed');
  }

  /** A run that a console has ended keeps one from its first event on; a rescue has none. */
  #hasOne(): boolean {
    const of = this.#db.prepare("SELECT 1 FROM meta WHERE key = 'header'").get();
    return of !== undefined && this.#unchained.events === 0 && this.#ended;
  }

  get #ended(): boolean {
    const ends = "SELECT 1 FROM event WHERE type IN ('run-ended', 'rescue-ended') LIMIT 1";
    return this.#db.prepare(ends).get() !== undefined;
  }

  /** Why it is not whole; `null`: it is. */
  #cutShort(): string | null {
    const last = this.#last.entry ?? 0;
    const entry = this.#checkpoint?.entry ?? 0;
    if (entry > last) {
      const many = entry - last;
      return `${many === 1 ? 'the last entry is' : `the last ${many} entries are`} missing, by its checkpoint`;
    }
    if (this.#ended) return null;
    return this.#logMissing
      ? 'it was copied without its log (-wal), and what was written last lay in that'
      : 'it has no end: its console was lost, or it goes on';
  }
}

function hashOfMeta(db: DatabaseSync): string | null {
  const row = db.prepare("SELECT value FROM meta WHERE key = 'chain'").get();
  return row === undefined ? null : (row.value as string);
}

function unchainedOf(db: DatabaseSync): { events: number; samples: number } {
  const row = db.prepare("SELECT value FROM meta WHERE key = 'unchained'").get();
  return row === undefined ? { events: 0, samples: 0 } : JSON.parse(row.value as string);
}

function checkpointOf(db: DatabaseSync): Row | null {
  const text = rowTextSql(db, 'checkpoint');
  const row = db.prepare(`SELECT session_ms, entry, hash, ${text} AS text FROM checkpoint`).get();
  if (row === undefined) return null;
  return {
    table: 'checkpoint',
    place: null,
    sessionMs: row.session_ms as number,
    entry: row.entry as number | null,
    hash: row.hash as string | null,
    text: row.text as string,
  };
}
