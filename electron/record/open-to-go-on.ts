import { DatabaseSync } from 'node:sqlite';
import { beginChain, hasChain } from './chain.ts';
import { asRead, endRowOf, headerRowOf, openToRead, refusal } from './journal-file.ts';
import { journalVersion, upgradeChained, upgradeFrom1, upgradeFrom2 } from './schema.ts';

/**
 * Opens the journal of a run that broke off, to go on with it. Throws, in words: it is none, newer, has its end, or
 * another program has it open. An older version is brought to this console's, and one without a chain begins one,
 * whole or not at all.
 */
export function openToGoOn(path: string): DatabaseSync {
  const version = lookAt(path);
  const db = new DatabaseSync(path, { timeout: 200 });
  try {
    claim(db, path);
    // Somebody else may have ended it between the look and the claim.
    if (endRowOf(asRead(db, version)) !== undefined) throw ended(path);
    upgrade(db, version);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Read only: what is refused is left as it is. */
function lookAt(path: string): number {
  const file = openToRead(path);
  try {
    headerRowOf(file);
    if (endRowOf(file) !== undefined) throw ended(path);
    return file.version;
  } finally {
    file.db.close();
  }
}

/** SQLite leaves the write-ahead log only when nobody else has the file open: readers and writers alike. */
function claim(db: DatabaseSync, path: string): void {
  try {
    db.exec('PRAGMA journal_mode = DELETE');
  } catch (error) {
    throw refusal(
      path,
      `another program has it open (${(error as Error).message}), its run may be going on. End that program first`,
    );
  }
}

function upgrade(db: DatabaseSync, version: number): void {
  if (version === journalVersion && hasChain(db, 'event')) return;
  db.exec('PRAGMA synchronous = FULL; BEGIN IMMEDIATE');
  try {
    if (version === 1) db.exec(upgradeFrom1);
    if (version < 3) db.exec(upgradeFrom2);
    if (version >= 3 && version < journalVersion) db.exec(upgradeChained(version));
    // Last: it begins with what `meta` says.
    if (!hasChain(db, 'event')) beginChain(db);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

const ended = (path: string): Error =>
  refusal(path, 'its run is over, and nothing is added to it. Start another run');
