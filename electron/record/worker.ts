import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './messages.ts';
import { JournalWriter } from './writer.ts';

/**
 * The worker thread of the journal: a slow disk delays it and nothing else.
 * What cannot be written waits in order and is tried again, also after the run is over; nothing is dropped
 * while there is hope.
 */
type Entry = Extract<ToWorker, { kind: 'sample' | 'event' }>;

const fullSyncEveryMs = 1000;
const retryEveryMs = 500;
/** Once closing, a disk that still refuses is given up after this many tries (10 s and more). */
const closingTries = 20;

let writer: JournalWriter | null = null;
let waiting: Entry[] = [];
let problem: string | null = null;
let lastFullMs = 0;
let retry: NodeJS.Timeout | null = null;
/** Tries left before the file is closed as it is; `null`: not closing. */
let triesLeft: number | null = null;

const tell = (message: FromWorker): void => parentPort?.postMessage(message);

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'open') return open(message);
  if (message.kind === 'close') return close();
  waiting.push(message);
  if (problem === null) drain();
});

function open(message: Extract<ToWorker, { kind: 'open' }>): void {
  try {
    writer = new JournalWriter(message.path, message.header);
    tell({ kind: 'opened' });
  } catch (error) {
    tell({ kind: 'refused', problem: `journal: ${(error as Error).message}` });
  }
}

/** Writes what waits, in order, as far as the disk takes it. */
function drain(): void {
  let done = 0;
  let durable = 0;
  try {
    for (const entry of waiting) {
      write(entry);
      done += 1;
      if (entry.kind === 'event') durable = entry.event.seq;
    }
    recover();
  } catch (error) {
    fail((error as Error).message, waiting.length - done);
  }
  waiting = waiting.slice(done);
  if (durable > 0) tell({ kind: 'durable', seq: durable });
}

function write(entry: Entry): void {
  if (writer === null) throw new Error('no journal is open');
  if (entry.kind === 'event') {
    writer.event(entry.event);
    return;
  }
  const now = performance.now();
  const full = now - lastFullMs >= fullSyncEveryMs;
  writer.sample(entry.row, full);
  if (full) lastFullMs = now;
}

function fail(why: string, left: number): void {
  problem = why;
  tell({ kind: 'failing', problem, waiting: left });
  retry ??= setInterval(tryAgain, retryEveryMs);
}

function recover(): void {
  if (problem === null) return;
  problem = null;
  stopTrying();
  tell({ kind: 'recovered' });
}

function tryAgain(): void {
  drain();
  if (triesLeft !== null) finish();
}

function stopTrying(): void {
  if (retry !== null) clearInterval(retry);
  retry = null;
}

function close(): void {
  triesLeft = closingTries;
  drain();
  finish();
}

/** Closes the file when all is written, or when the tries are used up. */
function finish(): void {
  if (triesLeft === null) return;
  triesLeft -= 1;
  if (waiting.length > 0 && triesLeft > 0) return;
  triesLeft = null;
  stopTrying();
  writer?.close();
  tell({
    kind: 'closed',
    problem:
      waiting.length === 0
        ? null
        : `The record ends early: its last ${waiting.length} entries could not be written (${problem}). ` +
          'Note by other means what the screen shows of the end.',
  });
  parentPort?.close();
}
