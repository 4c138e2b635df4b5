import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Cell } from './sample-row.ts';

/**
 * The chain (docs/record.md): every row carries its number among all entries of the journal and the SHA-256 of the
 * hash before and of its own content as text. Entry 0 is what `meta` says of the run.
 */
export interface Link {
  readonly entry: number;
  readonly hash: string;
}

/** Before this version of the journal nothing carries a chain. */
export const chainedSince = 3;

/** Last in the tables of events and samples, and of the checkpoint; empty in rows of a console that kept none. */
export const chainColumns = ['entry INTEGER', 'hash TEXT'] as const;
const chainedTables = ['event', 'sample', 'checkpoint'] as const;
export type ChainedTable = (typeof chainedTables)[number];

export type ColumnType = 'INTEGER' | 'REAL' | 'TEXT';

export const hashOf = (previous: string, text: string): string => sha256(`${previous}\n${text}`);
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The row after `last`: `cells` are its columns up to the chain's. */
export function linkOf(
  last: Link,
  table: ChainedTable,
  types: readonly ColumnType[],
  cells: readonly Cell[],
): Link {
  const entry = last.entry + 1;
  return { entry, hash: hashOf(last.hash, rowText(table, types, [...cells, entry])) };
}

/** A row as text; the chain's own number comes last. The same in SQL: `rowTextSql`. */
export function rowText(table: ChainedTable, types: readonly ColumnType[], cells: readonly Cell[]): string {
  let text: string = table;
  for (let at = 0; at < cells.length; at += 1) {
    text += `|${cellText(types[at] ?? 'INTEGER', cells[at] ?? null)}`;
  }
  return text;
}

function cellText(type: ColumnType, cell: Cell): string {
  // As SQLite keeps it.
  if (cell === null || Number.isNaN(cell)) return 'NULL';
  if (type === 'REAL') return realText(cell as number);
  if (type === 'INTEGER') return String(cell);
  return `'${String(cell).replace(/\0.*$/s, '').replaceAll("'", "''")}'`;
}

/** One unit of what is behind the point: no number of 1 and more has anything smaller. */
const rest = 2 ** 52;

/** The whole part, and what is behind the point in units of 2^-52: exact, and without an idea of decimal places. */
function realText(value: number): string {
  const whole = asInteger(value);
  return `${whole}:${asInteger((value - Number(whole)) * rest)}`;
}

/** As SQLite casts: towards zero, and no further than 64 bits go. */
function asInteger(value: number): string {
  if (Math.abs(value) < 2 ** 53) return String(Math.trunc(value));
  if (value >= 2 ** 63) return '9223372036854775807';
  if (value <= -(2 ** 63)) return '-9223372036854775808';
  return String(BigInt(value));
}

/** The SQL that gives the text of a row, whatever columns its table has. */
export function rowTextSql(db: DatabaseSync, table: ChainedTable): string {
  const columns = db.prepare('SELECT name, type FROM pragma_table_info(?)').all(table);
  const texts = columns
    .filter(({ name }) => name !== 'hash')
    .map(({ name, type }) => (type === 'REAL' ? realSql(`"${name}"`) : `quote("${name}")`));
  return `'${table}|' || ${texts.join(" || '|' || ")}`;
}

const realSql = (name: string): string =>
  `coalesce(CAST(${name} AS INTEGER) || ':' || CAST((${name} - CAST(${name} AS INTEGER)) * ${rest} AS INTEGER), 'NULL')`;

/** What entry 0 is the hash of: all that `meta` says, but for that hash and for what a later console added. */
export function metaText(db: DatabaseSync): string {
  const rows = db
    .prepare("SELECT key, value FROM meta WHERE key NOT IN ('chain', 'later-upgrades') ORDER BY key")
    .all();
  return rows
    .map(({ key, value }) => `meta|${cellText('TEXT', key as string)}|${cellText('TEXT', value as string)}`)
    .join('\n');
}

/** Begins the chain of a new journal, or of one that had none; in a transaction of whoever calls. */
export function beginChain(db: DatabaseSync): void {
  const events = countOf(db, 'event');
  const samples = countOf(db, 'sample');
  if (events + samples > 0) {
    const insert = db.prepare('INSERT INTO meta VALUES (?, ?)');
    insert.run('unchained', JSON.stringify({ events, samples }));
  }
  for (const table of chainedTables) {
    if (hasChain(db, table)) continue;
    for (const column of chainColumns) db.exec(`ALTER TABLE ${table} ADD COLUMN ${column}`);
  }
  db.prepare("INSERT INTO meta VALUES ('chain', ?)").run(sha256(metaText(db)));
}

export const hasChain = (db: DatabaseSync, table: ChainedTable): boolean =>
  db.prepare("SELECT 1 FROM pragma_table_info(?) WHERE name = 'hash'").get(table) !== undefined;

/** Where the chain goes on. */
export function lastLink(db: DatabaseSync): Link {
  const last = db
    .prepare(
      `SELECT entry, hash FROM (SELECT entry, hash FROM event ORDER BY seq DESC LIMIT 1)
       UNION ALL SELECT entry, hash FROM (SELECT entry, hash FROM sample ORDER BY rowid DESC LIMIT 1)
       ORDER BY entry DESC LIMIT 1`,
    )
    .get() as unknown as { entry: number | null; hash: string | null } | undefined;
  if (last?.entry != null && last.hash != null) return { entry: last.entry, hash: last.hash };
  const { value } = db.prepare("SELECT value FROM meta WHERE key = 'chain'").get() as { value: string };
  return { entry: 0, hash: value };
}

const countOf = (db: DatabaseSync, table: ChainedTable): number =>
  (db.prepare(`SELECT count(*) AS count FROM ${table}`).get() as { count: number }).count;
