import type { FluidMemoryView } from '../contract/view.ts';
import type { LastFound } from '../record/open-runs.ts';
import type { Publisher } from '../session/publishers.ts';
import type { Snapshot } from '../session/snapshot.ts';
import { fluidLeftIn } from './records.ts';

export interface FluidMemoryOptions {
  /** The last record of a rig; nobody waits for it in a tick. */
  readonly ask: (serialNumber: string) => Promise<LastFound>;
  readonly remember: (fluid: FluidMemoryView | null) => void;
  readonly say: (line: string) => void;
}

/** Asks the records what they know of the connected rig's last cavity: once for each time of set-up and each rig. */
export class FluidMemory implements Publisher {
  readonly name = 'The memory of fluid';
  readonly #options: FluidMemoryOptions;
  #askedFor: string | null = null;
  /** Grows with every question: what answers an older one comes too late. */
  #question = 0;
  #answer: Promise<void> = Promise.resolve();
  #waits = false;

  constructor(options: FluidMemoryOptions) {
    this.#options = options;
  }

  /** What was asked is not answered yet: nobody knows what the last run left. */
  get waits(): boolean {
    return this.#waits;
  }

  /** Resolves once it is answered, or cannot be. */
  answered(): Promise<void> {
    return this.#answer.catch(() => {});
  }

  /** A run that is open, left open, or being made for a rescue speaks for itself. */
  publish({ stage, link, recovery, authority }: Snapshot): void | Promise<void> {
    if (stage !== 'setup' || recovery() !== null || authority.state !== 'reading') {
      this.#askedFor = null;
      this.#question += 1;
      this.#waits = false;
      return;
    }
    const serialNumber = link.identity?.serialNumber ?? null;
    if (serialNumber === null || serialNumber === this.#askedFor) return;
    this.#askedFor = serialNumber;
    this.#question += 1;
    this.#answer = this.#ask(serialNumber, this.#question);
    return this.#answer;
  }

  /** Where the records cannot be asked that is said, and set-up asks a person anyway. */
  async #ask(serialNumber: string, question: number): Promise<void> {
    const { ask, remember, say } = this.#options;
    this.#waits = true;
    try {
      const found = await ask(serialNumber);
      for (const problem of found.problems) say(`${this.name}: ${problem}`);
      if (question === this.#question) remember(fluidLeftIn(found));
    } catch (error) {
      say(`${this.name} does not answer: ${(error as Error).message}.`);
    } finally {
      if (question === this.#question) this.#waits = false;
    }
  }
}
