import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { KeptEvent, RunEvent, RunHeader } from '../domain/run-event.ts';
import type { Sample } from '../domain/sample.ts';
import type { RunRecord } from './run-record.ts';
import { type Cell, rowToSample } from './sample-row.ts';
import { journalVersion } from './schema.ts';

export type ReadRun = { ok: true; record: RunRecord } | { ok: false; problem: string };

/** Opens a journal for reading only. Says what is wrong with a file that is none, or newer than this console. */
export function readRun(path: string): ReadRun {
  if (!existsSync(path)) return refuse(path, 'there is no such file. Check the path');
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path, { readOnly: true });
    const version = (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
    if (version > journalVersion) {
      db.close();
      return refuse(
        path,
        `it was written by a newer console (journal version ${version}, this one reads up to ${journalVersion}). ` +
          'Open it with that console; it is left as it is',
      );
    }
    if (version === 0) throw new Error('it holds no journal');
    return { ok: true, record: recordOf(db) };
  } catch (error) {
    db?.close();
    return refuse(path, `${(error as Error).message}. It is left as it is; choose a journal.sqlite of a run`);
  }
}

const refuse = (path: string, why: string): ReadRun => ({ ok: false, problem: `journal ${path}: ${why}.` });

function recordOf(db: DatabaseSync): RunRecord {
  const header = db.prepare("SELECT value FROM meta WHERE key = 'header'").get() as
    | { value: string }
    | undefined;
  if (header === undefined) throw new Error('it says nothing of its run');
  const rows = db.prepare('SELECT seq, session_ms, wall_ms, body FROM event ORDER BY seq').all();
  return {
    header: JSON.parse(header.value) as RunHeader,
    events: rows.map(eventOf),
    *samples(): Iterable<Sample> {
      const select = db.prepare('SELECT * FROM sample ORDER BY rowid');
      select.setReturnArrays(true);
      for (const row of select.iterate()) yield rowToSample(row as unknown as Cell[]);
    },
    close: () => db.close(),
  };
}

function eventOf(row: Record<string, unknown>): KeptEvent {
  return {
    seq: row.seq as number,
    sessionMs: row.session_ms as number,
    wallMs: row.wall_ms as number,
    event: JSON.parse(row.body as string) as RunEvent,
  };
}
