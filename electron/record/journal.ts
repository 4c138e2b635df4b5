import type { RecordEvent } from '../domain/record-event.ts';
import type { KeptEvent, RunEvent } from '../domain/run-event.ts';
import type { Sample } from '../domain/sample.ts';
import { type Clock, systemClock } from '../domain/time.ts';
import type { FromServer, JournalHeader } from './messages.ts';
import { byOtherMeans, missingWords } from './missing-words.ts';
import type { JournalPort } from './port.ts';
import { type Reached, reach, type ServerAt } from './reach-server.ts';
import { sampleToRow } from './sample-row.ts';
import { ServerLine } from './server-line.ts';
import { RecordNews } from './set-aside.ts';
import { workerPort } from './worker-port.ts';

export type OpenJournal = { ok: true; journal: Journal } | { ok: false; problem: string };
type JournalClock = Pick<Clock, 'monotonicMs' | 'after'>;

/**
 * Longer than the server goes on trying a disk that refuses, and shorter than leaving the program takes at most, ms
 * (chosen: a person waits for it in the review).
 */
const closeLimitMs = 15_000;
/** Events beyond this number were never kept: no record comes so far. */
const neverKept = Number.MAX_SAFE_INTEGER - 2 ** 32;

/** The journal as the session sees it: it hands over and never waits. */
export class Journal {
  readonly path: string;
  readonly #clock: JournalClock;
  readonly #line: ServerLine;
  readonly #news = new RecordNews();
  #seq: number;
  #refusedEvents = 0;
  #samples = 0;
  #problem: string | null = null;
  #putBackMs: number | null = null;
  #closing: Promise<string | null> | null = null;
  #closed: ((problem: string | null) => void) | null = null;

