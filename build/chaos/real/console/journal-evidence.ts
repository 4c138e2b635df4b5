import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface SampleTime {
  readonly sessionMs: number;
  readonly wallMs: number;
}

/** What stands in a journal, read past the program with plain SQL. */
export interface JournalEvidence {
  /** What `integrity_check` says; "ok" where nothing is damaged. */
  readonly integrity: string;
  /** Body of each event, as text, by its number. */
  readonly events: ReadonlyMap<number, string>;
  /** In the order in which they were written. */
  readonly samples: readonly SampleTime[];
  readonly ended: boolean;
}

/** A copy is read, with the log beside it, so that looking changes nothing. `null`: there is no such file. */
export function readJournal(path: string, scratch: string): JournalEvidence | null {
  if (!existsSync(path)) return null;
  const folder = mkdtempSync(join(scratch, 'copy-'));
  try {
    const copy = join(folder, 'journal.sqlite');
    copyFileSync(path, copy);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    return evidenceIn(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

function evidenceIn(path: string): JournalEvidence {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path);
    const [check] = db.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
    const events = db.prepare('SELECT seq, type, body FROM event ORDER BY seq').all() as {
      seq: number;
      type: string;
      body: string;
    }[];
    const samples = db.prepare('SELECT session_ms, wall_ms FROM sample ORDER BY rowid').all() as {
      session_ms: number;
      wall_ms: number;
    }[];
    return {
      integrity: check?.integrity_check ?? 'no answer',
      events: new Map(events.map(({ seq, body }) => [seq, body])),
      samples: samples.map((row) => ({ sessionMs: row.session_ms, wallMs: row.wall_ms })),
      ended: events.some(({ type }) => type === 'run-ended'),
    };
  } catch (error) {
    return { integrity: (error as Error).message, events: new Map(), samples: [], ended: false };
  } finally {
    db?.close();
  }
}
