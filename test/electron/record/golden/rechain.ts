import type { DatabaseSync } from 'node:sqlite';
import { hashOf, rowTextSql } from '../../../../electron/record/chain.ts';

/** Numbers and chains what is left of a journal that was thinned, as if that were all its console had written. */
export function rechain(db: DatabaseSync): void {
  const order = db
    .prepare(
      "SELECT 'event' AS kind, rowid AS place, entry FROM event UNION ALL SELECT 'sample', rowid, entry FROM sample ORDER BY entry",
    )
    .all() as { kind: 'event' | 'sample'; place: number; entry: number }[];
  const numberOf = new Map(order.map(({ entry }, at) => [entry, at + 1]));
  const meta = db.prepare("SELECT value FROM meta WHERE key = 'chain'").get() as { value: string };
  let hash = meta.value;
  for (const { kind, place, entry } of order) {
    db.prepare(`UPDATE ${kind} SET entry = ? WHERE rowid = ?`).run(numberOf.get(entry) ?? 0, place);
    hash = link(db, kind, place, hash);
  }
  db.exec(`UPDATE checkpoint SET entry = ${numberOf.get(checkpointEntry(db)) ?? 0}`);
  link(db, 'checkpoint', 1, hashAt(db, checkpointEntry(db)));
}

function link(
  db: DatabaseSync,
  table: 'event' | 'sample' | 'checkpoint',
  place: number,
  before: string,
): string {
  const row = db.prepare(`SELECT ${rowTextSql(db, table)} AS text FROM ${table} WHERE rowid = ?`).get(place);
  const hash = hashOf(before, (row as { text: string }).text);
  db.prepare(`UPDATE ${table} SET hash = ? WHERE rowid = ?`).run(hash, place);
  return hash;
}

const checkpointEntry = (db: DatabaseSync): number =>
  (db.prepare('SELECT entry FROM checkpoint').get() as { entry: number }).entry;

const hashAt = (db: DatabaseSync, entry: number): string =>
  (
    db
      .prepare(
        'SELECT hash FROM event WHERE entry = ? UNION ALL SELECT hash FROM sample WHERE entry = ? LIMIT 1',
      )
      .get(entry, entry) as { hash: string }
  ).hash;
