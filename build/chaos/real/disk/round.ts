import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import type { BareTimer } from '../console/bare-timer.ts';
import { type JournalEvidence, readJournal } from '../console/journal-evidence.ts';
import { LiveConsole, type Sight } from '../console/live-console.ts';
import { writeShortRun } from '../console/short-run.ts';
import { Shown } from '../console/shown.ts';
import { type FailingDisk, shimmedDisk, smallDisk } from './failing-disk.ts';
import { brokenIn, type Round } from './judges.ts';
import type { Fault } from './terms.ts';

export interface RoundJob {
  readonly round: number;
  readonly fault: Fault;
  readonly folder: string;
  readonly shim: string;
  readonly dice: Draw;
  readonly bare: BareTimer;
  readonly stop: AbortSignal;
  /** It took effect; `how`: really, or between program and file system. */
  readonly effect: (how: string) => void;
}

/** The run is under way for so long before its disk fails, ms: and up to so much longer. */
const before = { leastMs: 2_000, mostMs: 6_000 };
/** For so long it fails, ms. A sync of 5 s has to come and go. */
const lasts = { leastMs: 6_500, mostMs: 9_000, slowMs: 13_000 };
/** What waited must be written by then, ms. */
const catchesUpMs = 20_000;
/** A run comes up within, ms. */
const comesUpMs = 60_000;
const orders: Readonly<Record<Exclude<Fault, 'removed'>, string>> = {
  full: 'full',
  'read-only': 'read-only',
  hanging: 'hang',
  'slow-by-5-s': 'slow 5000',
};

/** One run whose disk fails and is mended; `null`: interrupted. */
export async function playRound(job: RoundJob): Promise<Round | null> {
  mkdirSync(job.folder, { recursive: true });
  const real = job.fault === 'full' ? smallDisk(join(job.folder, 'small')) : null;
  const disk = real ?? shimmedDisk(job.shim, join(job.folder, 'disk'));
  let console: LiveConsole | null = null;
  try {
    const { preset, scenario } = writeShortRun(job.folder);
    console = await LiveConsole.start({
      userDataDir: join(job.folder, 'data'),
      env: disk.env,
      args: [
        ...['--operator', 'auto', '--preset', preset, '--scenario', scenario],
        ...['--out', join(disk.folder, 'out')],
      ],
    });
    return await new DiskRound(job, disk, console, real === null).play();
  } finally {
    disk.mend();
    await console?.close();
    disk.remove();
  }
}

class DiskRound {
  readonly #job: RoundJob;
  readonly #disk: FailingDisk;
  readonly #console: LiveConsole;
  readonly #isShim: boolean;
  readonly #sights: Sight[] = [];
  readonly #shown = new Shown();

  constructor(job: RoundJob, disk: FailingDisk, console: LiveConsole, isShim: boolean) {
    this.#job = job;
    this.#disk = disk;
    this.#console = console;
    this.#isShim = isShim;
  }

  async play(): Promise<Round | null> {
    const { round, fault, dice, bare, stop } = this.#job;
    await this.#console.watch((sight) => {
      this.#sights.push(sight);
      this.#shown.saw(sight);
    });
    await this.#until(() => this.#last?.run != null, comesUpMs);
    await this.#wait(dice.even(before.leastMs, before.mostMs));
    if (stop.aborted) return null;
    const failedMs = performance.now();
    const failedWallMs = Date.now();
    this.#fail();
    await this.#wait(fault === 'slow-by-5-s' ? lasts.slowMs : dice.even(lasts.leastMs, lasts.mostMs));
    this.#noteEffect();
    const mendedMs = performance.now();
    const mendedWallMs = Date.now();
    this.#disk.mend();
    await this.#until(() => this.#caughtUp(mendedMs), catchesUpMs, false);
    await this.#wait(2_000);
    if (stop.aborted) return null;
    const bareMissed = bare.missed(brokenIn({ failedWallMs, mendedWallMs }));
    await this.#console.close();
    return {
      ...{ round, fault, failedMs, mendedMs, failedWallMs, mendedWallMs, bareMissed },
      sights: this.#sights,
      shown: this.#shown,
      journal: this.#journals(),
    };
  }

  #fail(): void {
    const { fault } = this.#job;
    if (fault !== 'removed') this.#disk.fail(orders[fault]);
    else for (const file of this.#files()) rmSync(file);
  }

  #noteEffect(): void {
    const { fault, effect } = this.#job;
    if (fault === 'removed') effect('really');
    else if (this.#disk.tookEffect) effect(this.#isShim ? 'between program and file system' : 'really');
  }

  get #last(): Sight | undefined {
    return this.#sights.at(-1);
  }

  #caughtUp(sinceMs: number): boolean {
    const last = this.#last;
    return (
      last?.run != null &&
      last.atMs > sinceMs &&
      last.run.durableSeq >= (last.run.events.at(-1)?.seq ?? 0) &&
      !last.run.alarms.some((code) => code.startsWith('storage-'))
    );
  }

  /** The journal, its log and its index, and any other that was begun beside it. */
  #files(): string[] {
    const out = join(this.#disk.folder, 'out');
    return readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.sqlite(-wal|-shm)?$/.test(name))
      .map((name) => join(out, name));
  }

  /** A record that went on in another file is one record; what was told to the machine after the run is another. */
  #journals(): JournalEvidence | null {
    const found = this.#files()
      .filter((file) => file.endsWith('.sqlite') && !/-(rescue|stand-down)/.test(file))
      .flatMap((file) => readJournal(file, this.#job.folder) ?? []);
    if (found.length === 0) return null;
    return {
      integrity: found.find(({ integrity }) => integrity !== 'ok')?.integrity ?? 'ok',
      events: new Map(found.flatMap(({ events }) => [...events])),
      samples: found.flatMap(({ samples }) => samples).toSorted((a, b) => a.sessionMs - b.sessionMs),
      ended: found.some(({ ended }) => ended),
    };
  }

  async #until(holds: () => boolean, limitMs: number, must = true): Promise<void> {
    const giveUpMs = performance.now() + limitMs;
    while (!holds() && !this.#job.stop.aborted && !this.#console.ended) {
      if (performance.now() > giveUpMs) {
        if (must) throw new Error(`no run came up: ${this.#console.tail()}`);
        return;
      }
      await setTimeout(20);
    }
    if (this.#console.ended) throw new Error(`the console has ended: ${this.#console.tail()}`);
  }

  async #wait(ms: number): Promise<void> {
    await setTimeout(ms, undefined, { signal: this.#job.stop }).catch(() => {});
  }
}
