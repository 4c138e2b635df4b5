/** Where the console can be made to throw: what it is handed, what it asks, what it stands on. */
export const traps = [
  'publisher',
  'free-storage',
  'screen-stale',
  'audio',
  'link-tick',
  'link-rejects',
  'link-state',
  'link-age',
  'link-hangs',
  'link-problem',
  'link-identity',
  'link-bind',
  'journal-line',
  'say',
  'documents',
] as const;
export type Trap = (typeof traps)[number];

/** Armed traps throw so many times; each time they do is told. */
export class Traps {
  readonly #left = new Map<Trap, { left: number; hit: () => void }>();

  arm(trap: Trap, times: number, hit: () => void): void {
    this.#left.set(trap, { left: times, hit });
  }

  disarm(): void {
    this.#left.clear();
  }

  /** Whether it goes off now. */
  springs(trap: Trap): boolean {
    if (this.#left.size === 0) return false;
    const armed = this.#left.get(trap);
    if (armed === undefined) return false;
    armed.left -= 1;
    if (armed.left <= 0) this.#left.delete(trap);
    armed.hit();
    return true;
  }

  spring(trap: Trap): void {
    if (this.springs(trap)) throw new Error(`${trap} (simulated)`);
  }
}
