import { copyFile, lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../access/sync-folder.ts';
import type { Clock } from '../domain/time.ts';
import { inTime } from '../session/in-time.ts';

/** The documents of the longest run are some 10 MB; a share that has not taken them by then hangs, ms (chosen). */
export const copyWithinMs = 60_000;

/** What is asked of the disks between which is copied. */
export interface CopyDisk {
  isThere(path: string): Promise<boolean>;
  /** Not with what is above it: a share that is not mounted is no folder to be made here. */
  makeFolder(path: string): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

/** Files of a folder, by name. */
export interface ToCopy {
  readonly folder: string;
  readonly names: readonly string[];
}

/**
 * Copies of the documents of runs in a folder of the hospital, each run in one of its own: whole or not at all. Nothing
 * waits for it but what is said of it in the end; what a folder that hangs is asked stays at one question.
 */
export class ReportCopies {
  readonly #clock: Pick<Clock, 'after'>;
  readonly #disk: CopyDisk;
  /** Given up, and not answered yet: each would hold one of the few threads that ask disks. */
  #hangs: string | null = null;

  constructor(clock: Pick<Clock, 'after'>, disk: CopyDisk = copyDisk) {
    this.#clock = clock;
    this.#disk = disk;
  }

  /** Returns what stands in the way, in a sentence; `null`: it is done. Never rejects. */
  async copy(runId: string, files: ToCopy, folder: string): Promise<string | null> {
    const failed = (why: string): string =>
      `The documents were not copied to ${join(folder, runId)}: ${why}. They are in ${files.folder}: copy them from there.`;
    if (this.#hangs === folder) return failed('the folder has not answered since an earlier run');
    const limit = { isOver: false };
    const copying = this.#copied(runId, files, folder, limit).then(
      () => ({ why: null }),
      (error: Error) => ({ why: error.message }),
    );
    const done = await inTime(this.#clock, copyWithinMs, copying);
    if (done !== null) return done.why === null ? null : failed(done.why);
    limit.isOver = true;
    this.#hangs = folder;
    void copying.then(() => {
      this.#hangs = null;
    });
    return failed(`the folder did not take them within ${copyWithinMs / 1000} s`);
  }

  async #copied(
    runId: string,
    files: ToCopy,
    folder: string,
    limit: { readonly isOver: boolean },
  ): Promise<void> {
    const disk = this.#disk;
    const whole = join(folder, runId);
    const part = join(folder, `.${runId}.part`);
    if (!(await disk.isThere(folder))) throw new Error('the folder is not there');
    if (await disk.isThere(whole)) throw new Error('it is there already and is not written over');
    // What a program that was killed left half copied.
    await disk.remove(part);
    await disk.makeFolder(part);
    try {
      for (const name of files.names)
        if (!limit.isOver) await disk.copy(join(files.folder, name), join(part, name));
      if (limit.isOver) throw new Error('it took too long');
      await disk.rename(part, whole);
    } catch (error) {
      await disk.remove(part).catch(() => {});
      throw error;
    }
  }
}

export const copyDisk: CopyDisk = {
  async isThere(path) {
    try {
      await lstat(path);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
  },
  async makeFolder(path) {
    await mkdir(path);
  },
  async copy(from, to) {
    await copyFile(from, to);
    const file = await open(to, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  },
  async rename(from, to) {
    await syncFolder(from);
    await rename(from, to);
    await syncFolder(join(to, '..'));
  },
  remove: (path) => rm(path, { recursive: true, force: true }),
};
