import { copyFileSync, existsSync, renameSync, rmSync, truncateSync } from 'node:fs';
import type { JournalHeader } from '../../../../electron/record/messages.ts';
import { openWriter, type RecordWriter } from '../../../../electron/record/writer.ts';
import { syncedBytes } from './wal.ts';

interface Open {
  readonly path: string;
  readonly writer: RecordWriter;
  /** Commits since the last that was synced. */
  unsynced: number;
}

/** The disk of the record: the real writer on a real file. It refuses, and what is left after a power cut is torn. */
export class Disk {
  /** Asked to write. */
  refusing = false;
  /** Called for every write that was refused. */
  onRefused: () => void = () => {};
  #open: Open[] = [];

  readonly openWriter = (path: string, header: JournalHeader | null): RecordWriter => {
    this.#mayWrite();
    const writer = openWriter(path, header);
    const open: Open = { path, writer, unsynced: 0 };
    this.#open.push(open);
    return {
      seq: writer.seq,
      samples: writer.samples,
      write: (entries, full) => {
        this.#mayWrite();
        const putBack = writer.write(entries, full);
        open.unsynced = full ? 0 : open.unsynced + 1;
        return putBack;
      },
      close: () => {
        this.#open = this.#open.filter((one) => one !== open);
        writer.close();
      },
    };
  };

  #mayWrite(): void {
    if (!this.refusing) return;
    this.onRefused();
    throw new Error('no space left on device (simulated)');
  }

  /**
   * The program is gone and its files are as they were at that moment. `tear` (0 to 1): a power cut, of what was not
   * synced only that share is there; `null`: the computer goes on, and all of it is. Returns the bytes that were lost.
   */
  lose(tear: number | null): number {
    let lost = 0;
    for (const open of this.#open.splice(0)) lost += leaveAsItIs(open, tear);
    return lost;
  }
}

const parts = ['', '-wal'];

/** Closing folds the log into the file, which a program that is killed does not do: so what was there is put back. */
function leaveAsItIs({ path, writer, unsynced }: Open, tear: number | null): number {
  for (const part of parts) if (existsSync(path + part)) copyFileSync(path + part, `${path}${part}.left`);
  writer.close();
  for (const part of [...parts, '-shm']) rmSync(path + part, { force: true });
  for (const part of parts)
    if (existsSync(`${path}${part}.left`)) renameSync(`${path}${part}.left`, path + part);
  if (tear === null || unsynced === 0 || !existsSync(`${path}-wal`)) return 0;
  const { syncedBytes: synced, bytes } = syncedBytes(`${path}-wal`, unsynced);
  const left = Math.round(synced + tear * (bytes - synced));
  truncateSync(`${path}-wal`, left);
  return bytes - left;
}
