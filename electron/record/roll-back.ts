import { DatabaseSync } from 'node:sqlite';

/** SQLITE_READONLY_ROLLBACK: a reader that may not write has found a change that broke off. */
const brokenOff = 776;

export const isBrokenOff = (error: unknown): boolean =>
  (error as { errcode?: unknown }).errcode === brokenOff;

/**
 * Where a console was lost in the middle of a change without the write-ahead log, as while it closed its journal or
 * went on with one, the file is half of it; what it held before stands beside it and is put back, as SQLite does for
 * whoever may write.
 */
export function putBack(path: string): void {
  try {
    const db = new DatabaseSync(path, { timeout: 200 });
    try {
      db.prepare('PRAGMA user_version').get();
    } finally {
      db.close();
    }
  } catch (error) {
    throw new Error(
      `its last change broke off and could not be put back (${(error as Error).message}); ` +
        'copy its folder, whole, to a disk that can be written to and open it there',
    );
  }
}
