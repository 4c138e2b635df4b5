import type { DatabaseSync } from 'node:sqlite';
import { type ChainedTable, rowTextSql } from './chain.ts';

/** A row as the chain sees it. */
export interface Row {
  readonly table: ChainedTable;
  readonly place: number | null;
  readonly sessionMs: number;
  /** `null`: it carries none. */
  readonly entry: number | null;
  readonly hash: string | null;
  readonly text: string;
}

/** Events and samples in one line, as they were written; each table in the order of its own numbers. */
export function* chainedRows(db: DatabaseSync): Iterable<Row> {
  const events = rowsOf(db, 'event', 'seq');
  const samples = rowsOf(db, 'sample', 'rowid');
  let event = next(events);
  let sample = next(samples);
  while (event !== null || sample !== null) {
    if (sample === null || (event !== null && (event.entry ?? 0) <= (sample.entry ?? 0))) {
      yield event as Row;
      event = next(events);
    } else {
      yield sample;
      sample = next(samples);
    }
  }
}

const next = (rows: Iterator<Row>): Row | null => {
  const { done, value } = rows.next();
  return done === true ? null : value;
};

function* rowsOf(db: DatabaseSync, table: ChainedTable, number: string): Iterator<Row> {
  const select = db.prepare(
    `SELECT ${number} AS place, session_ms, entry, hash, ${rowTextSql(db, table)} AS text
     FROM ${table} ORDER BY ${number}`,
  );
  for (const row of select.iterate()) {
    yield {
      table,
      place: row.place as number,
      sessionMs: row.session_ms as number,
      entry: row.entry as number | null,
      hash: row.hash as string | null,
      text: row.text as string,
    };
  }
}
