import { join } from 'node:path';
import { mostSendings, waitAfterMs } from './back-off.ts';
import type { Delivery } from './delivery.ts';
import { type Destination, waitsForAnswer } from './destination.ts';
import type { DeliveryDisk, FoundFile } from './disk.ts';
import type { Change, DeliveryQueue } from './queue.ts';

/** What a file answers to the document of one control id. */
export interface Answer {
  readonly kind: 'accepted' | 'retry' | 'refused' | 'not-ours' | 'unreadable';
  /** The receiver's own words. */
  readonly text: string;
}
export type ReadAnswer = (bytes: Uint8Array, controlId: string) => Answer;

export interface Hearing {
  readonly queue: DeliveryQueue;
  readonly destination: Destination;
  readonly disk: DeliveryDisk;
  readonly readAnswer: ReadAnswer;
  readonly nowWallMs: number;
  readonly memory: HearingMemory;
}

/** What this life of the program knows of an acknowledgement folder. */
export interface HearingMemory {
  /** Names of files that could not be removed: it is not tried for ever. */
  readonly unremovable: Set<string>;
  /** At the last look: one that was another then is still being written. */
  before: readonly FoundFile[];
}

export interface Heard {
  /** Ids of deliveries that have come further, or no further. */
  readonly changed: readonly number[];
  /** Files of which nobody can say what they answer, each told once. */
  readonly unreadable: readonly string[];
}

/** An acknowledgement has a few lines; more is something else, bytes. */
const mostBytes = 65_536;
/** Of those that are done an answer may still come, as to a document that was sent twice: so many are known by their control ids. */
const mostDone = 200;
/** What writers name a file that is not ready. */
const isTemporary = (name: string): boolean => /^\.|~$|\.(?:tmp|temp|part|partial|lock)$/i.test(name);

/**
 * Notes what the receiver has answered since, and removes the files that answer us: noted first, so that a file that cannot
 * be removed, or a program that ends in between, is not heard twice. Files of others are left as they are. Rejects where
 * the folder cannot be read.
 */
export async function hearAnswers(hearing: Hearing): Promise<Heard> {
  const { queue, destination, disk, memory } = hearing;
  const { acknowledgements: folder, id } = destination;
  if (folder === null) return { changed: [], unreadable: [] };
  const files = (await disk.list(folder)).filter(({ name }) => !isTemporary(name));
  const seen = new Map(queue.seenAnswers(id).map((one) => [one.name, one]));
  const names = new Set(files.map(({ name }) => name));
  for (const name of seen.keys()) if (!names.has(name)) queue.forgetAnswer(id, name);
  const { before } = memory;
  memory.before = files;
  const changed: number[] = [];
  const unreadable: string[] = [];
  for (const file of files) {
    const known = seen.get(file.name);
    if (known !== undefined && isSame(known, file)) {
      if (known.ours) await remove(hearing, file);
    } else if (file.bytes <= mostBytes && before.some((one) => one.name === file.name && isSame(one, file))) {
      const heard = await hear(hearing, file);
      if (heard === null) unreadable.push(file.name);
      else changed.push(...heard);
    }
  }
  return { changed, unreadable };
}

const isSame = (known: Omit<FoundFile, 'name'>, file: FoundFile): boolean =>
  known.bytes === file.bytes && known.modifiedMs === file.modifiedMs;

/** Ids of what changed; `null`: nobody can say what it answers. */
async function hear(hearing: Hearing, file: FoundFile): Promise<number[] | null> {
  const { queue, destination, disk, readAnswer, nowWallMs } = hearing;
  const bytes = await disk.read(join(destination.acknowledgements ?? '', file.name));
  const sent = queue
    .shown(mostDone)
    .filter((one) => one.destinationId === destination.id && waitsForAnswer(destination, one.kind));
  const answers = sent.map((delivery) => ({ delivery, answer: readAnswer(bytes, delivery.controlId) }));
  const ours = answers.filter(({ answer: { kind } }) => kind !== 'not-ours' && kind !== 'unreadable');
  const changes = ours.flatMap(({ delivery, answer }) => {
    const change = changeBy(answer, delivery, nowWallMs);
    return change === null ? [] : [[delivery.id, change] as const];
  });
  queue.noteAnswer(destination.id, { ...file, ours: ours.length > 0 }, changes, nowWallMs);
  if (ours.length > 0) await remove(hearing, file);
  return answers.some(({ answer }) => answer.kind === 'unreadable') ? null : changes.map(([id]) => id);
}

/** `null`: it says nothing new. What was accepted stays so, whatever a second copy was answered. */
function changeBy({ kind, text }: Answer, { state, sendings }: Delivery, nowWallMs: number): Change | null {
  if (state === 'accepted') return null;
  if (kind === 'accepted') return { state: 'accepted', why: null, nextTryWallMs: null };
  if (kind === 'refused')
    return { state: 'refused', why: { kind: 'receiver-refused', detail: text }, nextTryWallMs: null };
  // It answers what was sent before, and that is tried again already.
  if (state !== 'written') return null;
  return sentInVain({ kind: 'receiver-error', detail: text }, sendings, nowWallMs);
}

/** It has reached its folder and nobody took it. */
export const sentInVain = (why: Change['why'] & object, sendings: number, nowWallMs: number): Change => ({
  state: 'failed',
  why,
  nextTryWallMs: sendings >= mostSendings ? null : nowWallMs + waitAfterMs(sendings),
});

async function remove(
  { destination, disk, memory: { unremovable } }: Hearing,
  { name }: FoundFile,
): Promise<void> {
  if (unremovable.has(name)) return;
  await disk.remove(join(destination.acknowledgements ?? '', name)).catch(() => unremovable.add(name));
}
