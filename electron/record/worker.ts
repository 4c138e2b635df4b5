import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './messages.ts';
import { JournalWriter } from './writer.ts';

/**
 * The worker thread of the journal: a slow disk delays it and nothing else.
 * What cannot be written waits in order and is tried again; nothing is dropped.
 */
type Entry = Extract<ToWorker, { kind: 'sample' | 'event' }>;

const fullSyncEveryMs = 1000;
const retryEveryMs = 500;

let writer: JournalWriter | null = null;
let waiting: Entry[] = [];
let failing = false;
let lastFullMs = 0;
let retry: NodeJS.Timeout | null = null;

const tell = (message: FromWorker): void => parentPort?.postMessage(message);

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'open') return open(message);
  if (message.kind === 'close') return close();
  waiting.push(message);
  if (!failing) drain();
});

function open(message: Extract<ToWorker, { kind: 'open' }>): void {
  try {
    writer = new JournalWriter(message.path, message.header);
    tell({ kind: 'opened' });
  } catch (error) {
    tell({ kind: 'refused', problem: `journal: ${(error as Error).message}` });
  }
}

function drain(): void {
  let done = 0;
  let durable = 0;
  try {
    for (const entry of waiting) {
      write(entry);
      done += 1;
      if (entry.kind === 'event') durable = entry.event.seq;
    }
    if (failing) tell({ kind: 'recovered' });
    failing = false;
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

function fail(problem: string, left: number): void {
  failing = true;
  tell({ kind: 'failing', problem, waiting: left });
  retry ??= setInterval(() => {
    if (failing) drain();
    if (!failing && retry !== null) {
      clearInterval(retry);
      retry = null;
    }
  }, retryEveryMs);
}

function close(): void {
  let problem: string | null = null;
  try {
    drain();
    if (waiting.length > 0) problem = `${waiting.length} entries could not be written`;
    writer?.close();
  } catch (error) {
    problem = (error as Error).message;
  }
  tell({ kind: 'closed', problem });
  parentPort?.close();
}
