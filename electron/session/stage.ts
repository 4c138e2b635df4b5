import { isAlarmAction } from '../alarms/acting.ts';
import type { FluidAnswer, RescueRequest } from '../contract/view.ts';
import type { ActionResult, OperatorAction } from '../domain/action.ts';
import type { Actor } from '../domain/actor.ts';
import type { TreatmentCase } from '../domain/case.ts';
import { type Intent, standbyIntent } from '../domain/command.ts';
import type { Preset } from '../domain/preset.ts';
import type { Exchanged } from '../domain/rig-driver.ts';
import type { Telemetry } from '../domain/telemetry.ts';
import { refusal } from '../domain/text/en-refusals.ts';
import { fluidInCavity } from '../protocol/guards.ts';
import { CurrentRun, type EngineFacts } from './current-run.ts';
import type { EngineOptions } from './engine-options.ts';
import { FluidLeft, type KnownFluid } from './fluid-left.ts';
import { linkAgeSeconds } from './link-age.ts';
import type { LostRun } from './lost-run.ts';
import type { MachineWatch } from './machine-watch.ts';
import { messageOf } from './publishers.ts';
import { noRecord } from './record-watch.ts';
import { notDone, type Recovered, Recovery } from './recovery.ts';
import { type Driver, Rescues } from './rescues.ts';
import { RestAlarms } from './rest-alarms.ts';
import { restFacts } from './rest-signals.ts';
import { runHeader } from './run-header.ts';
import { mayStartRun } from './start-refusal.ts';
import { TreatmentRun } from './treatment-run.ts';

/** What the console is at: set-up, a run, its review, or what a person asks of the machine outside a run. */
export class Stage {
  readonly #options: EngineOptions;
  readonly #machine: MachineWatch;
  readonly #driver: Driver;
  readonly recovery: Recovery;
  /** Open, or in review. */
  current: CurrentRun | null = null;
  readonly rescues: Rescues;
  readonly fluid = new FluidLeft();
  /** Alarms where there is no run. */
  #rest = new RestAlarms();
  /** A journal is being made for a run about to begin. */
  #starting = false;

