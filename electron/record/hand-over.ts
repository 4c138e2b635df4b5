import { contentText } from '../domain/record-event.ts';
import { type EntryMessage, Outbox } from './outbox.ts';
import type { JournalPort } from './port.ts';
import { isUncopyable } from './refused-row.ts';
import { inItsPlace } from './set-aside.ts';

/** Hands over in order, as much as the other end has room for, and then the wish to close. Never throws. */
export class HandOver {
  /** What is not known to be written. */
  readonly outbox = new Outbox();
  /** `null`: nobody is at the other end. */
  #port: JournalPort | null = null;
  #problem: string | null = null;
  #close: 'open' | 'wanted' | 'asked' = 'open';

  /** Nobody is at the other end any more. */
  lose(): void {
    this.#port = null;
    if (this.#close === 'asked') this.#close = 'wanted';
  }

  /** Somebody else is there, who has found `written` of the oldest written: the others are handed over again. */
  reach(port: JournalPort, written: number): void {
    this.#port = port;
    this.outbox.settle(written);
    this.outbox.rewind();
    this.#goOn();
  }

  /** The oldest that is not known to be written goes as text: whoever takes it as it is does not survive it. */
  setFirstAside(why: string): void {
    this.outbox.rewind();
    const first = this.outbox.next(true);
    if (first !== null) this.outbox.replaceNext(asText(first, why));
  }

  /** Why what comes next was not taken. */
  get problem(): string | null {
    return this.#problem;
  }

  /** `false`: there is no room for it any more. */
  add(message: EntryMessage, sessionMs: number, nowMs: number): boolean {
    const taken = this.outbox.add(message, sessionMs, nowMs);
    this.#goOn();
    return taken;
  }

  /** The oldest `count` are written. */
  settle(count: number): void {
    this.outbox.settle(count);
    this.#goOn();
  }

  /** Everything that waits, and then closes. */
  close(): void {
    if (this.#close === 'open') this.#close = 'wanted';
    this.#goOn();
  }

  /**
   * What cannot be handed over is said, and waits: nothing may overtake it, or it would be called recorded with what
   * came after it. It must not stop whoever hands over.
   */
  #goOn(): void {
    const port = this.#port;
    if (port === null) return;
    const all = this.#close !== 'open';
    try {
      for (let next = this.outbox.next(all); next !== null; next = this.outbox.next(all)) {
        post(port, next);
        this.outbox.handed();
      }
      if (this.#close === 'wanted') {
        port.post({ kind: 'close' });
        this.#close = 'asked';
      }
      this.#problem = null;
    } catch (error) {
      this.#problem = notHandedOver(error);
    }
  }
}

function post(port: JournalPort, message: EntryMessage): void {
  try {
    port.post(message);
  } catch (error) {
    if (!isUncopyable(error)) throw error;
    port.post(asText(message, (error as Error).message));
  }
}

export const notHandedOver = (error: unknown): string =>
  `journal: an entry could not be handed over: ${(error as Error).message}`;

/** What cannot be copied crosses as text. A sample like that is refused by its table, and set aside there. */
const asText = (message: EntryMessage, why: string): EntryMessage =>
  message.kind === 'event'
    ? inItsPlace(message, why)
    : { ...message, row: [contentText(message.row)], checkpoint: null };
