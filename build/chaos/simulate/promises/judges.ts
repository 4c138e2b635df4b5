import type { Press } from '../person/people.ts';
import type { Beginning } from '../plan.ts';
import { Fluid } from './fluid.ts';
import { Heat } from './heat.ts';
import type { Bench, Judge } from './judge.ts';
import { Over } from './over.ts';
import { Recorded } from './recorded.ts';
import { Resumes } from './resumes.ts';
import { Sounds } from './sounds.ts';
import { Stopped } from './stopped.ts';
import { TicksGoOn } from './ticks.ts';

/** Every promise has its judge. */
export class Judges {
  readonly recorded: Recorded;
  readonly #bench: Bench;
  readonly #all: readonly Judge[];

  constructor(bench: Bench) {
    this.#bench = bench;
    this.recorded = new Recorded(bench);
    this.#all = [
      new Stopped(bench),
      new Over(bench),
      new TicksGoOn(bench),
      new Sounds(bench),
      new Fluid(bench),
      new Heat(bench),
      new Resumes(bench),
    ];
  }

  /** Where the run that is open stands. */
  get phase(): Beginning {
    return this.#bench.world.console?.last?.run?.state.phase ?? 'setup';
  }

  look(): void {
    for (const judge of this.#all) judge.look();
  }

  onPress(press: Press): void {
    for (const judge of this.#all) judge.onPress?.(press);
  }

  onBegin(): void {
    for (const judge of this.#all) judge.onBegin?.();
  }

  onKill(): void {
    for (const judge of this.#all) judge.onKill?.();
  }
}
