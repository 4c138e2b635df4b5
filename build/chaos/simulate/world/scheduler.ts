import { Lane, type TrueTime } from './lane.ts';

/** More turns than any chain of promises between two events of the console has (test: twice as many change nothing). */
const turns = 24;

/**
 * Owns time and every await: one event after the other, by true time and then by the order in which they were asked
 * for. Between two events promises settle in a fixed number of turns of the microtask queue, so nothing real is
 * waited for and the same seed gives the same run.
 */
export class Scheduler {
  readonly #time: TrueTime;
  readonly #turns: number;
  #lanes: Lane[] = [];
  events = 0;

  constructor(wallMs = Date.UTC(2026, 0, 15, 8, 0, 0), settleTurns = turns) {
    this.#time = { nowMs: 0, order: 0, wallAtZeroMs: wallMs };
    this.#turns = settleTurns;
  }

  get nowMs(): number {
    return this.#time.nowMs;
  }

  /** Somebody, or a time server, sets the wall clock of the computer. */
  setWall(byMs: number): void {
    this.#time.wallAtZeroMs += byMs;
  }

  /** `settles`: what runs there may wait for promises. */
  lane(name: string, settles = true): Lane {
    const lane = new Lane(name, this.#time, settles);
    this.#lanes = [...this.#lanes.filter(({ isAlive }) => isAlive), lane];
    return lane;
  }

  /** Lets everything due until then happen. */
  async runUntil(untilMs: number): Promise<void> {
    await this.#settle();
    for (let lane = this.#next(untilMs); lane !== null; lane = this.#next(untilMs)) {
      this.#time.nowMs = Math.max(this.#time.nowMs, lane.nextMs as number);
      this.events += 1;
      lane.runNext();
      if (lane.settles) await this.#settle();
    }
    this.#time.nowMs = untilMs;
  }

  #next(untilMs: number): Lane | null {
    let next: Lane | null = null;
    let nextMs = Number.POSITIVE_INFINITY;
    for (const lane of this.#lanes) {
      const dueMs = lane.nextMs;
      if (dueMs === null || dueMs > untilMs || dueMs > nextMs) continue;
      if (dueMs < nextMs || next === null || lane.nextOrder < next.nextOrder) {
        next = lane;
        nextMs = dueMs;
      }
    }
    return next;
  }

  async #settle(): Promise<void> {
    for (let turn = 0; turn < this.#turns; turn += 1) await undefined;
  }
}
