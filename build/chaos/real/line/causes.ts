import type { LinkCounters } from '../../../../electron/domain/link.ts';
import { check, type LineResult, moved } from './ledger.ts';
import type { LineFault } from './terms.ts';

/** One exchange, or a tick without one, as it is seen from outside. */
export interface Seen {
  readonly accepted: boolean;
  /** A request was on the line to the end. */
  readonly onLine: boolean;
  readonly endMs: number;
  /** Nothing is held back that a fault still sends. */
  readonly quiet: boolean;
}

/** So long after the last fault the line has to be as before, ms (chosen: silence of 4 s, and tries to connect 2 s apart). */
const backWithinMs = 20_000;

/** A fault, or some close together, from the first to the first exchange after them that is as it should be. */
interface Episode {
  readonly before: LinkCounters;
  readonly faults: LineFault[];
  lastMs: number;
  /** A fault came in the exchange that is going on. */
  touched: boolean;
}

/** Holds counters against causes: every fault in at least one of them, and none moved without a fault. */
export class Causes {
  readonly #result: LineResult;
  readonly #counters: () => LinkCounters;
  #last: LinkCounters;
  #episode: Episode | null = null;

  constructor(result: LineResult, counters: () => LinkCounters) {
    this.#result = result;
    this.#counters = () => ({ ...counters() });
    this.#last = this.#counters();
  }

  get open(): boolean {
    return this.#episode !== null;
  }

  /** What was counted until now is not looked at: the line has just come up. */
  begin(): void {
    this.#last = this.#counters();
  }

  fault(fault: LineFault, nowMs: number): void {
    this.#result.faults[fault] += 1;
    this.#episode ??= { before: this.#counters(), faults: [], lastMs: nowMs, touched: true };
    this.#episode.faults.push(fault);
    this.#episode.lastMs = nowMs;
    this.#episode.touched = true;
  }

  after({ accepted, onLine, endMs, quiet }: Seen): void {
    const now = this.#counters();
    const tellings = moved(this.#last, now);
    this.#last = now;
    if (onLine && !accepted) check(this.#result, 'told', tellings.length > 0, endMs, () => 'nothing moved');
    const episode = this.#episode;
    if (episode === null) {
      check(this.#result, 'caused', accepted && tellings.length === 0, endMs, () =>
        accepted
          ? `${tellings} moved`
          : `nothing was accepted, ${tellings.length === 0 ? 'and nothing counted' : tellings}`,
      );
      return;
    }
    const asBefore = accepted && quiet && !episode.touched && tellings.length === 0;
    episode.touched = false;
    if (!asBefore && endMs - episode.lastMs <= backWithinMs) return;
    this.#episode = null;
    const { faults } = episode;
    check(this.#result, 'returns', asBefore, endMs, () => `not after ${faults}`);
    // Of some that come close together one can undo the other, as a request lost whose forerunner came twice.
    if (faults.length > 1) return;
    const all = moved(episode.before, now);
    check(this.#result, 'counted', all.length > 0, endMs, () => `${faults} moved nothing`);
  }
}
