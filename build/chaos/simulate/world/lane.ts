import type { Cancel, Clock } from '../../../../electron/domain/time.ts';

interface Timer {
  /** By the lane's own monotonic clock. */
  readonly dueMs: number;
  readonly order: number;
  readonly run: () => void;
}

/** A monotonic clock begins somewhere, at no figure that means anything, ms. */
const firstMs = 5_000;

/** What lanes share: the true time, and the order in which things were asked for. */
export interface TrueTime {
  nowMs: number;
  order: number;
  /** What the wall clock shows at 0. */
  wallAtZeroMs: number;
}

/**
 * Everything that runs on one processor: the console, its journal's thread, the rig, the world around them. It can
 * be held (a process that hangs), put to sleep (its monotonic clock stands) and be killed.
 */
export class Lane implements Clock {
  readonly name: string;
  readonly settles: boolean;
  /** Hears what a timer of this lane throws; without it the run itself has failed. */
  onThrow: ((error: unknown) => void) | null = null;
  readonly #time: TrueTime;
  readonly #startedMs: number;
  #timers: Timer[] = [];
  #heldUntilMs = 0;
  #allSleptMs = 0;
  /** Before the last sleep. */
  #sleptMs = 0;
  /** Of the last sleep, true time. */
  #asleepFromMs = Number.POSITIVE_INFINITY;
  #wakesMs = Number.POSITIVE_INFINITY;
  #alive = true;

  constructor(name: string, time: TrueTime, settles: boolean) {
    this.name = name;
    this.settles = settles;
    this.#time = time;
    this.#startedMs = time.nowMs;
  }

  /** Of its own making, and not that of any other lane. */
  monotonicMs(): number {
    const awakeMs =
      Math.min(this.#time.nowMs, this.#asleepFromMs) + Math.max(0, this.#time.nowMs - this.#wakesMs);
    return firstMs + awakeMs - this.#startedMs - this.#sleptMs;
  }

  wallMs(): number {
    return this.#time.wallAtZeroMs + this.#time.nowMs;
  }

  after(ms: number, run: () => void): Cancel {
    if (!this.#alive) return () => {};
    this.#time.order += 1;
    const timer: Timer = { dueMs: this.monotonicMs() + Math.max(0, ms), order: this.#time.order, run };
    let at = this.#timers.length;
    while (at > 0 && (this.#timers[at - 1] as Timer).dueMs > timer.dueMs) at -= 1;
    this.#timers.splice(at, 0, timer);
    return () => {
      const found = this.#timers.indexOf(timer);
      if (found >= 0) this.#timers.splice(found, 1);
    };
  }

  /** Nothing of it runs for so long; its clock goes on. */
  hold(ms: number): void {
    this.#heldUntilMs = Math.max(this.#heldUntilMs, this.#time.nowMs + ms);
  }

  /** Nothing of it runs for so long, and its monotonic clock stands. */
  sleep(ms: number): void {
    const { nowMs } = this.#time;
    if (this.isHeld) return;
    this.#sleptMs = this.#allSleptMs;
    this.#asleepFromMs = nowMs;
    this.#wakesMs = nowMs + ms;
    this.#allSleptMs += ms;
    this.hold(ms);
  }

  get isHeld(): boolean {
    return this.#time.nowMs < this.#heldUntilMs;
  }

  get isAlive(): boolean {
    return this.#alive;
  }

  kill(): void {
    this.#alive = false;
    this.#timers = [];
  }

  /** When its next timer runs, in true time; `null`: it has none. */
  get nextMs(): number | null {
    const timer = this.#timers[0];
    if (timer === undefined) return null;
    const dueMs = timer.dueMs - firstMs + this.#startedMs + this.#allSleptMs;
    return Math.max(dueMs, this.#heldUntilMs);
  }

  get nextOrder(): number {
    return this.#timers[0]?.order ?? 0;
  }

  runNext(): void {
    const timer = this.#timers.shift();
    if (timer === undefined) return;
    try {
      timer.run();
    } catch (error) {
      if (this.onThrow === null) throw error;
      this.onThrow(error);
    }
  }
}
