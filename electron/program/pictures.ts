import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConsoleView } from '../contract/view.ts';
import { freePath } from './run-folder.ts';

/** Moments of the demonstration worth a picture: a name, and when the view shows it. */
const moments: readonly [name: string, shown: (view: ConsoleView) => boolean][] = [
  ['1-setup', (view) => view.stage === 'setup' && view.rig.link === 'up'],
  ['2-preheat', (view) => view.run?.phase === 'preheat' && view.run.sessionSeconds > 60],
  ['3-heat-up', (view) => view.run?.phase === 'heat-up' && view.run.sessionSeconds > 700],
  ['4-treatment', (view) => inBand(view) > 1500],
  ['5-alarm', (view) => view.run?.phase === 'treatment' && view.run.alarms.length > 0],
  ['6-drain', (view) => view.run?.phase === 'drain'],
  ['7-review', (view) => view.stage === 'review' && view.run?.files != null],
];

const inBand = (view: ConsoleView): number =>
  view.run?.phase === 'treatment' ? (view.run.clocks.inBandSeconds ?? 0) : 0;

/** Takes each picture once, one at a time, when its moment is on the screen. */
export class Pictures {
  readonly #folder: Promise<string>;
  readonly #take: () => Promise<Uint8Array>;
  readonly #say: (line: string) => void;
  readonly #begun = new Set<string>();
  readonly #onDisk = new Set<string>();
  #last: Promise<void> = Promise.resolve();

  constructor(folder: string, take: () => Promise<Uint8Array>, say: (line: string) => void) {
    this.#folder = madeIn(folder);
    this.#folder.catch(() => {});
    this.#take = take;
    this.#say = say;
  }

  look(view: ConsoleView): void {
    for (const [name, shown] of moments) {
      if (this.#begun.has(name) || !shown(view)) continue;
      this.#begun.add(name);
      this.#last = this.#last.then(() => this.#picture(name));
    }
  }

  /** The run may start: the screen before it is kept. */
  get setupTaken(): boolean {
    return this.#onDisk.has('1-setup');
  }

  /** Resolves when all pictures begun are on disk. */
  done(): Promise<void> {
    return this.#last;
  }

  async #picture(name: string): Promise<void> {
    try {
      const picture = await this.#take();
      await writeFile(join(await this.#folder, `${name}.png`), picture);
    } catch (error) {
      this.#say(`picture ${name} was not taken: ${(error as Error).message}`);
    }
    this.#onDisk.add(name);
  }
}

async function madeIn(folder: string): Promise<string> {
  const own = await freePath(join(folder, 'screenshots'));
  await mkdir(own, { recursive: true });
  return own;
}
