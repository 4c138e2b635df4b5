import { uptimePassedMs } from '../../electron/domain/uptime.ts';

/** A rig may count its uptime in whole seconds, and what is older makes a link lost (docs/link.md), ms. */
const coarseMs = 1000;
/** Clocks of rig and console may differ by so much (chosen: more than an untrimmed oscillator of a controller does). */
const drift = 0.02;
/** A reply that came last may have been made so long before it was heard, ms (chosen: beyond any deadline at 115 200 Bd). */
const underwayMs = 100;

/**
 * Replies that are old for so long, and whose uptime goes on as time does, are none that a line held back: a clock leapt,
 * and nobody is deaf to a rig for good, ms (chosen: five times what makes a lost link).
 */
const leaptAfterMs = 5_000;

interface Heard {
  readonly uptimeMs: number;
  readonly receivedMs: number;
}

/**
 * Tells a reply that was made before its question from one that answers it, by the rig's uptime: a read carries no
 * number, and what a line held back would pass for fresh, or, because its uptime goes back, for a restart. Pure but
 * for what it remembers.
 */
export class ReplyAge {
  /** Heard last. */
  #last: Heard | null = null;
  /** The one of the last that came the soonest after it was made. */
  #soonest: Heard | null = null;
  /** The first old one since one was accepted. */
  #firstOld: Heard | null = null;
  /** Its time goes on by heartbeats and not by any clock. */
  readonly #scaled: boolean;

  constructor(scaled: boolean) {
    this.#scaled = scaled;
  }

  /** `askedMs`: not before this was it asked for. */
  isOld(uptimeMs: number, askedMs: number, nowMs: number): boolean {
    if (!this.#seemsOld(uptimeMs, askedMs, nowMs)) return false;
    const first = this.#firstOld ?? { uptimeMs, receivedMs: nowMs };
    this.#firstOld = first;
    const sinceMs = nowMs - first.receivedMs;
    const passedMs = uptimePassedMs(first.uptimeMs, uptimeMs);
    const leapt = passedMs !== null && passedMs >= sinceMs * (1 - drift) - coarseMs;
    return !(leapt && sinceMs >= leaptAfterMs);
  }

  #seemsOld(uptimeMs: number, askedMs: number, nowMs: number): boolean {
    const [last, soonest] = [this.#last, this.#soonest];
    if (last === null || soonest === null || this.#mayHaveRestarted(last, uptimeMs, nowMs)) return false;
    if (uptimePassedMs(last.uptimeMs, uptimeMs) === null) return true;
    const passedMs = uptimePassedMs(soonest.uptimeMs, uptimeMs);
    if (this.#scaled || passedMs === null) return false;
    const atLeastMs = askedMs - soonest.receivedMs;
    return passedMs < atLeastMs * (1 - drift) - coarseMs;
  }

  accepted(uptimeMs: number, receivedMs: number): void {
    const heard = { uptimeMs, receivedMs };
    if (this.#firstOld !== null && receivedMs - this.#firstOld.receivedMs >= leaptAfterMs)
      this.#soonest = null;
    this.#firstOld = null;
    this.#last = heard;
    const { uptimeMs: fromMs, receivedMs: sinceMs } = this.#soonest ?? heard;
    const passedMs = uptimePassedMs(fromMs, uptimeMs);
    if (passedMs === null || passedMs >= (receivedMs - sinceMs) * (1 - drift)) this.#soonest = heard;
  }

  /** Since the last reply it can have been switched off and be up for so long. */
  #mayHaveRestarted({ uptimeMs: before, receivedMs }: Heard, uptimeMs: number, nowMs: number): boolean {
    return uptimeMs < before && uptimeMs <= (nowMs - receivedMs) * (1 + drift) + underwayMs;
  }
}
