import { type Bench, type Judge, Lasting, truthOf, truthText } from './judge.ts';

/** A screen is told a lost link after 1 s and a silent main after 3 s, and looks four times a second. */
const heardWithinMs = 2_000;
const silentWithinMs = 4_500;

/** A pump at its fastest runs down to nothing within this, ms (docs/simulator.md: 600 mL/min each second). */
const runsDownWithinMs = 5_500;

/** What the screen calls stopped stands still. */
export class Stopped implements Judge {
  readonly #bench: Bench;
  readonly #on = new Lasting();
  readonly #flows = new Lasting();
  /** Main has not run for some of the time: it may take the screen longer to notice. */
  #heldMs = Number.NEGATIVE_INFINITY;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  look(): void {
    const { world, ledger } = this.#bench;
    const { console: life, nowMs } = world;
    if (life === null) {
      this.#on.ms(false, nowMs);
      this.#flows.ms(false, nowMs);
      return;
    }
    if (life.lane.isHeld) this.#heldMs = nowMs;
    const says = life.screen.saysStopped;
    const truth = truthOf(world);
    const onMs = this.#on.ms(says && (truth.heatOn || truth.pumpOn), nowMs);
    const flowsMs = this.#flows.ms(says && truth.flowMlPerMin > 10, nowMs);
    if (!says) return;
    const within = nowMs - this.#heldMs < 5_000 ? silentWithinMs : heardWithinMs;
    const holds = onMs <= within && flowsMs <= Math.max(within, runsDownWithinMs);
    ledger.check('stopped', holds, nowMs, () => `the screen says stopped: ${truthText(truth)}`);
  }
}
