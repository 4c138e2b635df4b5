import type { Op, Tape } from './tape.ts';

/** Done to a file and not synced since. `at`: its place on the tape. */
type Pending =
  | { readonly kind: 'write'; readonly at: number; readonly offset: number; readonly bytes: Uint8Array }
  | { readonly kind: 'cut'; readonly at: number; readonly size: number };

/** A file as the disk knows it, whatever its name. */
interface Body {
  /** What is certainly there. */
  durable: Uint8Array;
  pending: Pending[];
}

interface NameChange {
  readonly at: number;
  readonly name: string;
  /** `null`: the name was removed. */
  readonly body: Body | null;
}

export type Files = ReadonlyMap<string, Uint8Array>;

/** What of the things not synced reached the disk all the same. */
export interface Fate {
  /** Of a write: the stretches that are there, as [from, to) of its bytes. */
  readonly kept: (at: number, length: number) => readonly (readonly [number, number])[];
  /** A file was made shorter. */
  readonly cut: (at: number) => boolean;
  /** How many of the names made and removed since the folder was synced; they reach the disk in their order. */
  readonly names: (ats: readonly number[]) => number;
}

/**
 * What a disk certainly holds after each entry of a tape, and what it may hold besides. A file is certain up to its
 * last sync, a name up to the last sync of its folder; of all else any part may be there, in any order.
 */
export class Disk {
  readonly #ops: readonly Op[];
  #next = 0;
  #bodies = new Map<number, Body>();
  /** As the program sees them. */
  #names = new Map<string, Body>();
  #durableNames = new Map<string, Body>();
  #changes: NameChange[] = [];

  constructor({ ops }: Tape) {
    this.#ops = ops;
  }

  /** Goes to the moment before entry `at`, forwards or back to the beginning first. */
  goTo(at: number): void {
    if (at < this.#next) {
      this.#next = 0;
      this.#bodies = new Map();
      this.#names = new Map();
      this.#durableNames = new Map();
      this.#changes = [];
    }
    for (; this.#next < at; this.#next += 1) this.#do(this.#ops[this.#next] as Op, this.#next);
  }

  /** Writes not synced now, in order. */
  get pendingWrites(): { readonly at: number; readonly length: number; readonly name: string }[] {
    const names = new Map([...this.#names].map(([name, body]) => [body, name]));
    const all = this.#allBodies().flatMap((body) =>
      body.pending.flatMap((one) =>
        one.kind === 'write'
          ? [{ at: one.at, length: one.bytes.length, name: names.get(body) ?? 'removed' }]
          : [],
      ),
    );
    return all.toSorted((a, b) => a.at - b.at);
  }

  /** What is found there after the power is back. */
  left(fate: Fate): Files {
    const names = new Map(this.#durableNames);
    const changed = fate.names(this.#changes.map(({ at }) => at));
    for (const { name, body } of this.#changes.slice(0, changed)) {
      if (body === null) names.delete(name);
      else names.set(name, body);
    }
    return new Map([...names].map(([name, body]) => [name, bytesOf(body, fate)]));
  }

  #allBodies(): Body[] {
    return [...new Set([...this.#durableNames.values(), ...this.#names.values()])];
  }

  #do(op: Op, at: number): void {
    switch (op.kind) {
      case 'open':
        this.#open(op.file, op.name, op.anew, at);
        return;
      case 'write':
        this.#body(op.file).pending.push({ kind: 'write', at, offset: op.offset, bytes: op.bytes });
        return;
      case 'cut':
        this.#body(op.file).pending.push({ kind: 'cut', at, size: op.size });
        return;
      case 'sync': {
        const body = this.#body(op.file);
        body.durable = bytesOf(body, everything, true);
        body.pending = [];
        return;
      }
      case 'remove':
        this.#names.delete(op.name);
        this.#changes.push({ at, name: op.name, body: null });
        return;
      case 'sync-folder':
        this.#durableNames = new Map(this.#names);
        this.#changes = [];
        return;
      case 'mark':
    }
  }

  #open(file: number, name: string, anew: boolean, at: number): void {
    let body = this.#names.get(name);
    if (body === undefined) {
      if (!anew) throw new Error(`${name} was there before the tape began`);
      body = { durable: new Uint8Array(), pending: [] };
      this.#names.set(name, body);
      this.#changes.push({ at, name, body });
    } else if (anew) {
      body.pending.push({ kind: 'cut', at, size: 0 });
    }
    this.#bodies.set(file, body);
  }

  #body(file: number): Body {
    const body = this.#bodies.get(file);
    if (body === undefined) throw new Error(`file ${file} of the tape was never opened`);
    return body;
  }
}

/** Nothing is lost. */
export const everything: Fate = {
  kept: (_at, length) => [[0, length]],
  cut: () => true,
  names: (ats) => ats.length,
};

/** `mayChange`: what was durable is not needed any more, and its memory may be gone on with. */
function bytesOf({ durable, pending }: Body, fate: Fate, mayChange = false): Uint8Array {
  if (pending.length === 0) return durable;
  let size = durable.length;
  const most = pending.reduce(
    (end, one) => Math.max(end, one.kind === 'write' ? one.offset + one.bytes.length : 0),
    size,
  );
  const bytes = mayChange ? roomFor(most, durable) : copyWithRoom(most, durable);
  for (const one of pending) {
    if (one.kind === 'write') {
      for (const [from, to] of fate.kept(one.at, one.bytes.length)) {
        bytes.set(one.bytes.subarray(from, to), one.offset + from);
        size = Math.max(size, one.offset + to);
      }
    } else if (fate.cut(one.at)) {
      // What was beyond reads as nought if the file grows again.
      bytes.fill(0, Math.min(one.size, size));
      size = one.size;
    }
  }
  return bytes.subarray(0, size);
}

function copyWithRoom(size: number, from: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(size);
  bytes.set(from);
  return bytes;
}

/** The same memory where it is large enough; beyond its end it holds noughts. */
function roomFor(size: number, from: Uint8Array): Uint8Array {
  if (from.byteOffset === 0 && from.buffer.byteLength >= size) return new Uint8Array(from.buffer, 0, size);
  return copyWithRoom(2 * size, from);
}
