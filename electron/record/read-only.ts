import { closeSync, copyFileSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { isBrokenOff, putBack } from './roll-back.ts';

/**
 * Opens a database to read it, also where nothing may be written, as on a medium that is read-only, and leaves nothing
 * beside it. Throws what SQLite says.
 */
export function openReadOnly(path: string): DatabaseSync {
  // SQLite would make a log and its index beside it, and fail where it may not.
  const nothingBeside = !existsAtAll(logOf(path)) && !existsAtAll(`${path}-journal`);
  if (nothingBeside && isLogMissing(path)) return openImmutable(path);
  try {
    return opened(new DatabaseSync(path, { readOnly: true }));
  } catch (error) {
    if (isBrokenOff(error)) {
      putBack(path);
      return opened(new DatabaseSync(path, { readOnly: true }));
    }
    if (!mayNotWrite(error)) throw error;
    return sizeOf(logOf(path)) > 0 ? openCopy(path) : openImmutable(path);
  }
}

/**
 * The file says that what was written last lies in a log beside it, and there is none: it was copied without. (A console
 * that ends in good order folds the log in; one that is lost leaves it.)
 */
export const isLogMissing = (path: string): boolean => sizeOf(logOf(path)) === 0 && usesLog(path);

const logOf = (path: string): string => `${path}-wal`;

/** A log that cannot be read where it is, because its index may not be made, is read in a copy. Gone once it is open. */
function openCopy(path: string): DatabaseSync {
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-read-'));
  try {
    const copy = join(folder, 'journal.sqlite');
    for (const [from, to] of [
      [path, copy],
      [logOf(path), logOf(copy)],
    ] as const)
      copyFileSync(from, to);
    return opened(new DatabaseSync(copy, { readOnly: true }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const openImmutable = (path: string): DatabaseSync =>
  opened(new DatabaseSync(`${pathToFileURL(path).href}?immutable=1`, { readOnly: true }));

/** SQLite opens a file, and its log, when it is first asked. */
function opened(db: DatabaseSync): DatabaseSync {
  try {
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** READONLY and CANTOPEN (sqlite.org/rescode.html). */
function mayNotWrite(error: unknown): boolean {
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === 'number' && [8, 14].includes(errcode & 0xff);
}

/**
 * Only where no log is beside it: closing a file takes the locks of a writer in this very process away
 * (sqlite.org/howtocorrupt.html, 2.2), and a journal that is written has a log.
 * Version of the file format to read with: 2 with a write-ahead log (sqlite.org/fileformat2.html, offset 19). */
function usesLog(path: string): boolean {
  const bytes = Buffer.alloc(20);
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    return (
      readSync(file, bytes, 0, 20, 0) === 20 &&
      bytes.toString('latin1', 0, 15) === 'SQLite format 3' &&
      bytes[19] === 2
    );
  } catch {
    return false;
  } finally {
    if (file !== null) closeSync(file);
  }
}

const existsAtAll = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