  private constructor(server: ServerAt, clock: JournalClock, reached: Extract<Reached, { ok: true }>) {
    this.path = server.path;
    this.#clock = clock;
    this.#seq = reached.seq;
    this.#line = new ServerLine({
      server,
      reached,
      hear: (message) => this.#hear(message),
      gaveUp: (why) => this.#closed?.(this.#lost(why)),
    });
  }

  /** Makes a new journal file. Refuses, with what to do, when the file exists or cannot be made; never rejects. */
  static open(
    path: string,
    header: JournalHeader,
    workerUrl: URL,
    clock: JournalClock = systemClock,
  ): Promise<OpenJournal> {
    return Journal.over(() => workerPort(workerUrl), path, header, clock);
  }

  /**
   * Opens the journal of an open run to go on with it: numbers continue where it stopped. Refuses, with what to do,
   * one that is newer, has its end, is no journal, or is open in another program; never rejects.
   */
  static reopen(path: string, workerUrl: URL, clock: JournalClock = systemClock): Promise<OpenJournal> {
    return Journal.over(() => workerPort(workerUrl), path, null, clock);
  }

  /**
   * A journal whose server is at the other end of what `makePort` returns, made anew where that server is lost;
   * `header` `null`: gone on with, see `reopen`.
   */
  static async over(
    makePort: () => JournalPort,
    path: string,
    header: JournalHeader | null,
    clock: JournalClock,
  ): Promise<OpenJournal> {
    const server = { makePort, path, clock };
    const reached = await reach(server, header);
    return reached.ok ? { ok: true, journal: new Journal(server, clock, reached) } : reached;
  }

  /** `checkpoint`: JSON text from which the run can be gone on with after this sample; it replaces the last one. */
  sample(sample: Sample, checkpoint: string | null = null): void {
    this.#samples += 1;
    const message = { kind: 'sample', row: sampleToRow(sample), checkpoint } as const;
    this.#line.handOver.add(message, sample.sessionMs, this.#clock.monotonicMs());
  }

  /**
   * Numbers the event and hands it over; it is recorded once `durableSeq` has reached its number. One that nothing
   * can be kept of any more gets a number that is never reached.
   */
  event(event: RunEvent, sessionMs: number, wallMs: number, checkpoint: string | null = null): KeptEvent {
    const kept: KeptEvent = { seq: this.#seq + 1, sessionMs, wallMs, event };
    if (
      this.#line.handOver.add(
        { kind: 'event', event: kept, checkpoint },
        sessionMs,
        this.#clock.monotonicMs(),
      )
    ) {
      this.#seq += 1;
      return kept;
    }
    this.#refusedEvents += 1;
    return { ...kept, seq: neverKept + this.#refusedEvents };
  }

  /** What the record has to say of itself, once each: to be kept as events of the run. `last`: it is about to end. */
  news(last = false): RecordEvent[] {
    const { outbox } = this.#line.handOver;
    const gap = this.problem === null && outbox.isHandedOver ? outbox.dropped : null;
    if (gap !== null) outbox.forgetDropped();
    return this.#news.take(gap, last ? Number.POSITIVE_INFINITY : this.#clock.monotonicMs());
  }

  get durableSeq(): number {
    return this.#line.durableSeq;
  }
  /** Handed over since the journal was opened. */
  get samples(): number {
    return this.#samples;
  }
  /** Of these, written, or set aside because the tables refuse them. */
  get durableSamples(): number {
    return this.#line.durableSamples;
  }
  /** Entries handed over and not known to be written. */
  get unacknowledged(): number {
    return this.#line.handOver.outbox.count;
  }
  /** How long the oldest of them has waited, ms, by the clock the journal was given; 0: nothing waits. */
  get oldestUnacknowledgedMs(): number {
    return this.#line.handOver.outbox.oldestMs(this.#clock.monotonicMs());
  }
  /** Since its file, which was gone from its place, was put back there, ms; `null`: it was never gone. */
  get sincePutBackMs(): number | null {
    return this.#putBackMs === null ? null : this.#clock.monotonicMs() - this.#putBackMs;
  }
  /** Why nothing can be written at present; `null`: all is well, as far as anybody says. */
  get problem(): string | null {
    if (this.#line.dead !== null) return this.#line.dead;
    const problem = this.#line.handOver.problem ?? this.#problem;
    return problem && `${problem} (${this.#line.handOver.outbox.count} entries wait)`;
  }

  /** Writes what waits and closes the file; resolves, within `limitMs`, to what could not be written, or `null`. */
  close(limitMs = closeLimitMs): Promise<string | null> {
    this.#closing ??= this.#close(limitMs);
    return this.#closing;
  }

  #close(limitMs: number): Promise<string | null> {
    return new Promise((resolve) => {
      const cancel = this.#clock.after(limitMs, () => {
        this.#line.letGo();
        const seconds = Math.round(limitMs / 1000);
        this.#closed?.(this.#lost(`The record may end early: the disk has not answered for ${seconds} s`));
      });
      this.#closed = (problem) => {
        this.#closed = null;
        this.#line.end();
        cancel();
        resolve(problem);
      };
      this.#line.handOver.close();
      this.#line.hurry();
    });
  }

  /** `why`, and what is missing. */
  #lost(why: string): string {
    const { outbox } = this.#line.handOver;
    const missing = missingWords(outbox, outbox.dropped);
    return missing === '' ? why : `${why}. ${missing} ${byOtherMeans}`;
  }

  #hear(message: FromServer): void {
    if (message.kind === 'failing') this.#problem = message.problem;
    if (message.kind === 'recovered') this.#problem = null;
    if (message.kind === 'put-back') this.#putBackMs = this.#clock.monotonicMs();
    if (message.kind === 'set-aside') this.#news.hear(message.refused);
    if (message.kind === 'closed') this.#closed?.(this.#howItClosed(message));
  }

  #howItClosed({ left, problem }: Extract<FromServer, { kind: 'closed' }>): string | null {
    if (left !== null) {
      const lost = this.#lost(`The record ends early: the disk does not take it (${left})`);
      return problem === null ? lost : `${lost} ${problem}`;
    }
    if (this.#line.handOver.outbox.dropped !== null) return this.#lost('The record has a gap');
    return problem;
  }
}
