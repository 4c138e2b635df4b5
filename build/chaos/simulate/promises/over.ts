import type { Press } from '../person/people.ts';
import { type Bench, type Judge, Lasting, truthOf, truthText } from './judge.ts';
import { highSounds } from './sounding.ts';

/** Told to stand down it has 3 s; the alarm comes with the next tick, after a hang as well. */
const withinMs = 4_000;
/** A pump that truly slows is waited for so long. */
const slowingWithinMs = 7_000;

/** A run that is over leaves a machine that stands, or says so high, as long as the program lives. */
export class Over implements Judge {
  readonly #bench: Bench;
  readonly #wrong = new Lasting();
  #asked = false;
  #flowMlPerMin = 0;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** What a person asks of the machine in a review is theirs to say. */
  onPress({ name, answer }: Press): void {
    if (name === 'rescue' && answer.taken) this.#asked = true;
  }

  look(): void {
    const { world, ledger } = this.#bench;
    const { console: life, nowMs } = world;
    const snapshot = life?.last ?? null;
    const asked = snapshot !== null && snapshot.machine.rescue() !== null && this.#asked;
    const over = life !== null && !life.lane.isHeld && snapshot?.stage === 'review' && !asked;
    const truth = truthOf(world);
    const bad = over && !truth.stoodDown && !(life !== null && highSounds(life, truth));
    const wrongMs = this.#wrong.ms(bad, nowMs);
    const slows = truth.flowMlPerMin < this.#flowMlPerMin;
    this.#flowMlPerMin = truth.flowMlPerMin;
    if (!over) return;
    ledger.check(
      'over',
      wrongMs <= (slows ? slowingWithinMs : withinMs),
      nowMs,
      () => `the run is over, in silence: ${truthText(truth)}`,
    );
  }
}
