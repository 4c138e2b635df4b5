import type { Clock } from '../domain/time.ts';
import type { EarlierFound } from './earlier-runs.ts';
import type { FromServer, ToServer } from './messages.ts';
import type { LastFound } from './open-runs.ts';
import type { JournalPort } from './port.ts';

/** Hundreds of journals are looked at in a second or two; a disk that has not answered by then hangs, ms (chosen). */
export const answerWithinMs = 10_000;

type Clocked = Pick<Clock, 'after'>;

/** The last record of a rig. Asked of a journal's thread of its own, as all of this. Rejects in words. */
export async function askLastRecord(
  port: JournalPort,
  clock: Clocked,
  serialNumber: string,
  folders: readonly string[],
): Promise<LastFound> {
  const answer = await ask(port, clock, { kind: 'last-record', serialNumber, folders });
  return answer.found;
}

/** Runs of a patient by number or name. */
export async function askEarlierRuns(
  port: JournalPort,
  clock: Clocked,
  query: string,
  folders: readonly string[],
): Promise<EarlierFound> {
  const answer = await ask(port, clock, { kind: 'earlier-runs', query, folders });
  return answer.found;
}

type Question = Extract<ToServer, { kind: 'last-record' | 'earlier-runs' }>;
type AnswerTo<Asked extends Question> = Extract<FromServer, { kind: Asked['kind'] }>;

/** A disk that hangs keeps nobody here. */
function ask<Asked extends Question>(
  port: JournalPort,
  clock: Clocked,
  asked: Asked,
): Promise<AnswerTo<Asked>> {
  return new Promise<AnswerTo<Asked>>((resolve, reject) => {
    const fail = (error: Error): void => {
      cancel();
      port.close();
      reject(error);
    };
    const cancel = clock.after(answerWithinMs, () => fail(hangs(asked.folders)));
    port.onMessage((message) => {
      if (message.kind !== asked.kind) return;
      cancel();
      // It ends by itself: one that is ended from outside may be at anything.
      port.post({ kind: 'close' });
      resolve(message as AnswerTo<Asked>);
    });
    port.onGone((why) => fail(new Error(why)));
    port.post(asked);
  });
}

const hangs = (folders: readonly string[]): Error =>
  new Error(
    `the disk of ${folders.join(' and ')} has not answered for ${answerWithinMs / 1000} s: check it, ` +
      'and look for fluid in the patient',
  );
