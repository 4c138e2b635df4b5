import { open } from 'node:fs/promises';

/** What a system says that opens or syncs no folder, as Windows: there a renamed file is safe without it. */
const unknownThere = ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'];

/** So that a new name in a folder outlives a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!unknownThere.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
