import type { Actor } from '../domain/actor.ts';
import type { TreatmentCase } from '../domain/case.ts';
import { newLinkCounters } from '../domain/link.ts';
import type { EnteredPreset } from '../domain/preset.ts';
import type { RunHeader } from '../domain/run-event.ts';
import { recordedSite } from '../domain/site.ts';
import { refusal } from '../domain/text/en-refusals.ts';
import { CurrentRun } from './current-run.ts';
import type { EngineOptions } from './engine-options.ts';
import { lostFluid } from './fluid-left.ts';
import type { LostRun } from './lost-run.ts';
import type { MachineWatch } from './machine-watch.ts';
import { messageOf } from './publishers.ts';
import { notDone, type Recovered, Recovery } from './recovery.ts';
import type { Driver } from './rescues.ts';
import { runHeader } from './run-header.ts';
import type { Stage } from './stage.ts';
import { type MayStart, mayStartRun } from './start-refusal.ts';
import { TreatmentRun } from './treatment-run.ts';

/** A disk that has not given the record by then is not waited for, ms: to go on with it, and to drain (chosen). */
const takeUpWaitsMs = 10_000;
const drainWaitsMs = 2_000;

/** How a run comes to be, new or from a record that was left open. One at a time: each waits for a disk. */
export class Beginnings {
  readonly recovery: Recovery;
  readonly #options: EngineOptions;
  readonly #machine: MachineWatch;
  readonly #driver: Driver;
  readonly #stage: Stage;
  /** A journal is being opened; resolves when it is known what comes of it. */
  #underWay: Promise<unknown> | null = null;
  #leaves = false;

  constructor(
    options: EngineOptions,
    machine: MachineWatch,
    driver: Driver,
    stage: Stage,
    lost: readonly LostRun[],
  ) {
    this.#options = options;
    this.#machine = machine;
    this.#driver = driver;
    this.#stage = stage;
    this.recovery = new Recovery(options, lost);
  }

  /** Nothing begins any more; resolves when what is under way has begun or failed. */
  async leave(): Promise<void> {
    this.#leaves = true;
    await this.#underWay;
  }

  /** Starts a run on the connected rig, or says what stands in its way and how to mend it. */
  async startRun(
    by: Actor,
    treatmentCase: TreatmentCase,
    preset: EnteredPreset,
    fluidInCavityMl: number | null,
    released: RunHeader['released'],
  ): Promise<string | null> {
    if (this.#stage.current !== null || this.#underWay !== null)
      return 'A run is open already. End it before starting another.';
    return this.#alone(() => this.#start(by, treatmentCase, preset, fluidInCavityMl, released));
  }

  /** What becomes of the run that its console lost. */
  async recover(
    choice: 'take-up' | 'drain' | 'end',
    by: Actor,
    breakGlass: string | null,
  ): Promise<Recovered> {
    if (this.#driver.authority().state === 'faulted') return notDone('console-failed');
    if (this.#stage.current !== null || this.#underWay !== null) return notDone('run-open');
    return this.#alone(() => this.#recover(choice, by, breakGlass));
  }

  async #alone<T>(begin: () => Promise<T>): Promise<T> {
    const begun = begin();
    this.#underWay = begun.catch(() => {});
    try {
      return await begun;
    } finally {
      this.#underWay = null;
    }
  }

  async #start(
    by: Actor,
    treatmentCase: TreatmentCase,
    preset: EnteredPreset,
    fluidInCavityMl: number | null,
    released: RunHeader['released'],
  ): Promise<string | null> {
    const options = this.#options;
    const { fluid } = this.#stage;
    const may = this.#mayStart(treatmentCase, preset);
    if (!may.ok) return may.problem;
    const header = runHeader(options, by, may.rig, {
      case: treatmentCase,
      preset: may.preset,
      site: recordedSite(options.site),
      fluidInCavityMl,
      released,
    });
    try {
      const opened = await options.openJournal(header);
      if (!opened.ok) return opened.problem;
      const run = new TreatmentRun(header, opened.journal, header.startedWallMs);
      // Much may have happened while a disk was waited for.
      const still = this.#leaves ? may : this.#mayStart(treatmentCase, preset);
      if (!still.ok || still.rig.serialNumber !== may.rig.serialNumber) {
        run.end(newLinkCounters(), 0, options.clock.wallMs());
        await opened.journal.close();
        return still.ok ? 'Another rig was connected meanwhile. Start the run again.' : still.problem;
      }
      const answered = fluid.takeAnswer();
      if (answered !== null) run.tell(answered, header.startedWallMs);
      this.#stage.begin(new CurrentRun(options, run), 'begin');
      return null;
    } catch (error) {
      return `The record could not be made: ${messageOf(error)}.`;
    }
  }

  #mayStart(treatmentCase: TreatmentCase, preset: EnteredPreset): MayStart {
    const problem = this.#inTheWay();
    if (problem !== null) return { ok: false, problem };
    const authority = this.#driver.authority();
    return mayStartRun(this.#options, this.#machine, authority, this.#stage.rest.shown, {
      case: treatmentCase,
      preset,
    });
  }

  #inTheWay(): string | null {
    if (this.#leaves) return 'The console is ending.';
    if (this.recovery.first !== null) return 'A run was left open. Take it up, drain or end it first.';
    if (this.#stage.fluid.memory !== null)
      return 'The last run on this machine left fluid in a cavity. Answer that first.';
    return this.#stage.rescues.asksSomething
      ? 'The machine is told something already. End that first.'
      : null;
  }

  async #recover(
    choice: 'take-up' | 'drain' | 'end',
    by: Actor,
    breakGlass: string | null,
  ): Promise<Recovered> {
    const now = () => ({
      rig: this.#options.link.identity,
      telemetry: this.#machine.telemetry,
      wallMs: this.#options.clock.wallMs(),
    });
    const lost = this.recovery.first;
    // Whatever becomes of its record, what is done from now on concerns its patient.
    if (lost !== null) this.#stage.fluid.note(lostFluid(lost));
    if (choice === 'end') return this.recovery.end();
    const withinMs = choice === 'drain' ? drainWaitsMs : takeUpWaitsMs;
    const taken = await this.recovery.takeUp(by, now, withinMs, breakGlass);
    if (taken.ok) {
      this.#stage.begin(taken.current, 'take-up');
      return choice === 'drain' ? this.#drainTakenUp(taken.current, by) : { ok: true };
    }
    if (choice === 'take-up') return taken;
    if (this.#machine.telemetry === null) return notDone('not-drained', refusal['link-not-up']);
    // A drain waits for no file: the record that could not be ended is still there to be ended.
    const drains = this.#stage.askOfMachine(by, 'drain', 0);
    const ended = await this.recovery.end();
    if (!ended.ok) this.#options.say(ended.problem);
    return drains.taken ? { ok: true } : notDone('ended-not-drained', refusal[drains.why]);
  }

  #drainTakenUp(current: CurrentRun, by: Actor): Recovered {
    const result = this.#stage.act(by, { type: 'drain-now' });
    if (!result.taken) return notDone('taken-up-not-drained', refusal[result.why]);
    current.run.endAs('interrupted');
    return { ok: true };
  }
}
