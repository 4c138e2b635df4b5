import type { Clock } from '../domain/time.ts';
import type { DeliveryDisk } from './disk.ts';

/** A document of 10 MB is written to a slow share in it; what has not answered by then hangs, ms (chosen, as for copies of reports). */
export const diskAnswersWithinMs = 60_000;

/** Each that hangs holds one of the four threads that ask disks for the whole program: so many at most (chosen). */
const mostHanging = 2;

/** A disk that has not answered; the message is the path that was asked for. */
export class Hangs extends Error {}

/**
 * Asks disks for a destination, one question at a time and each with a limit. A question that was given up may still be
 * answered; until then nothing more is asked for that destination.
 */
export class AskingDisks {
  readonly #clock: Pick<Clock, 'after'>;
  /** What each destination waits for, by its id. */
  readonly #hanging = new Map<string, string>();

  constructor(clock: Pick<Clock, 'after'>) {
    this.#clock = clock;
  }

  /** What a destination hangs in; `null`: it may be asked. */
  hangsIn(destinationId: string): string | null {
    const own = this.#hanging.get(destinationId);
    if (own !== undefined) return own;
    return this.#hanging.size < mostHanging ? null : [...this.#hanging.values()].join(', ');
  }

  /** The disk as it is asked for that destination; `Hangs` where it does not answer. */
  for(destinationId: string, disk: DeliveryDisk): DeliveryDisk {
    const ask = <Answer>(path: string, question: () => Promise<Answer>): Promise<Answer> =>
      this.#ask(destinationId, path, question);
    return {
      isFolder: (path) => ask(path, () => disk.isFolder(path)),
      mayWrite: (path) => ask(path, () => disk.mayWrite(path)),
      freeBytes: (path) => ask(path, () => disk.freeBytes(path)),
      volume: (path) => ask(path, () => disk.volume(path)),
      size: (path) => ask(path, () => disk.size(path)),
      read: (path) => ask(path, () => disk.read(path)),
      makeFolder: (path) => ask(path, () => disk.makeFolder(path)),
      write: (path, bytes) => ask(path, () => disk.write(path, bytes)),
      rename: (from, to) => ask(to, () => disk.rename(from, to)),
      list: (path) => ask(path, () => disk.list(path)),
      remove: (path) => ask(path, () => disk.remove(path)),
    };
  }

  #ask<Answer>(destinationId: string, path: string, question: () => Promise<Answer>): Promise<Answer> {
    const hangsIn = this.hangsIn(destinationId);
    if (hangsIn !== null) return Promise.reject(new Hangs(hangsIn));
    return new Promise((resolve, reject) => {
      const cancel = this.#clock.after(diskAnswersWithinMs, () => {
        this.#hanging.set(destinationId, path);
        reject(new Hangs(path));
      });
      const answered = (): void => {
        cancel();
        this.#hanging.delete(destinationId);
      };
      question().then(
        (answer) => {
          answered();
          resolve(answer);
        },
        (error: unknown) => {
          answered();
          reject(error as Error);
        },
      );
    });
  }
}
