import { join } from 'node:path';
import { InTurn } from '../access/in-turn.ts';
import type { Cancel, Clock } from '../domain/time.ts';
import { type HearingMemory, hearAnswers, type ReadAnswer, sentInVain } from './acknowledgements.ts';
import { AskingDisks, diskAnswersWithinMs, Hangs } from './asking-disks.ts';
import { answerWithinMs, waitAfterMs, wantsPerson } from './back-off.ts';
import { carry, NotCarried, sha256Of } from './carry.ts';
import type { Delivery, Document } from './delivery.ts';
import { type Destination, waitsForAnswer } from './destination.ts';
import type { DeliveryDisk } from './disk.ts';
import {
  controlIdOf,
  deliveredName,
  type HandedFile,
  type HandedOver,
  handOverProblem,
} from './hand-over.ts';
import type { DeliveryQueue } from './queue.ts';

export interface CourierOptions {
  readonly queue: DeliveryQueue;
  readonly destinations: readonly Destination[];
  readonly disk: DeliveryDisk;
  readonly readAnswer: ReadAnswer;
  readonly clock: Pick<Clock, 'wallMs' | 'after'>;
  /** Of this console. */
  readonly dataFolder: string;
  /** Hears of each delivery that has come further, or no further. */
  readonly onChange: (delivery: Delivery) => void;
  readonly say: (line: string) => void;
}

/** Between two rounds, ms (chosen): nothing here is urgent, and a share is not to be asked without end. */
export const roundEveryMs = 2_000;

/** Whose disks are asked while documents are handed over. */
const handingOver = 'documents that are handed over';

/**
 * Goes round all destinations, one document at a time, for as long as it lives: what is due is carried, what was answered is
 * noted. Whatever fails is noted with why, and tried again or shown to a person.
 */
export class Courier {
  readonly #options: CourierOptions;
  readonly #asking: AskingDisks;
  readonly #memories = new Map<string, HearingMemory>();
  readonly #turn = new InTurn();
  #cancel: Cancel = () => {};
  #round: Promise<void> | null = null;
  /** What was said last of each destination, and of the whole. */
  readonly #told = new Map<string, string | null>();
  #ended = false;

  constructor(options: CourierOptions) {
    this.#options = options;
    this.#asking = new AskingDisks(options.clock);
  }

  /** Goes round now, and then every few seconds. */
  start(): void {
    if (this.#round !== null || this.#ended) return;
    this.#cancel();
    this.#round = this.#goRound()
      .then(
        () => this.#tell('', null),
        (error: Error) => this.#tell('', `Delivery does not get on: ${error.message}.`),
      )
      .finally(() => {
        this.#round = null;
        if (!this.#ended) this.#cancel = this.#options.clock.after(roundEveryMs, () => this.start());
      });
  }

  /** Resolves once nothing is being carried. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#cancel();
    await this.#round;
  }

  /** Takes documents up, all or none, on disk when it resolves: the same ones as often as they come. Returns what stands in the way. */
  handOver(handed: HandedOver): Promise<string | null> {
    return this.#turn.do(async () => {
      try {
        const problem = handOverProblem(handed) ?? (await this.#takeUp(handed));
        if (problem === null) this.start();
        return problem;
      } catch (error) {
        return error instanceof Hangs ? doesNotAnswer(error) : (error as Error).message;
      }
    });
  }

  async #takeUp(handed: HandedOver): Promise<string | null> {
    const { queue, destinations } = this.#options;
    const documents: Document[] = [];
    for (const file of handed.files) documents.push(await this.#documentOf(handed, file));
    for (const { controlId, sha256, path } of documents) {
      const before = queue.document(controlId);
      if (before !== null && before.sha256 !== sha256)
        return `${path} is another document than ${before.path}, which was handed over with the control id ${controlId}`;
    }
    const to = ({ kind }: Document) =>
      destinations.filter(({ stick, kinds }) => !stick && kinds.includes(kind)).map(({ id }) => id);
    queue.handOver(handed.issue, documents, to);
    return null;
  }

  async #documentOf(handed: HandedOver, file: HandedFile): Promise<Document> {
    const { disk, clock } = this.#options;
    const bytes = await this.#asking.for(handingOver, disk).read(file.path);
    return {
      controlId: controlIdOf(handed, file),
      recordId: handed.recordId,
      status: handed.status,
      kind: file.kind,
      path: file.path,
      name: deliveredName(handed, file),
      sha256: sha256Of(bytes),
      bytes: bytes.length,
      handedOverWallMs: clock.wallMs(),
    };
  }

  /** A person says so: what was refused or has failed is tried once more. Returns what stands in the way. */
  again(id: number): string | null {
    const { queue, clock } = this.#options;
    const delivery = queue.delivery(id);
    if (delivery === null || (delivery.state !== 'refused' && delivery.state !== 'failed'))
      return 'it was not refused and has not failed';
    const newer = queue.newerThere(delivery);
    if (newer !== null) return `a newer one of this record has been delivered: ${newer.name}`;
    const nowWallMs = clock.wallMs();
    const change = { state: 'waiting', why: null, tries: 0, sendings: 0, nextTryWallMs: nowWallMs } as const;
    queue.change(id, change, nowWallMs);
    this.#changed(id);
    this.start();
    return null;
  }

