import { isDeaf } from '../faults/rig.ts';
import { type Bench, type Judge, Lasting, truthOf, truthText } from './judge.ts';

/** An exchange has 2 s to end; the next begins within a tick. */
const tickWithinMs = 2_300;
/** A console that gives up says off until twenty exchanges carried it; then the watchdog has 1.5 s. */
const letGoWithinMs = 4_500;
/** It tries for so long to say off (docs/authority.md). */
const triesForMs = 30_000;

/** Whatever throws, ticks go on, or the machine is let go and it is said. */
export class TicksGoOn implements Judge {
  readonly #bench: Bench;
  readonly #wrong = new Lasting();
  #heldMs = Number.NEGATIVE_INFINITY;
  #faultedMs: number | null = null;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  look(): void {
    const { world, ledger } = this.#bench;
    const { console: life, nowMs } = world;
    if (life === null || life.lane.isHeld) {
      this.#heldMs = nowMs;
      return;
    }
    if (nowMs - this.#heldMs < 500) return;
    const { authority } = life.engine;
    if (authority.failures === 0) return;
    if (authority.state !== 'faulted') {
      this.#faultedMs = null;
      const ageMs = nowMs - Math.max(life.tickedMs, this.#heldMs);
      ledger.check('ticks', ageMs <= tickWithinMs, nowMs, () => `no tick for ${ageMs} ms`);
      return;
    }
    const truth = truthOf(world);
    const { screen } = life;
    const said = screen.state !== 'there' || (screen.covered && screen.soundsHigh);
    this.#faultedMs ??= nowMs;
    const sinceMs = nowMs - this.#faultedMs;
    // Over a line that is lost nothing can be told: the machine's own watchdog turns the heat off.
    const hears = life.last?.link.state === 'up' && !isDeaf(world.rig.rig) && sinceMs <= triesForMs;
    const unheard = truth.pumpOn && hears && world.rig.rig.control.accepted.annunciator !== 'high';
    const letGo = !truth.heatOn && !unheard;
    const wrongMs = this.#wrong.ms(!said || !letGo, nowMs);
    ledger.check(
      'ticks',
      wrongMs <= letGoWithinMs,
      nowMs,
      () => `given up, ${said ? 'said' : 'and not said'}: ${truthText(truth)}`,
    );
  }
}
