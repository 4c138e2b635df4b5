import { describe, expect, test } from 'vitest';
import type { DeliveryQueue } from '../../../electron/delivery/queue.ts';
import { answering, Bench, engine, handed, sha256 } from './simulated-delivery.ts';

class Ended extends Error {}

/** Counts steps of disk and queue alike, and lets one of them be the last, or fail once. */
class Steps {
  count = 0;
  #at = Number.POSITIVE_INFINITY;
  #how: 'ends' | 'fails' = 'ends';
  #over = false;

  breakAt(step: number, how: 'ends' | 'fails'): void {
    this.#at = step;
    this.#how = how;
  }

  /** A new life: nothing is broken any more. */
  heal(): void {
    this.#at = Number.POSITIVE_INFINITY;
    this.#over = false;
  }

  get ended(): boolean {
    return this.#over;
  }

  step = (): void => {
    if (this.#over) throw new Ended('the program has ended');
    this.count += 1;
    if (this.count !== this.#at) return;
    if (this.#how === 'ends') this.#over = true;
    throw this.#how === 'ends' ? new Ended('the program ends') : new Error('fails this once');
  };
}

/** The queue with a step before and after each call, as a kill may fall on either side of a commit. */
function stepping(queue: DeliveryQueue, step: () => void): DeliveryQueue {
  return new Proxy(queue, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        step();
        const answer: unknown = Reflect.apply(value, target, given);
        step();
        return answer;
      };
    },
  });
}

/** Takes whatever lies in the folder at once, so that nobody can look afterwards, and answers messages. */
class Receiver {
  readonly taken: { name: string; sha: string }[] = [];
  readonly #bench: Bench;
  readonly #takes: boolean;

  constructor(bench: Bench, takes: boolean) {
    this.#bench = bench;
    this.#takes = takes;
  }

  look(): void {
    const { disk } = this.#bench;
    for (const name of disk.names('/share/drop')) {
      const path = `/share/drop/${name}`;
      const sha = sha256(disk.files.get(path)?.bytes ?? '');
      if (this.#takes || !this.taken.some((one) => one.name === name)) {
        this.taken.push({ name, sha });
        if (name.endsWith('.hl7')) disk.put(`/share/acks/${this.taken.length}`, `AA ISO0001 taken`);
      }
      if (this.#takes) disk.files.delete(path);
    }
  }
}

/** One delivery from hand-over to the end, broken at a step; the console begins again each time it ends. */
async function deliver(
  destination: typeof engine,
  takes: boolean,
  broken: { at: number; how: 'ends' | 'fails' } | null,
) {
  const bench = new Bench([destination]);
  await bench.courier.end();
  const steps = new Steps();
  const receiver = new Receiver(bench, takes);
  bench.disk.step = () => {
    if (!steps.ended) receiver.look();
    steps.step();
  };
  if (broken !== null) steps.breakAt(broken.at, broken.how);
  const queue = stepping(bench.queue, steps.step);
  const live = async (ms: number): Promise<void> => {
    bench.begin(queue);
    // As a program does when it makes documents, and those that were announced again when it starts.
    const makesThem = bench.queue.announced().length > 0 || bench.queue.shown(9).length === 0;
    try {
      if (makesThem) queue.announce(announced);
      if (makesThem) await bench.courier.handOver(handed);
    } catch {
      // It has ended, or this failed once: the next life makes them.
    }
    await bench.clock.advance(ms);
    await bench.courier.end();
  };
  await live(3_000);
  const { count } = steps;
  if (steps.ended) steps.heal();
  receiver.look();
  await live(19_000);
  receiver.look();
  return { bench, receiver, steps: count };
}

const announced = {
  issue: handed.issue,
  recordId: handed.recordId,
  journalPath: '/run/journal.sqlite',
  wantsReview: false,
};
const expected = [
  { name: 'run-1-final-2.ISO0001.report.hl7', sha: sha256('content of report.hl7') },
  { name: 'run-1-final-2.report.pdf', sha: sha256('content of report.pdf') },
];
const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

describe.each([
  ['that takes each file at once', engine, true],
  ['that leaves its files', engine, false],
  ['that takes each file at once and answers', answering, true],
])('a receiver %s', (_, destination, takes) => {
  const has = async (broken: { at: number; how: 'ends' | 'fails' }): Promise<void> => {
    const { bench, receiver } = await deliver(destination, takes, broken);
    const { at } = broken;
    expect({ at, taken: receiver.taken.toSorted(byName) }).toEqual({ at, taken: expected });
    const states = bench.queue.shown(9).map(({ kind, state }) => `${kind} ${state}`);
    const hl7 = destination.acknowledgements === null ? 'written' : 'accepted';
    expect({ at, states }).toEqual({ at, states: [`report.hl7 ${hl7}`, 'report.pdf written'] });
    expect(bench.disk.names('/share/.isotherm-part')).toEqual([]);
  };

  test('has each document once, wherever the program ends or a step fails', async () => {
    const whole = await deliver(destination, takes, null);
    expect(whole.receiver.taken.toSorted(byName)).toEqual(expected);
    expect(whole.steps).toBeGreaterThan(60);
    for (let at = 1; at <= whole.steps; at += 1) {
      await has({ at, how: 'ends' });
      await has({ at, how: 'fails' });
    }
  });
});
