import { statfs } from 'node:fs/promises';
import type { Clock } from '../domain/time.ts';

/** What is free on the disk of a folder, looked at now and then. */
export interface FreeSpace {
  /** At the last look, in MB of 10⁶ bytes; `null`: not known. */
  readonly megabytes: number | null;
  end(): void;
}

/** A record fills a disk by the hour; what else fills it may be faster, ms. */
export const lookEveryMs = 5_000;

/** Asks the file system without waiting for it: a slow disk delays the answer and nothing else. */
export function watchFreeSpace(folder: string, clock: Pick<Clock, 'after'>): FreeSpace {
  let megabytes: number | null = null;
  let ended = false;
  let cancel = () => {};
  const look = async (): Promise<void> => {
    megabytes = await freeMegabytes(folder);
    if (!ended) cancel = clock.after(lookEveryMs, () => void look());
  };
  void look();
  return {
    get megabytes() {
      return megabytes;
    },
    end() {
      ended = true;
      cancel();
    },
  };
}

/** What this user may still write. */
async function freeMegabytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return (bavail * bsize) / 1e6;
  } catch {
    // A folder that is gone has an alarm of its own as soon as it is written to.
    return null;
  }
}
