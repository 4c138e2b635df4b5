import type { Clock } from '../domain/time.ts';

/**
 * Session time in ms since the run began; it never goes back.
 * On a real rig, and at scale 1, it is the console's own monotonic clock and the rig's uptime is a witness;
 * on a simulated rig with a scale above 1 it is the rig's uptime.
 */
export class SessionTime {
  readonly #clock: Clock;
  readonly #startMs: number;
  readonly #startWallMs: number;
  readonly followsRig: boolean;
  #rigMs = 0;
  #lastUptimeMs: number | null = null;
  #witnessOffsetMs: number | null = null;
  #disagreementMs = 0;

  constructor(clock: Clock, timeScale: number) {
    this.#clock = clock;
    this.#startMs = clock.monotonicMs();
    this.#startWallMs = clock.wallMs();
    this.followsRig = timeScale > 1;
  }

  nowMs(): number {
    return this.followsRig ? this.#rigMs : this.#clock.monotonicMs() - this.#startMs;
  }

  /** Takes the uptime of fresh telemetry. A rig that restarted counts on from where it was. */
  hearUptime(uptimeMs: number): void {
    const last = this.#lastUptimeMs;
    const restarted = last !== null && uptimeMs < last;
    if (last !== null && !restarted) this.#rigMs += uptimeMs - last;
    if (last === null || restarted) this.#witnessOffsetMs = null;
    this.#lastUptimeMs = uptimeMs;
    const offset = uptimeMs - this.nowMs();
    this.#witnessOffsetMs ??= offset;
    this.#disagreementMs = offset - this.#witnessOffsetMs;
  }

  /** By how much the worst witness (rig uptime, wall clock) has left session time, s; scaled time has none. */
  disagreementSeconds(): number {
    if (this.followsRig) return 0;
    const elapsed = this.#clock.monotonicMs() - this.#startMs;
    const wall = this.#clock.wallMs() - this.#startWallMs - elapsed;
    return (Math.abs(wall) > Math.abs(this.#disagreementMs) ? wall : this.#disagreementMs) / 1000;
  }
}
