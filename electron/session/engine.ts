import type { Authority } from '../authority/authority.ts';
import type { FluidAnswer, FluidMemoryView, RescueRequest } from '../contract/view.ts';
import type { ActionResult, OperatorAction } from '../domain/action.ts';
import { type Actor, type Also, alone, consoleActor } from '../domain/actor.ts';
import type { TreatmentCase } from '../domain/case.ts';
import type { EnteredPreset } from '../domain/preset.ts';
import type { RunHeader } from '../domain/run-event.ts';
import { standDownOnRecordMs } from './current-run.ts';
import type { EngineOptions } from './engine-options.ts';
import { inTime } from './in-time.ts';
import { messageOf } from './publishers.ts';
import { pulseOf } from './pulse.ts';
import type { Recovered } from './recovery.ts';
import type { Snapshot } from './snapshot.ts';
import type { Stage } from './stage.ts';
import { exchangeLimitMs, Ticks } from './ticks.ts';
import { viewName } from './view-publisher.ts';

/** A disk that has not made the journal of a new run by then is not waited for at the end of the program, ms (chosen). */
const beginningLimitMs = 5_000;

/** What stands behind every screen, operator and signal: its ticks, and what is asked of them from outside. */
export class Engine {
  readonly #options: EngineOptions;
  readonly #ticks: Ticks;
  readonly #stage: Stage;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#ticks = new Ticks(options);
    this.#stage = this.#ticks.stage;
  }

  start(): void {
    this.#ticks.start();
  }

  stop(): Promise<void> {
    return this.#ticks.stop();
  }

  get authority(): Authority {
    return this.#ticks.authority;
  }

  get lastTickAgeMs(): number {
    return this.#ticks.lastTickAgeMs;
  }

  /** The last tick is too old: nobody can say what the machine does. */
  get stands(): boolean {
    return this.#ticks.stands;
  }

  /** What stands now. */
  snapshot(): Snapshot {
    return this.#ticks.snapshot();
  }

  /** Something outside a tick that nobody caught: told like a tick that failed, but the engine itself goes on. */
  hearFault(error: unknown): void {
    this.#ticks.hearFault(error);
  }

  /** The screen could not be told what stands. */
  get viewFails(): boolean {
    return this.#ticks.fails(viewName);
  }

  /** A high alarm is to be heard, of the alarms or of the engine itself. */
  get soundsHigh(): boolean {
    return pulseOf(this).sound === 'high' || this.#stage.soundsHigh;
  }

  /** A run is open: it must not be left by closing a window. */
  get runIsOpen(): boolean {
    return this.#stage.runIsOpen;
  }

  /**
   * Starts a run on the connected rig, or says what stands in its way and how to mend it. `fluidInCavityMl`: before
   * it fills it; `null`: some, nobody knows how much. Never throws.
   */
  async startRun(
    by: Actor,
    treatmentCase: TreatmentCase,
    preset: EnteredPreset,
    fluidInCavityMl: number | null = 0,
    released: RunHeader['released'] = null,
  ): Promise<string | null> {
    try {
      return await this.#stage.beginnings.startRun(by, treatmentCase, preset, fluidInCavityMl, released);
    } catch (error) {
      this.hearFault(error);
      return `The run could not be started: ${messageOf(error)}.`;
    } finally {
      this.#ticks.changed();
    }
  }

  /** What a person asks, at once: the next exchange carries it. Never throws. */
  act(by: Actor, action: OperatorAction, also: Also = alone): ActionResult {
    if (this.authority.state === 'faulted') return { taken: false, why: 'not-sent' };
    if (this.stands) return this.#ticks.keepFor(by, action);
    return this.#ticks.guarded(
      () => this.#stage.act(by, action, also),
      () => this.#ticks.keepFor(by, action),
    );
  }

  /** What a person asks of the machine outside a run. Never throws. */
  rescue(by: Actor, request: RescueRequest, bits: number, breakGlass: string | null = null): ActionResult {
    if (this.authority.state === 'faulted') return { taken: false, why: 'not-sent' };
    if (this.stands) return { taken: false, why: 'not-ticking' };
    return this.#ticks.guarded(
      () => this.#stage.askOfMachine(by, request, bits, breakGlass),
      () => ({ taken: false, why: 'not-ticking' }),
    );
  }

  /** What becomes of the run that its console lost. Never throws. */
  async recover(
    choice: 'take-up' | 'drain' | 'end',
    by: Actor,
    breakGlass: string | null = null,
  ): Promise<Recovered> {
    try {
      return await this.#stage.beginnings.recover(choice, by, breakGlass);
    } catch (error) {
      this.hearFault(error);
      return { ok: false, problem: `The run could not be recovered: ${messageOf(error)}.` };
    } finally {
      this.#ticks.changed();
    }
  }

  /** The last record of the connected rig left fluid in a cavity, or nobody knows. */
  remember(fluid: FluidMemoryView | null): void {
    this.#stage.fluid.memory = fluid;
    this.#ticks.changed();
  }

  /** A person says what became of that fluid; the next run's record has it. */
  answerFluid(answer: FluidAnswer, by: Actor, breakGlass: string | null = null): boolean {
    const answered = this.#stage.answerFluid(answer, by, breakGlass);
    this.#ticks.changed();
    return answered;
  }

  /** Whose run it is from now on, on its record. */
  takeChair(from: Actor | null, to: Actor): void {
    this.#stage.tell({ type: 'chair', from, to });
    this.#ticks.changed();
  }

  /** Leaves the review of a finished run. */
  newCase(): boolean {
    const left = this.#stage.newCase();
    if (left) this.#ticks.changed();
    return left;
  }

  /** By count there is fluid in the cavity, or nobody knows: a run is open with it, or the machine is told something. */
  get fluidIn(): boolean {
    return this.#stage.fluidIn;
  }

  /** What is open, a run or a rescue, is to end. */
  get somethingIsOpen(): boolean {
    return this.#stage.somethingIsOpen;
  }

  /**
   * Ends an open run or rescue in good order: stop, stand down, record, documents. Resolves when that is done, or takes
   * too long; a machine that has not been seen to stand by then is told to, on record, until `stop`.
   */
  async endInGoodOrder(reason: string): Promise<void> {
    const { clock } = this.#options;
    // A run whose journal is just being made is ended like any other.
    await inTime(clock, beginningLimitMs, this.#stage.beginnings.leave());
    if (this.runIsOpen) {
      this.act(consoleActor, { type: 'stop-run' });
      this.act(consoleActor, { type: 'end-run', reason });
    }
    this.#stage.current?.closeSoon();
    if (this.#stage.rescues.open !== null) this.rescue(consoleActor, 'off', 0);
    const fromMs = clock.monotonicMs();
    const waits = (): boolean => {
      const waitedMs = clock.monotonicMs() - fromMs;
      if (this.#stage.current?.recording) return waitedMs < standDownOnRecordMs.atLeast + exchangeLimitMs;
      return this.#stage.rescues.open !== null && waitedMs < standDownOnRecordMs.atLeast;
    };
    while (waits()) await inTime(clock, 20, new Promise(() => {}));
    await this.#stage.documents();
  }

  /** After `stop`: ends the record of a machine that has not been seen to stand. */
  async endRecords(): Promise<void> {
    await this.#stage.endRecords();
  }
}
