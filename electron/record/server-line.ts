import type { Cancel } from '../domain/time.ts';
import { HandOver } from './hand-over.ts';
import type { FromServer } from './messages.ts';
import type { JournalPort } from './port.ts';
import { type Reached, reach, type ServerAt } from './reach-server.ts';

/** A server that is lost is made anew after this, and later and later where that does not help, ms (chosen). */
const firstRevivalMs = 500;
const longestRevivalMs = 10_000;
/** Lost so often without having written anything, a server is taken not to survive what it was to write first. */
const mostDeaths = 3;

export interface LineOptions {
  readonly server: ServerAt;
  readonly reached: Extract<Reached, { ok: true }>;
  readonly hear: (message: FromServer) => void;
  /** No server is made any more; only once `hurry` was called. */
  readonly gaveUp: (why: string) => void;
}

/** Hands over to the server of a journal, knows what is written, and makes another server where one is lost. */
export class ServerLine {
  readonly handOver = new HandOver();
  readonly #options: LineOptions;
  #port: JournalPort | null = null;
  #durableSeq: number;
  #durableSamples = 0;
  /** Of these, in no row: the tables refused them. */
  #samplesAside = 0;
  /** In the file before any of these were. */
  readonly #samplesBefore: number;
  /** As the server that is there now counts them. */
  #serverSamples = 0;
  #dead: string | null = null;
  #deaths = 0;
  #cancelRevival: Cancel = () => {};
  #hurries = false;
  #over = false;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#durableSeq = options.reached.seq;
    this.#samplesBefore = options.reached.samples;
    this.#goOnAt(options.reached);
  }

  get durableSeq(): number {
    return this.#durableSeq;
  }
  /** Written, or set aside because the tables refuse them. */
  get durableSamples(): number {
    return this.#durableSamples;
  }
  /** Why there is nobody at present who writes; `null`: somebody is there. */
  get dead(): string | null {
    return this.#dead;
  }

  /** Somebody waits: another server is made at once, or none. */
  hurry(): void {
    this.#hurries = true;
    if (this.#dead !== null) this.#reviveNow();
  }

  /** Nothing more is to be written. */
  end(): void {
    this.#over = true;
    this.#cancelRevival();
  }

  /** One that hangs is left alone. */
  letGo(): void {
    this.#port?.close();
  }

  #hear(message: FromServer): void {
    if (message.kind === 'durable') this.#settle(message.seq, message.samples);
    if (message.kind === 'set-aside' && message.refused.of === 'sample') this.#samplesAside += 1;
    this.#options.hear(message);
  }

  #settle(seq: number, samples: number): void {
    const newSamples = samples - this.#serverSamples;
    this.handOver.settle(seq - this.#durableSeq + newSamples);
    this.#durableSeq = seq;
    this.#durableSamples += newSamples;
    this.#serverSamples = samples;
    this.#deaths = 0;
  }

  /** What was not answered waits for the next. */
  #die(port: JournalPort, why: string): void {
    if (port !== this.#port || this.#over) return;
    this.#port = null;
    this.#dead = why;
    this.#deaths += 1;
    this.handOver.lose();
    if (this.#hurries) {
      if (this.#deaths > 1) this.#options.gaveUp(why);
      else this.#reviveNow();
      return;
    }
    if (this.#deaths >= mostDeaths) {
      this.handOver.setFirstAside(why);
      this.#deaths = 0;
    }
    this.#reviveAfter(firstRevivalMs);
  }

  #reviveNow(): void {
    this.#cancelRevival();
    void this.#revive(firstRevivalMs);
  }

  #reviveAfter(ms: number): void {
    this.#cancelRevival();
    this.#cancelRevival = this.#options.server.clock.after(ms, () => void this.#revive(ms));
  }

  async #revive(ms: number): Promise<void> {
    const reached = await reach(this.#options.server, null);
    if (this.#over) {
      if (reached.ok) reached.port.close();
    } else if (reached.ok) this.#goOnAt(reached);
    else if (this.#hurries) this.#options.gaveUp(`${this.#dead}, and no other: ${reached.problem}`);
    else this.#reviveAfter(Math.min(longestRevivalMs, 2 * ms));
  }

  /** What it has found written, and nobody was told of, is not handed over again. */
  #goOnAt({ port, seq, samples }: Extract<Reached, { ok: true }>): void {
    this.#port = port;
    this.#dead = null;
    this.#serverSamples = 0;
    port.onMessage((message) => {
      if (port === this.#port) this.#hear(message);
    });
    port.onGone((why) => this.#die(port, why));
    const events = Math.max(0, seq - this.#durableSeq);
    const rows = Math.max(0, samples - this.#samplesBefore - this.#durableSamples + this.#samplesAside);
    this.#durableSeq += events;
    this.#durableSamples += rows;
    // Whatever the one before it had to say of its disk.
    this.#options.hear({ kind: 'recovered' });
    this.handOver.reach(port, events + rows);
  }
}
