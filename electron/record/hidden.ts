import type { DatabaseSync } from 'node:sqlite';

/** Where a text holds more than the chain sees of it: SQL and JSON end it at a NUL, which no console writes. */
export interface Hidden {
  readonly table: 'meta' | 'event' | 'sample' | 'checkpoint';
  readonly place: number | null;
  readonly sessionMs: number | null;
}

const tables = ['meta', 'event', 'sample', 'checkpoint'] as const;
/** What else SQLite makes of them by itself. */
const own: ReadonlySet<string> = new Set([...tables, 'sqlite_autoindex_meta_1']);

/** Tables, views, triggers and indices that no console makes, by name. */
export const strangers = (db: DatabaseSync): string[] =>
  db
    .prepare('SELECT name FROM sqlite_master ORDER BY name')
    .all()
    .map(({ name }) => name as string)
    .filter((name) => !own.has(name));

export function* textsCutShort(db: DatabaseSync): Iterable<Hidden> {
  for (const table of tables) {
    const columns = db.prepare("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'").all(table);
    if (columns.length === 0) continue;
    const holdsNul = columns.map(({ name }) => `instr("${name}", char(0)) > 0`).join(' OR ');
    const place = { event: 'seq', sample: 'rowid', meta: 'NULL', checkpoint: 'NULL' }[table];
    const at = table === 'meta' ? 'NULL' : 'session_ms';
    const found = db.prepare(`SELECT ${place} AS place, ${at} AS at FROM ${table} WHERE ${holdsNul}`);
    for (const row of found.iterate())
      yield { table, place: row.place as number | null, sessionMs: row.at as number | null };
  }
}
