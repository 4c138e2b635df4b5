import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readJournal } from '../console/journal-evidence.ts';
import { LiveConsole, type Sight } from '../console/live-console.ts';
import type { Shown } from '../console/shown.ts';

/** A run is seen within, ms; all cores may be busy. */
const comesUpMs = 90_000;

/** Where a run goes on from life to life. */
export interface Place {
  readonly folder: string;
  readonly port: string;
  readonly preset: string;
}

export const journalOf = ({ folder }: Place): string => join(folder, 'out', 'journal.sqlite');

/** Ticks in a second of real time, from views a second and more apart; `null`: there were none. */
function rateOf(sights: readonly Sight[]): number | null {
  const last = sights.at(-1);
  const before = last && sights.findLast(({ atMs, run }) => run !== null && last.atMs - atMs >= 1000);
  if (last?.run == null || before?.run == null) return null;
  const ticks = 10 * (last.run.sessionSeconds - before.run.sessionSeconds);
  return (1000 * ticks) / (last.atMs - before.atMs);
}

/** What the screen had said by then is heard, ms. */
const hearsWithinMs = 5_000;

/** One console on the run: begun, or taken up where one is left open. */
export class Life {
  readonly console: LiveConsole;
  readonly #sights: Sight[] = [];
  readonly #shown: Shown;
  #hears: Promise<unknown> = Promise.resolve();

  private constructor(console: LiveConsole, shown: Shown) {
    this.console = console;
    this.#shown = shown;
  }

  static async begin(place: Place, shown: Shown): Promise<Life> {
    const journal = readJournal(journalOf(place), place.folder);
    const leftOpen = journal !== null && !journal.ended && journal.integrity === 'ok';
    const console = await LiveConsole.start({
      userDataDir: join(place.folder, 'data'),
      args: [
        ...['--rig', `serial:${place.port}`, '--operator', 'auto', '--preset', place.preset],
        ...['--out', join(place.folder, 'out'), ...(leftOpen ? ['--recover', 'take-up'] : [])],
      ],
    });
    const life = new Life(console, shown);
    // A console that is killed while it comes up has no page; that is no fault of anybody.
    life.#hears = console.watch((sight) => life.#saw(sight)).catch(() => {});
    return life;
  }

  #saw(sight: Sight): void {
    this.#sights.push(sight);
    this.#shown.saw(sight);
  }

  get phase(): string | null {
    return this.#sights.at(-1)?.run?.phase ?? null;
  }

  get ticksPerSecond(): number | null {
    return rateOf(this.#sights);
  }

  /** Resolves after so long from now, or from the moment its run is seen. */
  async lives(ms: number, fromRun: boolean, stop: AbortSignal): Promise<void> {
    const patienceMs = performance.now() + comesUpMs;
    while (fromRun && this.phase === null && !this.#isOver(stop)) {
      if (performance.now() > patienceMs) throw new Error(`no run came up: ${this.console.tail()}`);
      await setTimeout(10);
    }
    const untilMs = performance.now() + ms;
    while (performance.now() < untilMs && !this.#isOver(stop)) await setTimeout(5);
  }

  #isOver = (stop: AbortSignal): boolean => stop.aborted || this.console.ended;

  async kill(): Promise<number> {
    const killedMs = performance.now();
    await this.console.kill();
    // A client whose browser died in mid-answer never resolves.
    await Promise.race([this.#hears, setTimeout(hearsWithinMs)]);
    return killedMs;
  }

  /** Waits for its own end; by force after `limitMs`. */
  async end(limitMs: number, stop: AbortSignal): Promise<number | null> {
    const late = performance.now() + limitMs;
    while (!this.console.ended && performance.now() < late && !stop.aborted) await setTimeout(50);
    if (!this.console.ended) await this.console.close();
    return this.console.output.exitCode;
  }
}
