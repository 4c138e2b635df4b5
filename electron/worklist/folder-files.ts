import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What is asked of a folder: nothing in it is ever written, moved or removed. */
export interface FolderFiles {
  /** Names, in no order. */
  list(): Promise<readonly string[]>;
  /** `null`: it is gone, or no file. */
  look(name: string): Promise<FileLook | null>;
  /** At most so many bytes. */
  read(name: string, mostBytes: number): Promise<Uint8Array>;
}

export interface FileLook {
  readonly size: number;
  /** Last written, wall ms. */
  readonly modifiedMs: number;
}

export const folderFiles = (folder: string): FolderFiles => ({
  list: () => readdir(folder),
  async look(name) {
    try {
      const found = await stat(join(folder, name));
      return found.isFile() ? { size: found.size, modifiedMs: found.mtimeMs } : null;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  },
  read: (name, mostBytes) => readAtMost(join(folder, name), mostBytes),
});

/** In pieces: a file on a share says a size and may hold more by then. */
async function readAtMost(path: string, mostBytes: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const pieces: Uint8Array[] = [];
    for (let length = 0; length < mostBytes; ) {
      const piece = new Uint8Array(Math.min(pieceBytes, mostBytes - length));
      const { bytesRead } = await file.read(piece, 0, piece.length, length);
      if (bytesRead === 0) break;
      pieces.push(piece.subarray(0, bytesRead));
      length += bytesRead;
    }
    return Buffer.concat(pieces);
  } finally {
    await file.close();
  }
}

const pieceBytes = 64 * 1024;
