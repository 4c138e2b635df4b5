import { DatabaseSync } from 'node:sqlite';
import { readJournal } from './read-run.ts';

/**
 * Closes the journal that a lost console has left open: its write-ahead log is folded into the one file. Nothing is
 * added to the record. Refuses, with what to do, a journal that another program has open: its run may be going on.
 */
export function closeJournal(path: string): string | null {
  const read = readJournal(path);
  if (!read.ok) return read.problem;
  read.record.close();
  const db = new DatabaseSync(path, { timeout: 200 });
  try {
    db.exec('PRAGMA journal_mode = DELETE');
    return null;
  } catch (error) {
    const why = (error as Error).message;
    return `journal ${path}: another program has it open (${why}), its run may be going on. End that program first.`;
  } finally {
    db.close();
  }
}
