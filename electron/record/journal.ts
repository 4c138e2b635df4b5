import { Worker } from 'node:worker_threads';
import type { KeptEvent, RunEvent, RunHeader } from '../domain/run-event.ts';
import type { Sample } from '../domain/sample.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { sampleToRow } from './sample-row.ts';

export type OpenJournal = { ok: true; journal: Journal } | { ok: false; problem: string };

/** The journal as the session sees it: it hands over and never waits. */
export class Journal {
  readonly path: string;
  readonly #worker: Worker;
  #seq = 0;
  #durableSeq = 0;
  #problem: string | null = null;
  #samples = 0;
  /** Why there is no thread any more. */
  #dead: string | null = null;
  #closed: ((problem: string | null) => void) | null = null;

  private constructor(path: string, worker: Worker) {
    this.path = path;
    this.#worker = worker;
  }

  /** Makes a new journal file. Refuses, with what to do, when the file exists or cannot be made. */
  static open(path: string, header: RunHeader, workerUrl: URL): Promise<OpenJournal> {
    const worker = new Worker(workerUrl);
    const journal = new Journal(path, worker);
    return new Promise((resolve) => {
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'opened') resolve({ ok: true, journal });
        else if (message.kind === 'refused') {
          void worker.terminate();
          resolve({ ok: false, problem: message.problem });
        } else journal.#hear(message);
      });
      worker.on('error', (error) => {
        journal.#dead = `journal thread ended: ${error.message}`;
        journal.#problem = journal.#dead;
        resolve({ ok: false, problem: journal.#dead });
        journal.#closed?.(journal.#dead);
      });
      journal.#send({ kind: 'open', path, header });
    });
  }

  sample(sample: Sample): void {
    this.#samples += 1;
    this.#send({ kind: 'sample', row: sampleToRow(sample) });
  }

  /** Numbers the event and hands it over; it is recorded once `durableSeq` has reached its number. */
  event(event: RunEvent, sessionMs: number, wallMs: number): KeptEvent {
    this.#seq += 1;
    const kept: KeptEvent = { seq: this.#seq, sessionMs, wallMs, event };
    this.#send({ kind: 'event', event: kept });
    return kept;
  }

  get durableSeq(): number {
    return this.#durableSeq;
  }
  get samples(): number {
    return this.#samples;
  }
  /** Why nothing can be written at present; `null`: all is well. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Writes what waits and closes the file; resolves to what could not be written, or `null`. */
  close(): Promise<string | null> {
    if (this.#dead !== null) return Promise.resolve(this.#dead);
    return new Promise((resolve) => {
      this.#closed = resolve;
      this.#send({ kind: 'close' });
    });
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #hear(message: FromWorker): void {
    if (message.kind === 'durable') this.#durableSeq = message.seq;
    if (message.kind === 'failing') this.#problem = `${message.problem} (${message.waiting} entries wait)`;
    if (message.kind === 'recovered') this.#problem = null;
    if (message.kind === 'closed') this.#closed?.(message.problem);
  }
}
