import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { EntryMessage } from './outbox.ts';
import type { JournalWriter, RecordWriter } from './writer.ts';

/**
 * A journal whose file was removed, or moved away, would be written on, to where nobody finds it. Looked for with every
 * event and once a second; as long as it is open it is whole, and is put where it was.
 */
export class LastingWriter implements RecordWriter {
  readonly seq: number;
  readonly samples: number;
  readonly #path: string;
  readonly #open: (path: string) => JournalWriter;
  #inode: bigint;
  /** And nobody has been told: what is written right afterwards may fail. */
  #putBack = false;
  /** `null`: what it held lies beside its place, whole. */
  #writer: JournalWriter | null;

  constructor(path: string, writer: JournalWriter, open: (path: string) => JournalWriter) {
    this.seq = writer.seq;
    this.samples = writer.samples;
    this.#path = path;
    this.#open = open;
    this.#writer = writer;
    this.#inode = inodeOf(path) ?? 0n;
  }

  write(entries: readonly EntryMessage[], full: boolean): boolean {
    this.#inPlace(full).write(entries, full);
    const putBack = this.#putBack;
    this.#putBack = false;
    return putBack;
  }

  /** Nobody is told any more: a folder that is gone as well is made anew. Throws `RecordGone`. */
  close(): void {
    let writer: JournalWriter;
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writer = this.#inPlace(true);
    } catch (error) {
      throw new RecordGone(gone(this.#path, (error as Error).message));
    }
    writer.close();
  }

  #inPlace(look: boolean): JournalWriter {
    if (this.#writer !== null && (!look || inodeOf(this.#path) === this.#inode)) return this.#writer;
    if (existsSync(this.#path)) throw new Error(replaced(this.#path));
    const aside = `${this.#path}.restored`;
    if (this.#writer !== null) {
      this.#writer.copyTo(aside);
      sync(aside);
      this.#writer.leave();
      this.#writer = null;
    }
    // The log of the file that is gone must not be taken for one of its copy's.
    for (const part of ['-wal', '-shm']) rmSync(this.#path + part, { force: true });
    renameSync(aside, this.#path);
    this.#writer = this.#open(this.#path);
    this.#inode = inodeOf(this.#path) ?? 0n;
    this.#putBack = true;
    return this.#writer;
  }
}

/** The file was removed and cannot be put back: nothing of the record is left. */
export class RecordGone extends Error {}

const gone = (path: string, why: string): string =>
  `The record ${path} was removed, or is out of reach, and cannot be put back (${why}): none of it is left there`;

const inodeOf = (path: string): bigint | null =>
  statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;

function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const replaced = (path: string): string =>
  `another file stands in the place of the record, ${path}, and is not written over: move it away`;
