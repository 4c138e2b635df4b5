import {
  access,
  constants,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  statfs,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../access/sync-folder.ts';

/** A file of a folder as it is listed. */
export interface FoundFile {
  readonly name: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** What is asked of file systems on the way of a document. Each rejects with what the system says. */
export interface DeliveryDisk {
  isFolder(path: string): Promise<boolean>;
  /** Rejects where this user may not write in it. */
  mayWrite(folder: string): Promise<void>;
  /** For this user, bytes; `null`: it does not say. */
  freeBytes(folder: string): Promise<number | null>;
  /** Tells volumes apart. */
  volume(path: string): Promise<number>;
  /** `null`: there is none. */
  size(path: string): Promise<number | null>;
  read(path: string): Promise<Uint8Array>;
  /** Not with what is above it; one that is there is taken. */
  makeFolder(path: string): Promise<void>;
  /** Over what is there, and on disk when it returns, with its name. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Whole in one step, and on disk when it returns. */
  rename(from: string, to: string): Promise<void>;
  /** Files alone. */
  list(folder: string): Promise<readonly FoundFile[]>;
  remove(path: string): Promise<void>;
}

export const systemDisk: DeliveryDisk = {
  isFolder: async (path) => (await found(path))?.isDirectory() === true,
  mayWrite: (folder) => access(folder, constants.W_OK),
  async freeBytes(folder) {
    const { bavail, bsize, blocks } = await statfs(folder);
    return blocks === 0 ? null : bavail * bsize;
  },
  volume: async (path) => (await stat(path)).dev,
  size: async (path) => (await found(path))?.size ?? null,
  read: (path) => readFile(path),
  async makeFolder(path) {
    await mkdir(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  },
  async write(path, bytes) {
    const file = await open(path, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(dirname(path));
  },
  async rename(from, to) {
    await rename(from, to);
    await syncFolder(dirname(to));
    await syncFolder(dirname(from));
  },
  async list(folder) {
    const files: FoundFile[] = [];
    for (const name of await readdir(folder)) {
      const file = await found(join(folder, name));
      if (file?.isFile()) files.push({ name, bytes: file.size, modifiedMs: file.mtimeMs });
    }
    return files;
  },
  remove: (path) => rm(path, { force: true }),
};

/** A link that leads nowhere, as to a share that is not mounted, is nothing. */
async function found(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
