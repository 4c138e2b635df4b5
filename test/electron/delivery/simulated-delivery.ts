import { createHash } from 'node:crypto';
import type { Answer, ReadAnswer } from '../../../electron/delivery/acknowledgements.ts';
import { Courier } from '../../../electron/delivery/courier.ts';
import type { Delivery } from '../../../electron/delivery/delivery.ts';
import type { Destination } from '../../../electron/delivery/destination.ts';
import type { HandedOver } from '../../../electron/delivery/hand-over.ts';
import { DeliveryQueue } from '../../../electron/delivery/queue.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { SimulatedDisk } from './simulated-disk.ts';

export const engine: Destination = {
  id: 'engine',
  name: 'Interface engine',
  folder: '/share/drop',
  spool: null,
  kinds: ['report.hl7', 'report.pdf'],
  acknowledgements: null,
  stick: false,
};
export const answering: Destination = { ...engine, acknowledgements: '/share/acks' };

export const handed: HandedOver = {
  recordId: 'run-1',
  issue: 'run-1-final-2',
  status: 'final',
  files: [
    { path: '/run/report.hl7', kind: 'report.hl7', controlId: 'ISO0001' },
    { path: '/run/report.pdf', kind: 'report.pdf', controlId: null },
    { path: '/run/samples.csv', kind: 'samples.csv', controlId: null },
  ],
};

/** What is sent for an acknowledgement here: `<code> <control id> <words>`. */
export const readAnswer: ReadAnswer = (bytes, controlId): Answer => {
  const [code = '', of, ...words] = Buffer.from(bytes).toString().split(' ');
  const kinds: Readonly<Record<string, Answer['kind']>> = { AA: 'accepted', AE: 'retry', AR: 'refused' };
  const kind = kinds[code] ?? 'unreadable';
  return { kind: of === controlId || kind === 'unreadable' ? kind : 'not-ours', text: words.join(' ') };
};

/** A console's delivery on a disk and a clock of its own; `courier` can be ended and another begun on the same queue. */
export class Bench {
  readonly disk = new SimulatedDisk();
  readonly clock = new VirtualClock(undefined, 1);
  readonly queue = new DeliveryQueue(':memory:');
  readonly said: string[] = [];
  readonly changes: Delivery[] = [];
  courier: Courier;
  readonly #destinations: readonly Destination[];

  constructor(destinations: readonly Destination[] = [engine]) {
    for (const folder of ['/data', '/run', '/share', '/share/drop', '/share/acks'])
      this.disk.folders.add(folder);
    for (const { path, kind } of handed.files) this.disk.put(path, `content of ${kind}`);
    this.#destinations = destinations;
    this.courier = this.begin();
  }

  begin(queue = this.queue): Courier {
    this.courier = new Courier({
      queue,
      destinations: this.#destinations,
      disk: this.disk,
      readAnswer,
      clock: this.clock,
      dataFolder: '/data',
      onChange: (delivery) => this.changes.push(delivery),
      say: (line) => this.said.push(line),
    });
    this.courier.start();
    return this.courier;
  }

  of(kind: string, destinationId = 'engine', controlId?: string): Delivery {
    const found = this.queue
      .shown(100)
      .find(
        (one) =>
          one.kind === kind &&
          one.destinationId === destinationId &&
          (controlId === undefined || one.controlId === controlId),
      );
    if (found === undefined) throw new Error(`no ${kind} on its way to ${destinationId}`);
    return found;
  }
}

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');
