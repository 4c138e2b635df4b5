import type { Clock } from '../domain/time.ts';
import type { LastFound } from './open-runs.ts';
import type { JournalPort } from './port.ts';

/** Hundreds of journals are looked at in a second or two; a disk that has not answered by then hangs, ms (chosen). */
export const answerWithinMs = 10_000;

/** Asks a journal's thread of its own, so that a disk that hangs keeps nobody here. Rejects in words. */
export function askLastRecord(
  port: JournalPort,
  clock: Pick<Clock, 'after'>,
  serialNumber: string,
  folders: readonly string[],
): Promise<LastFound> {
  return new Promise<LastFound>((resolve, reject) => {
    const fail = (error: Error): void => {
      cancel();
      port.close();
      reject(error);
    };
    const cancel = clock.after(answerWithinMs, () => fail(hangs(folders)));
    port.onMessage((message) => {
      if (message.kind !== 'last-record') return;
      cancel();
      // It ends by itself: one that is ended from outside may be at anything.
      port.post({ kind: 'close' });
      resolve(message.found);
    });
    port.onGone((why) => fail(new Error(why)));
    port.post({ kind: 'last-record', serialNumber, folders });
  });
}

const hangs = (folders: readonly string[]): Error =>
  new Error(
    `the disk of ${folders.join(' and ')} has not answered for ${answerWithinMs / 1000} s: check it, ` +
      'and look for fluid in the patient',
  );
