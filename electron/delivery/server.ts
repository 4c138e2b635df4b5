import { join } from 'node:path';
import type { Clock } from '../domain/time.ts';
import type { ReadAnswer } from './acknowledgements.ts';
import { Courier } from './courier.ts';
import type { Destination } from './destination.ts';
import type { DeliveryDisk } from './disk.ts';
import type { Announced } from './hand-over.ts';
import type { Asked, ServerPort, ToCourier } from './messages.ts';
import { DeliveryQueue } from './queue.ts';

export interface ServerOptions {
  readonly port: ServerPort;
  readonly clock: Pick<Clock, 'wallMs' | 'after'>;
  readonly disk: DeliveryDisk;
  readonly readAnswer: ReadAnswer;
  /** Of a data folder, as its file has them. */
  readonly readDestinations: (dataFolder: string) => ReadDestinations;
}

export type ReadDestinations =
  | { readonly ok: true; readonly destinations: readonly Destination[] }
  | { readonly ok: false; readonly problem: string };

/** Of deliveries that are done the newest are shown (chosen: those of the last weeks). */
const mostDoneShown = 100;

/** The thread's end: the queue and who carries, asked by messages. */
export class CourierServer {
  readonly #options: ServerOptions;
  #open: {
    readonly queue: DeliveryQueue;
    readonly courier: Courier;
    readonly destinations: readonly Destination[];
    /** Why nobody knows where documents go; `null`: it is known. */
    readonly problem: string | null;
  } | null = null;
  #showing = false;

  constructor(options: ServerOptions) {
    this.#options = options;
    options.port.onMessage((message) => void this.#hear(message));
  }

  async #hear({ number, ...asked }: ToCourier): Promise<void> {
    let problem: string | null;
    try {
      problem = await this.#do(asked);
    } catch (error) {
      problem = (error as Error).message;
    }
    this.#options.port.post({ kind: 'answer', number, problem, unfinished: this.#unfinished(asked) });
    if (asked.kind === 'close') this.#options.port.close();
    else this.#show();
  }

  #unfinished({ kind }: Asked): Announced[] {
    return kind === 'open' ? (this.#open?.queue.announced() ?? []) : [];
  }

  async #do(asked: Asked): Promise<string | null> {
    if (asked.kind === 'open') return this.#begin(asked);
    if (this.#open === null) return 'the queue of deliveries is not open';
    const { queue, courier, problem } = this.#open;
    switch (asked.kind) {
      case 'announce':
        queue.announce(asked.announced);
        return null;
      case 'call-off':
        queue.callOff(asked.issue);
        return null;
      case 'hand-over':
        return problem ?? courier.handOver(asked.handed);
      case 'again':
        return courier.again(asked.id);
      case 'to-stick':
        return courier.toStick(asked.recordId, asked.destinationId);
      case 'close':
        await courier.end();
        queue.close();
        this.#open = null;
        return null;
    }
  }

  /** With a file of destinations that is wrong nothing is taken up: it stays announced, for the start after it is mended. */
  #begin({ dataFolder }: Extract<Asked, { kind: 'open' }>): string | null {
    const path = join(dataFolder, 'delivery.sqlite');
    const { port, clock, disk, readAnswer, readDestinations } = this.#options;
    const read = readDestinations(dataFolder);
    const destinations = read.ok ? read.destinations : [];
    let queue: DeliveryQueue;
    try {
      queue = new DeliveryQueue(path);
    } catch (error) {
      return `${path} cannot be opened: ${(error as Error).message}`;
    }
    const courier = new Courier({
      ...{ queue, destinations, disk, readAnswer, clock, dataFolder },
      onChange: () => this.#show(),
      say: (line) => port.post({ kind: 'say', line }),
    });
    const problem = read.ok ? null : read.problem;
    this.#open = { queue, courier, destinations, problem };
    courier.start();
    return problem;
  }

  /** Whatever changed in this turn is told in one. */
  #show(): void {
    if (this.#showing) return;
    this.#showing = true;
    queueMicrotask(() => {
      this.#showing = false;
      if (this.#open === null) return;
      const { queue, destinations } = this.#open;
      this.#options.port.post({ kind: 'shown', deliveries: queue.shown(mostDoneShown), destinations });
    });
  }
}
