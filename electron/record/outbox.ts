import type { ToServer } from './messages.ts';

export type EntryMessage = Extract<ToServer, { kind: 'sample' | 'event' }>;
export type EventMessage = Extract<EntryMessage, { kind: 'event' }>;

/** Handed over and not answered, entries (chosen: 100 s of samples; a thread that answers never has more than a few). */
export const windowEntries = 1_000;
/** Entries that wait to be handed over (chosen: half an hour of samples at ten a second, some 25 MB). */
export const mostWaiting = 18_000;

interface Slot {
  readonly kind: EntryMessage['kind'];
  readonly handedMs: number;
  readonly sessionMs: number;
  /** Kept until it is known to be written: the other end may be lost with it. */
  message: EntryMessage;
}

/** What was dropped because it could not be written: how much, and between which times of the run. */
export interface Dropped {
  readonly samples: number;
  readonly events: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * What is not known to be written, in order: first what the other end has, then what waits for it. Bounded: where too
 * much waits the oldest sample goes first; an event is refused only where nothing but events waits.
 */
export class Outbox {
  #slots: Slot[] = [];
  /** The oldest that is not known to be written, and the first that waits. */
  #first = 0;
  #next = 0;
  #counts = { sample: 0, event: 0 };
  #waiting = { sample: 0, event: 0 };
  /** The last with a checkpoint: an older one would only be replaced by it. */
  #lastCheckpoint: Slot | null = null;
  #dropped: Dropped | null = null;

  /** `false`: not taken, and counted as dropped. */
  add(message: EntryMessage, sessionMs: number, nowMs: number): boolean {
    const { kind } = message;
    if (this.#waiting.sample + this.#waiting.event >= mostWaiting && !this.#dropOldestSample()) {
      this.#countDropped(kind, sessionMs);
      return false;
    }
    const slot: Slot = { kind, handedMs: nowMs, sessionMs, message };
    this.#slots.push(slot);
    this.#counts[kind] += 1;
    this.#waiting[kind] += 1;
    if (message.checkpoint !== null) this.#keepOneCheckpoint(slot);
    return true;
  }

  /** What is to be handed over now; `null`: nothing, or the other end has enough to do. `all`: as much as there is. */
  next(all: boolean): EntryMessage | null {
    if (!all && this.#next - this.#first >= windowEntries) return null;
    return this.#slots[this.#next]?.message ?? null;
  }

  /** In the place of what was to be handed over next. */
  replaceNext(message: EntryMessage): void {
    const slot = this.#slots[this.#next];
    if (slot !== undefined) slot.message = message;
  }

  /** What was to be handed over next is. */
  handed(): void {
    const slot = this.#slots[this.#next] as Slot;
    this.#waiting[slot.kind] -= 1;
    this.#next += 1;
  }

  /** The other end is lost, and all that is not known to be written has to be handed over again. */
  rewind(): void {
    this.#next = this.#first;
    this.#waiting = { ...this.#counts };
  }

  /** The oldest `count` are written. */
  settle(count: number): void {
    const until = Math.min(this.#first + count, this.#next);
    for (; this.#first < until; this.#first += 1) this.#counts[(this.#slots[this.#first] as Slot).kind] -= 1;
    if (this.#first < 1000 && this.#first < this.#slots.length) return;
    this.#slots = this.#slots.slice(this.#first);
    this.#next -= this.#first;
    this.#first = 0;
  }

  get samples(): number {
    return this.#counts.sample;
  }
  get events(): number {
    return this.#counts.event;
  }
  get count(): number {
    return this.#slots.length - this.#first;
  }
  /** Nothing waits to be handed over. */
  get isHandedOver(): boolean {
    return this.#next === this.#slots.length;
  }
  /** Time of the run of the oldest; `null`: there is none. */
  get fromMs(): number | null {
    return this.#slots[this.#first]?.sessionMs ?? null;
  }
  get dropped(): Dropped | null {
    return this.#dropped;
  }
  /** It was told. */
  forgetDropped(): void {
    this.#dropped = null;
  }

  /** Age of the oldest, ms; 0: there is none. */
  oldestMs(nowMs: number): number {
    const slot = this.#slots[this.#first];
    return slot === undefined ? 0 : Math.max(0, nowMs - slot.handedMs);
  }

  #keepOneCheckpoint(slot: Slot): void {
    const last = this.#lastCheckpoint;
    if (last !== null) last.message = { ...last.message, checkpoint: null };
    this.#lastCheckpoint = slot;
  }

  /** `false`: none waits. */
  #dropOldestSample(): boolean {
    if (this.#waiting.sample === 0) return false;
    let at = this.#next;
    while (this.#slots[at]?.kind === 'event') at += 1;
    const [slot] = this.#slots.splice(at, 1) as [Slot];
    this.#counts.sample -= 1;
    this.#waiting.sample -= 1;
    this.#countDropped('sample', slot.sessionMs);
    return true;
  }

  #countDropped(kind: EntryMessage['kind'], atMs: number): void {
    const before = this.#dropped ?? { samples: 0, events: 0, fromMs: atMs, toMs: atMs };
    this.#dropped = {
      samples: before.samples + (kind === 'sample' ? 1 : 0),
      events: before.events + (kind === 'event' ? 1 : 0),
      fromMs: Math.min(before.fromMs, atMs),
      toMs: Math.max(before.toMs, atMs),
    };
  }
}
