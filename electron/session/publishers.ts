import type { Snapshot } from './snapshot.ts';

/** Shows, tells or writes elsewhere what stands after a tick. What it throws is said, counted and goes no further. */
export interface Publisher {
  /** As it is named where it fails. */
  readonly name: string;
  publish(snapshot: Snapshot): void | Promise<void>;
}

/** Hands every snapshot to everybody, each by itself. Never throws. */
export class Publishers {
  readonly #all: readonly Publisher[];
  readonly #say: (line: string) => void;
  readonly #failures = new Map<string, number>();
  readonly #failing = new Set<string>();

  constructor(all: readonly Publisher[], say: (line: string) => void) {
    this.#all = all;
    this.#say = say;
  }

  /** How often each has failed, by name. */
  get failures(): ReadonlyMap<string, number> {
    return this.#failures;
  }

  /** The last it was handed it could not publish. */
  fails(name: string): boolean {
    return this.#failing.has(name);
  }

  publish(snapshot: Snapshot): void {
    for (const publisher of this.#all) {
      try {
        const later = publisher.publish(snapshot);
        this.#failing.delete(publisher.name);
        if (later instanceof Promise) later.catch((error: unknown) => this.#failed(publisher.name, error));
      } catch (error) {
        this.#failed(publisher.name, error);
      }
    }
  }

  /** Said the first time and then ever more seldom: a line ten times a second hides all others. */
  #failed(name: string, error: unknown): void {
    const count = (this.#failures.get(name) ?? 0) + 1;
    this.#failures.set(name, count);
    this.#failing.add(name);
    if (Math.log10(count) % 1 !== 0) return;
    try {
      this.#say(`${name} failed (${count} times): ${messageOf(error)}. The run goes on.`);
    } catch {
      // Who cannot even be told is not waited for.
    }
  }
}

export function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return 'something that cannot be told';
  }
}
