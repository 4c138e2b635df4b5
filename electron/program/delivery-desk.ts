import { Worker } from 'node:worker_threads';
import type { Replies, Requests } from '../contract/channels.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Destination } from '../delivery/destination.ts';
import type { Announced, HandedOver } from '../delivery/hand-over.ts';
import type { Asked, CourierPort, FromCourier } from '../delivery/messages.ts';
import { type Asking, askingRefusal } from '../domain/asking.ts';
import { refusal } from '../domain/text/en-refusals.ts';
import type { Cancel, Clock } from '../domain/time.ts';
import { inTime } from '../session/in-time.ts';
import { deliveryView } from './delivery-view.ts';

export interface DeliveryDeskOptions {
  /** Where `delivery.json` and `delivery.sqlite` lie. */
  readonly dataFolder: string;
  readonly clock: Pick<Clock, 'after'>;
  /** Throws where no thread can be made. `null`: nothing is delivered. */
  readonly makePort: (() => CourierPort) | null;
  readonly asking: () => Asking;
  readonly say: (line: string) => void;
}

/** Reading documents of a long run from a slow disk is done in it; a thread that has not answered by then hangs, ms (chosen). */
export const answersWithinMs = 90_000;
/** What only writes a line into the queue is answered sooner: nobody waits for it longer, least of all who makes documents, ms (chosen). */
const notesWithinMs = 10_000;
/** A thread that ended is made anew after, ms (chosen). */
export const anewAfterMs = 30_000;
/** When the program ends it is not waited for longer, ms: a kill loses nothing either. */
export const endsWithinMs = 2_000;

/**
 * Documents are handed over here, and what people ask of their delivery. All of it is done by a thread, and nothing is
 * waited for without a limit. Nothing here rejects: what stands in the way is a sentence.
 */
export class DeliveryDesk {
  readonly #options: DeliveryDeskOptions;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #port: CourierPort | null = null;
  #number = 0;
  #deliveries: readonly Delivery[] = [];
  #destinations: readonly Destination[] = [];
  #problem: string | null = null;
  #anew: Cancel = () => {};
  #ended = false;

  constructor(options: DeliveryDeskOptions) {
    this.#options = options;
  }

  /**
   * Goes on with what is on its way. Resolves with what an earlier start announced and did not hand over: its documents have to be
   * made again, which gives the same bytes, and handed over.
   */
  async open(): Promise<readonly Announced[]> {
    const { dataFolder, say, makePort } = this.#options;
    if (this.#ended || makePort === null) return [];
    try {
      this.#port = makePort();
    } catch (error) {
      this.#gone(`no thread can be made for it: ${(error as Error).message}`);
      return [];
    }
    const port = this.#port;
    port.onMessage((message) => this.#hear(message));
    port.onGone((why) => {
      if (this.#port === port) this.#gone(why);
    });
    const { problem, unfinished } = await this.#ask({ kind: 'open', dataFolder });
    this.#problem = problem;
    if (problem !== null) say(problem);
    return unfinished;
  }

  /** Before documents are made: a program that is killed in between finds them again. `null`: it is on disk. */
  async announce(announced: Announced): Promise<string | null> {
    return (await this.#ask({ kind: 'announce', announced })).problem;
  }

  /** What was announced is not to be made any more. */
  async callOff(issue: string): Promise<string | null> {
    return (await this.#ask({ kind: 'call-off', issue })).problem;
  }

  /** Documents that are whole and closed; the same ones as often as they come. `null`: no kill loses them from now on. */
  async handOver(handed: HandedOver): Promise<string | null> {
    const { problem } = await this.#ask({ kind: 'hand-over', handed });
    return problem === null ? null : `The documents of ${handed.recordId} are not delivered: ${problem}.`;
  }

  /** For whoever may see it. */
  list(): Replies['deliveries'] {
    const why = askingRefusal(this.#options.asking(), 'deliver');
    const deliveries = deliveryView(this.#deliveries, this.#destinations, this.#problem);
    return why === null ? { ok: true, deliveries } : { ok: false, problem: refusal[why], why };
  }

  again({ id }: Requests['deliverAgain']): Promise<Replies['deliverAgain']> {
    return this.#askedByPerson({ kind: 'again', id });
  }

  toStick(request: Requests['deliverToStick']): Promise<Replies['deliverToStick']> {
    return this.#askedByPerson({ kind: 'to-stick', ...request });
  }

  async #askedByPerson(asked: Asked): Promise<Replies['deliverAgain']> {
    const why = askingRefusal(this.#options.asking(), 'deliver');
    if (why !== null) return { ok: false, problem: refusal[why], why };
    const { problem } = await this.#ask(asked);
    return problem === null ? { ok: true } : { ok: false, problem, why: null };
  }

  async end(): Promise<void> {
    this.#ended = true;
    this.#anew();
    if (this.#port === null) return;
    await inTime(this.#options.clock, endsWithinMs, this.#ask({ kind: 'close' }));
    this.#port.close();
    this.#port = null;
  }

  async #ask(asked: Asked): Promise<Answer> {
    if (this.#options.makePort === null) return { problem: null, unfinished: [] };
    if (this.#port === null) return { problem: this.#problem ?? 'delivery has not begun', unfinished: [] };
    this.#number += 1;
    const number = this.#number;
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(number, resolve));
    this.#port.post({ ...asked, number });
    const withinMs = asked.kind === 'open' || asked.kind === 'hand-over' ? answersWithinMs : notesWithinMs;
    const answer = await inTime(this.#options.clock, withinMs, answered);
    this.#waiting.delete(number);
    return answer ?? { problem: `delivery has not answered for ${withinMs / 1000} s`, unfinished: [] };
  }

  #hear(message: FromCourier): void {
    if (message.kind === 'say') this.#options.say(message.line);
    else if (message.kind === 'answer') this.#waiting.get(message.number)?.(message);
    else {
      this.#deliveries = message.deliveries;
      this.#destinations = message.destinations;
    }
  }

  /** Whatever was on its way is in the queue: another thread goes on with it. */
  #gone(why: string): void {
    this.#port = null;
    if (this.#ended) return;
    this.#problem = `delivery has stopped: ${why}; it begins again in ${anewAfterMs / 1000} s`;
    this.#options.say(`${this.#problem}.`);
    for (const answer of this.#waiting.values()) answer({ problem: this.#problem, unfinished: [] });
    this.#anew = this.#options.clock.after(anewAfterMs, () => void this.open());
  }
}

type Answer = Pick<Extract<FromCourier, { kind: 'answer' }>, 'problem' | 'unfinished'>;

/** The program's end of a thread of its own. Throws where none can be made. */
export function courierThread(workerUrl: URL): CourierPort {
  const worker = new Worker(workerUrl);
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (hear) => void worker.on('message', hear),
    onGone: (hear) => {
      worker.on('error', (error) => hear(error.message));
      worker.on('exit', (code) => hear(`its thread ended (exit code ${code})`));
    },
    // A thread that hangs in the disk cannot be ended; it must not keep the program either.
    close: () => {
      worker.unref();
      void worker.terminate();
    },
  };
}