  constructor(options: EngineOptions, machine: MachineWatch, driver: Driver, lost: readonly LostRun[]) {
    this.#options = options;
    this.#machine = machine;
    this.#driver = driver;
    this.recovery = new Recovery(options, lost);
    this.rescues = new Rescues(options, machine, driver, () => this.#known());
  }

  get runIsOpen(): boolean {
    return this.current !== null && !this.current.run.over;
  }

  get fluidIn(): boolean {
    if (this.rescues.open !== null) return true;
    return this.current !== null && this.runIsOpen && fluidInCavity(this.current.run.state);
  }

  /** A record is still written to. */
  get somethingIsOpen(): boolean {
    return this.rescues.open !== null || this.current?.recording === true;
  }

  /** Ends the record of a machine that has not been seen to stand; nothing is told to it any more. */
  async endRecords(): Promise<void> {
    this.rescues.end();
    await this.documents();
  }

  /** Resolves when the documents of the run that is over, and of rescues that are, are made. */
  async documents(): Promise<void> {
    await Promise.allSettled([this.current?.documents, this.rescues.documents()]);
  }

  get rest(): RestAlarms {
    return this.current?.rest ?? this.#rest;
  }

  /** A high alarm of run or rest is to be heard. */
  get soundsHigh(): boolean {
    return this.current?.recording ? this.current.run.alarms.soundsHigh : this.rest.soundsHigh;
  }

  /** What is asked of the rig in the next exchange. */
  asked(): Intent | null {
    if (this.current?.recording) return this.current.run.intent();
    const { annunciation: annunciator } = this.rest;
    const asked = this.rescues.open?.intent() ?? null;
    return { ...(asked ?? standbyIntent), annunciator };
  }

  /** One tick of whatever goes on, after its exchange. */
  tick(exchanged: Exchanged, telemetry: Telemetry | null, facts: EngineFacts, nowMs: number): void {
    this.current?.tick(exchanged, telemetry, facts);
    this.rescues.tick(exchanged, telemetry);
    if (!this.current?.recording) this.#stepRest(exchanged, facts, nowMs);
    if (this.current?.run.over) this.#end();
    if (this.current?.recording === false) this.rescues.keepStandingDown(this.current.run.header);
    this.rescues.letGo();
  }

  /** Starts a run on the connected rig, or says what stands in its way and how to mend it. */
  async startRun(
    by: Actor,
    treatmentCase: TreatmentCase,
    preset: Preset,
    fluidInCavityMl: number | null,
  ): Promise<string | null> {
    if (this.current !== null || this.#starting)
      return 'A run is open already. End it before starting another.';
    const inTheWay = this.#inTheWay();
    if (inTheWay !== null) return inTheWay;
    const { shown } = this.rest;
    const may = mayStartRun(this.#options, this.#machine, this.#driver.authority(), shown, preset);
    if (!may.ok) return may.problem;
    const header = runHeader(this.#options, by, may.rig, { case: treatmentCase, preset, fluidInCavityMl });
    this.#starting = true;
    try {
      const opened = await this.#options.openJournal(header);
      if (!opened.ok) return opened.problem;
      const run = new TreatmentRun(header, opened.journal, header.startedWallMs);
      const answered = this.fluid.takeAnswer();
      if (answered !== null) run.tell(answered, header.startedWallMs);
      this.begin(new CurrentRun(this.#options, run), 'begin');
      return null;
    } catch (error) {
      return `The record could not be made: ${messageOf(error)}.`;
    } finally {
      this.#starting = false;
    }
  }

  begin(current: CurrentRun, how: 'begin' | 'take-up'): void {
    this.#options.link.bindTo(current.run.header.rig.serialNumber);
    this.rescues.end();
    this.rescues.drainIsSettled();
    this.current = current;
    this.#driver.move(how);
  }

  /** Takes what a person asks of the run, or of the alarms where there is none. */
  act(by: Actor, action: OperatorAction): ActionResult {
    const { current } = this;
    if (current === null || !current.recording) return this.#actAtRest(by, action);
    if (current.run.over && !isAlarmAction(action)) return { taken: false, why: 'run-ended' };
    const waited = current.waits;
    const result = current.act(by, action);
    if (waited && !current.waits) this.#driver.move('take-command');
    if (current.run.over) this.#end();
    return result;
  }

  /** What a person asks of the machine outside a run. */
  askOfMachine(by: Actor, request: RescueRequest, bits: number): ActionResult {
    if (this.current?.recording) return { taken: false, why: 'not-in-this-phase' };
    return this.rescues.ask(by, request, bits);
  }

  /** What becomes of the run that its console lost. */
  async recover(choice: 'take-up' | 'drain' | 'end', by: Actor): Promise<Recovered> {
    if (this.#driver.authority().state === 'faulted') return notDone('console-failed');
    if (this.current !== null || this.#starting) return notDone('run-open');
    this.#starting = true;
    try {
      const now = () => ({
        rig: this.#options.link.identity,
        telemetry: this.#machine.telemetry,
        wallMs: this.#options.clock.wallMs(),
      });
      if (choice === 'end') return await this.recovery.end();
      const taken = await this.recovery.takeUp(by, now);
      if (taken.ok) {
        this.begin(taken.current, 'take-up');
        return choice === 'drain' ? this.#drainTakenUp(taken.current, by) : { ok: true };
      }
      if (choice === 'take-up') return taken;
      if (this.#machine.telemetry === null) return notDone('not-drained', refusal['link-not-up']);
      // Once it is ended nobody can ask it what was in the cavity.
      this.#known();
      const ended = await this.recovery.end();
      // A drain waits for no file: the record that could not be ended is still there to be ended.
      if (!ended.ok) this.#options.say(ended.problem);
      const drains = this.askOfMachine(by, 'drain', 0);
      return drains.taken ? { ok: true } : notDone('ended-not-drained', refusal[drains.why]);
    } finally {
      this.#starting = false;
    }
  }

  /** There was nothing to answer: `false`. */
  answerFluid(answer: FluidAnswer, by: Actor): boolean {
    if (!this.fluid.answer(answer, by)) return false;
    this.rescues.drainIsSettled();
    return true;
  }

  /** Leaves the review of a finished run. */
  newCase(): boolean {
    const { current } = this;
    if (current?.run.files == null) return false;
    this.#rest = current.rest ?? this.#rest;
    this.fluid.forget();
    this.current = null;
    return true;
  }

  #drainTakenUp(current: CurrentRun, by: Actor): Recovered {
    const result = this.act(by, { type: 'drain-now' });
    if (!result.taken) return notDone('taken-up-not-drained', refusal[result.why]);
    current.run.endAs('interrupted');
    return { ok: true };
  }

  #inTheWay(): string | null {
    if (this.recovery.first !== null) return 'A run was left open. Take it up, drain or end it first.';
    if (this.fluid.memory !== null)
      return 'The last run on this machine left fluid in a cavity. Answer that first.';
    return this.rescues.asksSomething ? 'The machine is told something already. End that first.' : null;
  }

  #known(): KnownFluid {
    const lost = this.recovery.first;
    if (lost !== null) return this.fluid.known({ state: lost.state, header: lost.found.header });
    return this.fluid.known(this.current?.run ?? null);
  }

  /** Once: a run that is over has let go of the machine, and a machine that has stood down is not told again. */
  #end(): void {
    // What a person asks of the machine in the review is not the run's to end.
    if (this.rescues.open !== null) return;
    const { state } = this.#driver.authority();
    if (state === 'commanding' || state === 'waiting') this.#driver.move('end');
  }

  /** Without a run only alarms can be acted on, and what came by hand be entered. */
  #actAtRest(by: Actor, action: OperatorAction): ActionResult {
    if (action.type === 'record-reading' && action.kind === 'drained-volume')
      return this.rescues.read(by, action);
    if (!isAlarmAction(action)) return { taken: false, why: this.current === null ? 'no-run' : 'run-ended' };
    const { refused } = this.rest.act(action, by);
    return refused === null ? { taken: true } : { taken: false, why: refused };
  }

  #stepRest({ linkLost }: Exchanged, facts: EngineFacts, nowMs: number): void {
    const { link } = this.#options;
    const expectLink = this.#driver.authority().state !== 'reading';
    const interlockBits = this.#machine.telemetry?.interlockBits ?? 0;
    const line = { linkLost, linkAgeSeconds: linkAgeSeconds(link, nowMs, linkLost), interlockBits };
    const { freeStorageMegabytes, screenStaleSeconds, audioNotWorking } = this.#options;
    const around = {
      ...(this.rescues.open?.recordFacts ?? noRecord),
      freeStorageMegabytes: freeStorageMegabytes(),
      screenStaleSeconds: screenStaleSeconds(),
      audioNotWorking: audioNotWorking(),
      drainUnfinished: this.rescues.drainUnfinished,
    };
    this.rest.step(restFacts(facts, { ...line, expectLink }, around), nowMs);
  }
}
