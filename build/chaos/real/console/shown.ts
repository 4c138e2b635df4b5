import type { JournalEvidence } from './journal-evidence.ts';
import type { Sight } from './live-console.ts';

/** The events of one run that a screen has shown as recorded. */
export class Shown {
  readonly #events = new Map<number, string>();
  #upTo = 0;

  saw({ run }: Sight): void {
    if (run === null) return;
    for (const { seq, event } of run.events) {
      if (seq <= run.durableSeq && !this.#events.has(seq)) this.#events.set(seq, plain(event));
    }
    this.#upTo = Math.max(this.#upTo, run.durableSeq);
  }

  get count(): number {
    return this.#events.size;
  }

  /** The highest number called durable. */
  get upTo(): number {
    return this.#upTo;
  }

  /** Numbers that are not in the journal, or with another body; also those called durable that no list showed. */
  missingIn(journal: JournalEvidence | null): number[] {
    const missing: number[] = [];
    for (let seq = 1; seq <= this.#upTo; seq += 1) {
      const body = journal?.events.get(seq);
      const shown = this.#events.get(seq);
      if (body === undefined || (shown !== undefined && plain(JSON.parse(body)) !== shown)) missing.push(seq);
    }
    return missing;
  }
}

/** The same text for the same content, in whatever order its keys are. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
