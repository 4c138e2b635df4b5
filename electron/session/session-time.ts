import type { RunEvent } from '../domain/run-event.ts';
import type { Clock } from '../domain/time.ts';
import { uptimePassedMs } from '../domain/uptime.ts';

export type TimeEvent = Extract<RunEvent, { type: 'clock-stepped' | 'standstill' }>;

/** Session time as a checkpoint keeps it: plain JSON. */
export interface SavedTime {
  readonly nowMs: number;
  readonly followsRig: boolean;
  /** Last heard of the rig; `null`: nothing was. */
  readonly uptimeMs: number | null;
}

/** A clock further from session time than this is told of, ms (proposal). */
const apartMs = 2_000;
/** Judged so long after it was found, ms: a reply from before a sleep may still have lain unread. */
const settlesMs = 1_000;
/** Two clocks that leapt together agree to this share of the leap, beside `apartMs`; crystals differ by less. */
const agreeShare = 0.01;
/** A tick so late is a computer that stood still, whose monotonic clock went on, ms (proposal). */
const latestTickMs = 10_000;

/**
 * Session time in ms since the run began; it never goes back.
 * On a real rig, and at scale 1, it is the console's own monotonic clock, with the wall clock and the rig's uptime as
 * witnesses: where both say that time passed while it stood (a computer that slept), it takes that time in. One
 * witness alone is never believed: it is told of once, and counts from there.
 * On a simulated rig with a scale above 1 it is the rig's uptime.
 */
export class SessionTime {
  readonly followsRig: boolean;
  readonly #clock: Clock;
  /** Session time when the monotonic clock was at 0. */
  #atZeroMs: number;
  /** By how much the wall clock is ahead of session time, as last agreed. */
  #wallOffsetMs: number;
  #rigMs = 0;
  #lastUptimeMs: number | null = null;
  /** What passed on the rig since its offset began to count, less session time since. */
  #rigAheadMs = 0;
  #rigHeardAtMs: number | null = null;
  #heardAtMs = Number.NEGATIVE_INFINITY;
  /** Monotonic time since which some clock has been apart; `null`: none is. */
  #apartSinceMs: number | null = null;
  #noticedMs: number;

  constructor(clock: Clock, timeScale: number, fromMs = 0) {
    this.#clock = clock;
    this.followsRig = timeScale > 1;
    this.#rigMs = fromMs;
    this.#atZeroMs = fromMs - clock.monotonicMs();
    this.#wallOffsetMs = clock.wallMs() - fromMs;
    this.#noticedMs = clock.monotonicMs();
  }

  /** Goes on from where it was, `gapMs` later. The witnesses begin anew: they were told of the gap by whoever resumes. */
  static resume(saved: SavedTime, clock: Clock, gapMs = 0): SessionTime {
    return new SessionTime(clock, saved.followsRig ? 2 : 1, saved.nowMs + Math.max(0, gapMs));
  }

  toJson(): SavedTime {
    return { nowMs: this.nowMs(), followsRig: this.followsRig, uptimeMs: this.#lastUptimeMs };
  }

  nowMs(): number {
    return this.followsRig ? this.#rigMs : this.#atZeroMs + this.#clock.monotonicMs();
  }

  /** Takes the uptime of fresh telemetry. A rig that restarted counts on from where it was. */
  hearUptime(uptimeMs: number): void {
    const passedMs = this.#lastUptimeMs === null ? null : uptimePassedMs(this.#lastUptimeMs, uptimeMs);
    this.#lastUptimeMs = uptimeMs;
    if (passedMs !== null) this.#rigMs += passedMs;
    const nowMs = this.nowMs();
    const known = passedMs !== null && this.#rigHeardAtMs !== null;
    this.#rigAheadMs = known ? this.#rigAheadMs + passedMs - (nowMs - (this.#rigHeardAtMs ?? 0)) : 0;
    this.#rigHeardAtMs = nowMs;
    this.#heardAtMs = this.#clock.monotonicMs();
  }

  /** By how much the worst witness (rig uptime, wall clock) is apart from session time, s; scaled time has none. */
  disagreementSeconds(): number {
    if (this.followsRig) return 0;
    const wallMs = this.#wallAheadMs();
    return (Math.abs(wallMs) > Math.abs(this.#rigAheadMs) ? wallMs : this.#rigAheadMs) / 1000;
  }

  /**
   * What is to be told of clocks in this tick; afterwards session time has taken a standstill in. While the rig is
   * not heard nothing is judged: nobody could tell a sleep from a clock that was set.
   */
  notice(): readonly TimeEvent[] {
    if (this.followsRig) return [];
    const monotonicMs = this.#clock.monotonicMs();
    const lateMs = monotonicMs - this.#noticedMs;
    this.#noticedMs = monotonicMs;
    const events: TimeEvent[] = lateMs > latestTickMs ? [standstill(lateMs)] : [];
    const apart = isApart(this.#wallAheadMs()) || isApart(this.#rigAheadMs);
    this.#apartSinceMs = apart ? (this.#apartSinceMs ?? monotonicMs) : null;
    if (this.#apartSinceMs === null || this.#heardAtMs - this.#apartSinceMs < settlesMs) return events;
    this.#apartSinceMs = null;
    return [...events, ...this.#judge()];
  }

  #judge(): TimeEvent[] {
    const wallMs = this.#wallAheadMs();
    const rigMs = this.#rigAheadMs;
    if (agree(wallMs, rigMs)) {
      this.#atZeroMs += rigMs;
      this.#rigHeardAtMs = (this.#rigHeardAtMs ?? 0) + rigMs;
      this.#rigAheadMs = 0;
      return [standstill(rigMs)];
    }
    const told: TimeEvent[] = [];
    if (isApart(wallMs)) {
      this.#wallOffsetMs += wallMs;
      told.push(stepped('wall', wallMs));
    }
    if (isApart(rigMs)) {
      this.#rigAheadMs = 0;
      told.push(stepped('rig', rigMs));
    }
    return told;
  }

  #wallAheadMs(): number {
    return this.#clock.wallMs() - this.nowMs() - this.#wallOffsetMs;
  }
}

const isApart = (ms: number): boolean => Math.abs(ms) > apartMs;
const stepped = (clock: 'wall' | 'rig', ms: number): TimeEvent => ({
  type: 'clock-stepped',
  clock,
  bySeconds: ms / 1000,
});
const standstill = (ms: number): TimeEvent => ({ type: 'standstill', seconds: ms / 1000 });

/** Both say that time passed, and how much. */
const agree = (wallMs: number, rigMs: number): boolean =>
  wallMs > apartMs && rigMs > apartMs && Math.abs(wallMs - rigMs) <= apartMs + agreeShare * rigMs;
