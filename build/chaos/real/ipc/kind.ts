import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { memoryFolder } from '../../simulate/scratch.ts';
import { type Job, realKind } from '../real-kind.ts';
import { Fuzz } from './fuzz.ts';
import { faults, type IpcFault, type Promised, promises } from './terms.ts';

/** A console is asked so many things before the next takes its place (chosen: two or three runs). */
const messagesEach = 2500;

async function play({ times, seed, account, stop, progress }: Job<IpcFault, Promised>): Promise<void> {
  // What is proven here does not hang on a disk; the journal has its own kinds.
  const scratch = mkdtempSync(join(memoryFolder(), 'isotherm-chaos-ipc-'));
  const where = new Map<string, number>();
  let done = 0;
  try {
    const folderOf = (index: number): string => {
      const folder = join(scratch, String(index));
      mkdirSync(folder, { recursive: true });
      return folder;
    };
    for (let index = 0; done < times && !stop.aborted; index += 1) {
      const fuzz = new Fuzz({
        folder: folderOf(index),
        seed,
        index,
        messages: Math.min(messagesEach, times - done),
        account,
        stop,
        onMessage: (at) => {
          done += 1;
          where.set(at, (where.get(at) ?? 0) + 1);
          progress(done);
        },
      });
      try {
        await fuzz.play();
        fuzz.leave(folderOf(index + 1));
      } catch (error) {
        account.fail(index + 1, error instanceof Error ? (error.stack ?? error.message) : String(error));
        break;
      } finally {
        await fuzz.close();
        rmSync(folderOf(index), { recursive: true, force: true, maxRetries: 10 });
      }
    }
    account.note(`sent in: ${[...where].map(([at, count]) => `${at} ${count}`).join(', ')}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
  }
}

export const kind = realKind<IpcFault, Promised>({
  name: 'ipc',
  counts: 'messages',
  most: 100_000_000,
  faults,
  promises,
  play,
});