  /** A person has plugged in a stick: the documents of a record go there, also those that lie on another one. */
  toStick(recordId: string, destinationId: string): string | null {
    const { queue, destinations, clock } = this.#options;
    const stick = destinations.find(({ id }) => id === destinationId);
    if (stick?.stick !== true) return `${destinationId} is no USB stick`;
    const documents = queue.documentsOf(recordId).filter(({ kind }) => stick.kinds.includes(kind));
    if (documents.length === 0) return `there are no documents of ${recordId} that go there`;
    for (const { controlId } of documents) queue.sendAgain(stick.id, controlId, clock.wallMs());
    this.start();
    return null;
  }

  async #goRound(): Promise<void> {
    const { destinations } = this.#options;
    let carried = true;
    while (carried && !this.#ended) {
      carried = false;
      for (const destination of destinations) carried = (await this.#carryOne(destination)) || carried;
    }
    for (const destination of destinations) if (!this.#ended) await this.#hear(destination);
  }

  /** Whether another may be carried there at once. */
  async #carryOne(destination: Destination): Promise<boolean> {
    const { queue, clock } = this.#options;
    const [delivery] = this.#ended ? [] : queue.dueToCarry(destination.id, clock.wallMs());
    if (delivery === undefined) return false;
    try {
      await carry({
        delivery,
        destination,
        disk: this.#asking.for(destination.id, this.#options.disk),
        dataFolder: this.#options.dataFolder,
        notePart: (partPath) => queue.change(delivery.id, { partPath }, clock.wallMs()),
      });
      this.#noteWritten(delivery, destination);
      return true;
    } catch (error) {
      if (!(error instanceof NotCarried)) throw error;
      this.#noteNotCarried(delivery, error);
      return !error.ofDestination;
    }
  }

  #noteWritten({ id, kind, sendings }: Delivery, destination: Destination): void {
    const { queue, clock } = this.#options;
    const nowWallMs = clock.wallMs();
    const nextTryWallMs = waitsForAnswer(destination, kind) ? nowWallMs + answerWithinMs : null;
    const change = { state: 'written', why: null, tries: 0, sendings: sendings + 1, nextTryWallMs } as const;
    queue.change(id, { ...change, partPath: null }, nowWallMs);
    this.#changed(id);
  }

  /** Where no document gets through, all that are due wait together, so that they keep their order. */
  #noteNotCarried(delivery: Delivery, { why, ofDestination }: NotCarried): void {
    const { queue, clock } = this.#options;
    const nowWallMs = clock.wallMs();
    const due = ofDestination ? queue.dueToCarry(delivery.destinationId, nowWallMs) : [delivery];
    const state = why.kind === 'other-file' ? 'refused' : 'failed';
    for (const { id, sendings } of due) {
      const tries = delivery.tries + 1;
      const nextTryWallMs = wantsPerson(why, sendings) ? null : nowWallMs + waitAfterMs(tries);
      queue.change(id, { state, why, tries, nextTryWallMs }, nowWallMs);
      this.#changed(id);
    }
  }

  async #hear(destination: Destination): Promise<void> {
    const { queue, clock, readAnswer } = this.#options;
    const { acknowledgements } = destination;
    if (acknowledgements === null) return;
    const memory = this.#memories.get(destination.id) ?? { unremovable: new Set(), before: [] };
    this.#memories.set(destination.id, memory);
    const disk = this.#asking.for(destination.id, this.#options.disk);
    const nowWallMs = clock.wallMs();
    try {
      const hearing = { queue, destination, disk, readAnswer, nowWallMs, memory };
      const { changed, unreadable } = await hearAnswers(hearing);
      for (const id of changed) this.#changed(id);
      for (const name of unreadable)
        this.#options.say(
          `${join(acknowledgements, name)} is no acknowledgement that can be read: it was left there.`,
        );
      this.#tell(destination.id, null);
    } catch (error) {
      const why = error instanceof Hangs ? doesNotAnswer(error) : (error as Error).message;
      this.#tell(destination.id, `Acknowledgements of ${destination.name} cannot be read: ${why}.`);
    }
    for (const { id, sendings } of queue.dueForAnswer(destination.id, clock.wallMs())) {
      const why = { kind: 'no-answer', detail: acknowledgements } as const;
      queue.change(id, sentInVain(why, sendings, clock.wallMs()), clock.wallMs());
      this.#changed(id);
    }
  }

  #changed(id: number): void {
    const delivery = this.#options.queue.delivery(id);
    if (delivery !== null) this.#options.onChange(delivery);
  }

  /** What lasts is said once, not every few seconds. */
  #tell(of: string, line: string | null): void {
    if (line !== null && this.#told.get(of) !== line) this.#options.say(line);
    this.#told.set(of, line);
  }
}

const doesNotAnswer = ({ message: path }: Hangs): string =>
  `${path} has not answered for ${diskAnswersWithinMs / 1000} s`;
