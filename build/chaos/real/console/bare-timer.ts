import { Worker } from 'node:worker_threads';
import { missedTicks, type Stretch } from './sample-times.ts';

/** A timer of 100 ms that does nothing else, in a thread of its own: what this machine can do for anybody just now. */
export class BareTimer {
  readonly #worker = new Worker(new URL('./bare-timer-worker.ts', import.meta.url));
  readonly #wallMs: number[] = [];

  constructor() {
    this.#worker.on('message', (wallMs: number[]) => void this.#wallMs.push(...wallMs));
    this.#worker.unref();
  }

  /** Slots missed between two wall times, counted as those of samples are. */
  missed(stretch: Stretch): number {
    return missedTicks(this.times(stretch).map((ms) => ({ sessionMs: ms, wallMs: ms }))).ticks;
  }

  /** When it came, between two wall times, ms. */
  times({ fromMs, toMs }: Stretch): number[] {
    return this.#wallMs.filter((ms) => ms >= fromMs && ms <= toMs);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
