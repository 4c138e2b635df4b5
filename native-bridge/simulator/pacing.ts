/** How far the rig may fall behind and make up for, ms of wall time; more is forgotten. */
const mostBehindMs = 1000;

/**
 * Holds a scaled rig to `speed` × real time: each step of rig time may be answered for so much later than the one
 * before. A rig that is behind answers at once. Without a bound (`Infinity`) it never waits.
 */
export class Pacing {
  readonly #msPerStep: number;
  #dueMs: number | null = null;

  constructor(speed: number, stepMs: number) {
    this.#msPerStep = stepMs / speed;
  }

  /** A step was made: when it may be answered for, ms from now. */
  delayMs(nowMs: number): number {
    this.#dueMs = Math.max(this.#dueMs ?? nowMs, nowMs - mostBehindMs) + this.#msPerStep;
    return Math.max(0, this.#dueMs - nowMs);
  }
}
