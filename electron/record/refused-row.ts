/** Result codes of SQLite for a row that will never be taken: TOOBIG, CONSTRAINT, MISMATCH, RANGE (sqlite.org/rescode.html). */
const rowCodes: ReadonlySet<number> = new Set([18, 19, 20, 25]);

/** Whether the row is at fault, which no waiting mends, and not the disk. What cannot be bound or told as JSON is. */
export function isOfTheRow(error: unknown): boolean {
  const { errcode } = error as { errcode?: unknown };
  if (typeof errcode === 'number') return rowCodes.has(errcode & 0xff);
  return error instanceof TypeError || error instanceof RangeError;
}

/** Why the tables refuse what is written; `null`: they took it. Throws what the disk says. */
export function refusal(write: () => void): string | null {
  try {
    write();
    return null;
  } catch (error) {
    if (!isOfTheRow(error)) throw error;
    return (error as Error).message;
  }
}

/** It cannot be handed to another thread, however often it is tried. */
export const isUncopyable = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'DataCloneError';
