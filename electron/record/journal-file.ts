import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { isLogMissing, openReadOnly } from './read-only.ts';
import { journalVersion } from './schema.ts';

/** A journal open for reading only. */
export interface JournalFile {
  readonly db: DatabaseSync;
  readonly version: number;
  /** Written by older consoles, and gone on with by newer ones: up to event `seq` it is of version `from`. */
  readonly upgrades: readonly { readonly from: number; readonly seq: number }[];
}

/** Opens a journal for reading. Throws, in words, what is wrong with a file that is none, or newer than this console. */
export function openToRead(path: string): JournalFile {
  if (!existsSync(path)) throw refusal(path, 'there is no such file. Check the path');
  let db: DatabaseSync | null = null;
  let newer = 0;
  try {
    db = openReadOnly(path);
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version === 0) throw new Error(isLogMissing(path) ? withoutLog(path) : 'it holds no journal');
    if (version <= journalVersion) return asRead(db, version);
    newer = version;
  } catch (error) {
    db?.close();
    const why = `${(error as Error).message}. It is left as it is; choose a journal.sqlite of a run`;
    throw refusal(path, why, error);
  }
  db.close();
  throw refusal(
    path,
    `it was written by a newer console (journal version ${newer}, this one reads up to ${journalVersion}). ` +
      'Open it with that console; it is left as it is',
  );
}

/** What is known of how its entries are to be read. */
export function asRead(db: DatabaseSync, version: number): JournalFile {
  const said = new Map(
    db
      .prepare("SELECT key, value FROM meta WHERE key IN ('upgrades', 'later-upgrades', 'upgraded-from')")
      .all()
      .map(({ key, value }) => [key, value as string]),
  );
  const lists = ['upgrades', 'later-upgrades'].map((key) => said.get(key)).filter((one) => one !== undefined);
  const upgrades = lists.flatMap((list) => JSON.parse(list) as JournalFile['upgrades']);
  if (upgrades.length > 0) return { db, version, upgrades };
  // A console of version 2 did not say up to where: all of it is read from there, which changes nothing of version 2.
  const from = Number(said.get('upgraded-from') ?? version);
  return { db, version, upgrades: from < version ? [{ from, seq: Number.POSITIVE_INFINITY }] : [] };
}

/** All that a young journal holds lies in its log. */
const withoutLog = (path: string): string =>
  `it was copied without its log ${path}-wal, and all it holds lies in that. Copy the whole folder of the run`;

/** Of the version that event `seq` was written as; the header was written before the first. */
export const versionOf = ({ version, upgrades }: JournalFile, seq: number): number =>
  upgrades.find((one) => seq <= one.seq)?.from ?? version;

export const refusal = (path: string, why: string, cause?: unknown): Error =>
  new Error(`journal ${path}: ${why}.`, { cause });

/** What the journal is of, as it stands there. Throws where it does not say. */
export function headerRowOf({ db }: JournalFile): {
  readonly key: 'header' | 'rescue';
  readonly json: string;
} {
  const row = db.prepare("SELECT key, value FROM meta WHERE key IN ('header', 'rescue')").get();
  if (row === undefined) throw new Error('it says nothing of its run');
  return { key: row.key as 'header' | 'rescue', json: row.value as string };
}

/** What little may follow an end; so that only the last rows are looked at. */
const lookedAt = 64;

/** The row of its end; `undefined`: it breaks off, or goes on. */
export const endRowOf = ({ db }: JournalFile): Record<string, unknown> | undefined =>
  db
    .prepare(
      `SELECT * FROM (SELECT seq, CAST(session_ms AS REAL) AS session_ms, CAST(wall_ms AS REAL) AS wall_ms, type, body FROM event ORDER BY seq DESC LIMIT ${lookedAt})
       WHERE type IN ('run-ended', 'rescue-ended') LIMIT 1`,
    )
    .get();
