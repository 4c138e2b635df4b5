import { randomUUID } from 'node:crypto';
import { access, link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file being written under a name of its own beside the place it will take. */
export interface PartFile {
  readonly target: string;
  readonly write: (data: string | Uint8Array) => Promise<void>;
  /** On disk, closed; takes its place only with `publish`. */
  readonly finish: () => Promise<void>;
  /** Takes the place of `target`, or refuses if there is a file already. */
  readonly publish: () => Promise<void>;
  /** Closes and removes what is not published. */
  readonly discard: () => Promise<void>;
}

/** Refuses before any work is done: throws where one of `names` is in `folder` already. Makes the folder. */
export async function claimNames(folder: string, names: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of names) {
    if (await exists(join(folder, name))) throw occupied(join(folder, name));
  }
}

export async function openPart(target: string): Promise<PartFile> {
  const path = `${target}.${randomUUID()}.part`;
  const file = await open(path, 'wx');
  let closed = false;
  const close = async (): Promise<void> => {
    if (!closed) await file.close();
    closed = true;
  };
  return {
    target,
    write: async (data) => {
      await file.writeFile(data);
    },
    finish: async () => {
      await file.sync();
      await close();
    },
    publish: () => takePlace(path, target),
    discard: async () => {
      await close();
      await rm(path, { force: true });
    },
  };
}

/** A link never replaces a file. Where the file system has none (FAT), look, then rename. */
async function takePlace(path: string, target: string): Promise<void> {
  try {
    await link(path, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw occupied(target);
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error))) throw error;
    if (await exists(target)) throw occupied(target);
    await rename(path, target);
  }
}

const occupied = (path: string): Error =>
  new Error(
    `${path} exists already and is not written over. Choose another folder than ${dirname(path)}, or move the file away.`,
  );

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
