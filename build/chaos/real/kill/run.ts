import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import { ptyPair } from '../../../../test/support/pty-pair.ts';
import type { Account } from '../account.ts';
import { readJournal } from '../console/journal-evidence.ts';
import { writeShortRun } from '../console/short-run.ts';
import { Shown } from '../console/shown.ts';
import { judgeEnd, judgeRecord, judgeRig, judgeSamples, samplesGone, watchdogMs } from './judges.ts';
import { journalOf, Life, type Place } from './life.ts';
import { RigProgram } from './rig-program.ts';
import type { Fault, Promised } from './terms.ts';
import { watchRig } from './witness.ts';

/** How much faster than real time the rig goes at most: half a minute for a whole run. */
const speed = 40;
/** After a kill the rig is looked at for so long, ms. */
const lookMs = watchdogMs + 900;
/** At the end it is asked for so long, ms: one answer may be lost. */
const askMs = 1_000;
/** A run that goes on undisturbed must have come to its end by then, ms. */
const endsWithinMs = 240_000;
/** Longest a console lives before it is killed, from the moment its run is seen, ms. */
const longestLifeMs = 6_000;
/** How much of its coming up is hit as well, ms. */
const comingUpMs = 5_000;
/** One in so many is killed while it comes up. */
const whileStartingEvery = 5;

/** What a kill took. */
export interface Gone {
  readonly samples: number;
  /** Of real time. */
  readonly seconds: number;
}

export interface KillJob {
  readonly account: Account<Fault, Promised>;
  readonly folder: string;
  readonly dice: Draw;
  readonly stop: AbortSignal;
  /** Most kills in this run, and the number of the first. */
  readonly kills: number;
  readonly firstKill: number;
  readonly killed: () => void;
  /** What there was to see of the kill in a line. */
  readonly tell: (gone: Gone | null, phase: string | null) => void;
}

/** One run with its consoles killed, and at last left to finish; resolves with how many kills there were. */
export async function killRun(job: KillJob): Promise<number> {
  mkdirSync(job.folder, { recursive: true });
  const { preset, scenario } = writeShortRun(job.folder);
  const ptys = await ptyPair();
  const place = { folder: job.folder, port: ptys.consolePath, preset };
  let rig: RigProgram | null = null;
  try {
    rig = await RigProgram.start(ptys.rigPath, speed, scenario, job.dice.whole(2 ** 31));
    const run = new KillRun(job, place);
    return await run.play().finally(() => run.leaveNothing());
  } finally {
    await rig?.stop();
    await ptys.remove();
  }
}

class KillRun {
  readonly #job: KillJob;
  readonly #place: Place;
  readonly #shown = new Shown();
  #life: Life | null = null;
  #kills = 0;
  #gone = 0;

  constructor(job: KillJob, place: Place) {
    this.#job = job;
    this.#place = place;
  }

  async play(): Promise<number> {
    const { kills, stop } = this.#job;
    while (this.#kills < kills && !stop.aborted) {
      const life = await this.#begin();
      if (!(await this.#killOne(life))) {
        await this.#judgeEnd(await life.console.output.exitCode, life);
        return this.#kills;
      }
      // Killed once its run had its end: there is nothing to take up, and the next start would begin another.
      if (readJournal(journalOf(this.#place), this.#place.folder)?.ended === true) return this.#kills;
    }
    if (stop.aborted) return this.#kills;
    const last = await this.#begin();
    await this.#judgeEnd(await last.end(endsWithinMs, stop), last);
    return this.#kills;
  }

  /** Whatever happened: no console stays behind. */
  async leaveNothing(): Promise<void> {
    if (this.#life !== null && !this.#life.console.ended) await this.#life.kill();
  }

  async #begin(): Promise<Life> {
    this.#life = await Life.begin(this.#place, this.#shown);
    return this.#life;
  }

  /** False: the run was over before. */
  async #killOne(life: Life): Promise<boolean> {
    const { dice, stop, account, killed, tell } = this.#job;
    const whileStarting = dice.whole(whileStartingEvery) === 0;
    const lifeMs = dice.even(0, whileStarting ? comingUpMs : longestLifeMs);
    await life.lives(lifeMs, !whileStarting, stop);
    if (life.console.ended) return false;
    if (stop.aborted) return true;
    const { phase } = life;
    const killedMs = await life.kill();
    this.#kills += 1;
    account.tookEffect(phase === null ? 'kill-while-starting' : 'kill-in-run');
    tell(await this.#judgeKill(life, killedMs), phase);
    killed();
    return true;
  }

  async #judgeKill(life: Life, killedMs: number): Promise<Gone | null> {
    const { account } = this.#job;
    const kill = this.#number;
    const sights = await watchRig(this.#place.port, killedMs + lookMs);
    const journal = readJournal(journalOf(this.#place), this.#place.folder);
    judgeRecord(account, kill, this.#shown, journal);
    judgeRig(account, kill, killedMs, sights);
    const samples = samplesGone(sights, journal, this.#gone);
    // A run that stands for its link makes none; the promise is no harder then.
    const ticksPerSecond = Math.max(10, life.ticksPerSecond ?? 10 * speed);
    judgeSamples(account, kill, samples, ticksPerSecond);
    if (samples === null) return null;
    this.#gone += samples;
    return { samples, seconds: samples / ticksPerSecond };
  }

  async #judgeEnd(exitCode: number | null, life: Life): Promise<void> {
    const { account, stop } = this.#job;
    if (stop.aborted) return;
    const journal = readJournal(journalOf(this.#place), this.#place.folder);
    judgeRecord(account, this.#number, this.#shown, journal);
    const sight = (await watchRig(this.#place.port, performance.now() + askMs)).at(-1);
    const off = sight !== undefined && !sight.running && !sight.heaterInForce;
    judgeEnd(account, this.#number, exitCode, journal, off, () => life.console.tail());
  }

  get #number(): number {
    return this.#job.firstKill + Math.max(0, this.#kills - 1);
  }
}

export const runFolder = (folder: string, run: number): string => join(folder, `run-${run}`);
