import type { Clock } from '../domain/time.ts';
import type { EarlierFound } from './earlier-runs.ts';
import { RecordGone } from './lasting-writer.ts';
import type { JournalHeader, ToServer } from './messages.ts';
import type { LastFound } from './open-runs.ts';
import type { EntryMessage } from './outbox.ts';
import type { ServerPort } from './port.ts';
import { refusal } from './refused-row.ts';
import { inItsPlace, setAsideOf } from './set-aside.ts';
import type { RecordWriter } from './writer.ts';

export interface JournalServerOptions {
  readonly port: ServerPort;
  readonly clock: Pick<Clock, 'monotonicMs' | 'after'>;
  /** Throws what is wrong, and how to mend it. */
  readonly openWriter: (path: string, header: JournalHeader | null) => RecordWriter;
  readonly lastRecordOf: (serialNumber: string, folders: readonly string[]) => LastFound;
  readonly earlierRuns: (query: string, folders: readonly string[]) => EarlierFound;
}

const fullSyncEveryMs = 1000;
const retryEveryMs = 500;
/** Once closing, a disk that still refuses is given up after this many tries (10 s and more). */
const closingTries = 20;

/**
 * Writes what the journal hands over; a slow disk delays it and nothing else. What cannot be written waits in order
 * and is tried again, also after the run is over; the journal hands over no more than so much of it. A row that the tables
 * refuse holds up nothing: it is set aside.
 */
export class JournalServer {
  readonly #port: ServerPort;
  readonly #clock: JournalServerOptions['clock'];
  readonly #openWriter: JournalServerOptions['openWriter'];
  #writer: RecordWriter | null = null;
  #waiting: EntryMessage[] = [];
  #seq = 0;
  #samples = 0;
  /** It goes on where another may have been lost, over an entry it did not survive: that one must not take others along. */
  #isCareful = false;
  #problem: string | null = null;
  #lastFullMs = Number.NEGATIVE_INFINITY;
  #drainIsDue = false;
  #stopTrying: (() => void) | null = null;
  /** Tries left before the file is closed as it is; `null`: not closing. */
  #triesLeft: number | null = null;

  readonly #lastRecordOf: JournalServerOptions['lastRecordOf'];
  readonly #earlierRuns: JournalServerOptions['earlierRuns'];

  constructor({ port, clock, openWriter, lastRecordOf, earlierRuns }: JournalServerOptions) {
    this.#port = port;
    this.#clock = clock;
    this.#openWriter = openWriter;
    this.#lastRecordOf = lastRecordOf;
    this.#earlierRuns = earlierRuns;
    port.onMessage((message) => this.#hear(message));
  }

  #hear(message: ToServer): void {
    if (message.kind === 'open') this.#open(message.path, message.header);
    else if (message.kind === 'close') this.#close();
    else if (message.kind === 'last-record') {
      const found = this.#lastRecordOf(message.serialNumber, message.folders);
      this.#port.post({ kind: 'last-record', found });
    } else if (message.kind === 'earlier-runs') {
      const found = this.#earlierRuns(message.query, message.folders);
      this.#port.post({ kind: 'earlier-runs', found });
    } else this.#take(message);
  }

  #take(entry: EntryMessage): void {
    this.#waiting.push(entry);
    // What comes in one go is written in one go, and acknowledged once.
    if (this.#problem !== null || this.#drainIsDue) return;
    this.#drainIsDue = true;
    this.#clock.after(0, () => {
      this.#drainIsDue = false;
      if (this.#problem === null) this.#drain();
    });
  }

  #open(path: string, header: JournalHeader | null): void {
    try {
      this.#writer = this.#openWriter(path, header);
      this.#seq = this.#writer.seq;
      this.#isCareful = header === null;
      this.#port.post({ kind: 'opened', seq: this.#seq, samples: this.#writer.samples });
    } catch (error) {
      this.#port.post({ kind: 'refused', problem: `journal: ${(error as Error).message}` });
    }
  }

  /** Writes what waits, in order, as far as the disk takes it. */
  #drain(): void {
    let done = 0;
    let problem: string | null = null;
    try {
      if (this.#writeTogether()) done = this.#waiting.length;
      for (const entry of this.#waiting.slice(done)) {
        this.#writeAlone(entry);
        done += 1;
      }
    } catch (error) {
      problem = (error as Error).message;
    }
    this.#waiting = this.#waiting.slice(done);
    if (done > 0) this.#port.post({ kind: 'durable', seq: this.#seq, samples: this.#samples });
    if (problem === null) {
      this.#isCareful = false;
      this.#recover();
    } else this.#fail(problem);
  }

  /** `false`: not all of them can be written; which can is found out one by one. */
  #writeTogether(): boolean {
    if (this.#waiting.length < 2 || this.#isCareful) return false;
    try {
      this.#write(this.#waiting);
    } catch {
      return false;
    }
    for (const entry of this.#waiting) this.#count(entry);
    return true;
  }

  #writeAlone(entry: EntryMessage): void {
    const refused = refusal(() => this.#write([entry]));
    if (refused !== null) this.#setAside(entry, refused);
    this.#count(entry);
  }

  /** An event is synced in full, and what else is there once a second. */
  #write(entries: readonly EntryMessage[]): void {
    if (this.#writer === null) throw new Error('no journal is open');
    const nowMs = this.#clock.monotonicMs();
    const due = nowMs - this.#lastFullMs >= fullSyncEveryMs;
    const full = due || entries.some(({ kind }) => kind === 'event');
    if (this.#writer.write(entries, full)) this.#port.post({ kind: 'put-back' });
    if (full) this.#lastFullMs = nowMs;
  }

  #count(entry: EntryMessage): void {
    if (entry.kind === 'event') this.#seq = entry.event.seq;
    else this.#samples += 1;
  }

  /** An event under its own number, so that none is missing; a sample, or what is refused again, is told. */
  #setAside(entry: EntryMessage, why: string): void {
    if (entry.kind === 'sample' || refusal(() => this.#write([inItsPlace(entry, why)])) !== null) {
      this.#port.post({ kind: 'set-aside', refused: setAsideOf(entry, why) });
    }
  }

  #fail(why: string): void {
    this.#problem = why;
    this.#port.post({ kind: 'failing', problem: why });
    this.#stopTrying ??= this.#clock.after(retryEveryMs, () => this.#tryAgain());
  }

  #recover(): void {
    if (this.#problem === null) return;
    this.#problem = null;
    this.#port.post({ kind: 'recovered' });
  }

  #tryAgain(): void {
    this.#stopTrying = null;
    this.#drain();
    this.#finish();
  }

  #close(): void {
    this.#triesLeft = closingTries;
    this.#drain();
    this.#finish();
  }

  /** Closes the file when all is written, or when the tries are used up. */
  #finish(): void {
    if (this.#triesLeft === null) return;
    this.#triesLeft -= 1;
    if (this.#waiting.length > 0 && this.#triesLeft > 0) return;
    this.#triesLeft = null;
    this.#stopTrying?.();
    const left = this.#waiting.length === 0 ? null : this.#problem;
    this.#waiting = [];
    this.#port.post({ kind: 'closed', left, problem: this.#closeFile(left === null) });
    this.#port.close();
  }

  #closeFile(allWritten: boolean): string | null {
    try {
      this.#writer?.close();
      return null;
    } catch (error) {
      const { message } = error as Error;
      if (error instanceof RecordGone) return `${message}.`;
      return `The journal did not close well: ${message}.${allWritten ? ' All of it was written.' : ''}`;
    } finally {
      this.#writer = null;
    }
  }
}
