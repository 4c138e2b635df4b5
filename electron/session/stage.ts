import { isAlarmAction } from '../alarms/acting.ts';
import type { FluidAnswer, RescueRequest } from '../contract/view.ts';
import type { ActionResult, OperatorAction } from '../domain/action.ts';
import { type Actor, type Also, alone } from '../domain/actor.ts';
import { type Intent, standbyIntent } from '../domain/command.ts';
import type { Exchanged } from '../domain/rig-driver.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Telemetry } from '../domain/telemetry.ts';
import { fluidInCavity } from '../protocol/guards.ts';
import { AlarmDesk } from './alarm-desk.ts';
import { Beginnings } from './beginnings.ts';
import type { CurrentRun, EngineFacts } from './current-run.ts';
import type { EngineOptions } from './engine-options.ts';
import { FluidLeft, type KnownFluid, lostFluid } from './fluid-left.ts';
import { linkAgeSeconds } from './link-age.ts';
import type { LostRun } from './lost-run.ts';
import type { MachineWatch } from './machine-watch.ts';
import { noRecord } from './record-watch.ts';
import { type Driver, Rescues } from './rescues.ts';
import { RestAlarms } from './rest-alarms.ts';
import { restFacts } from './rest-signals.ts';

/** What the console is at: set-up, a run, its review, or what a person asks of the machine outside a run. */
export class Stage {
  readonly #options: EngineOptions;
  readonly #machine: MachineWatch;
  readonly #driver: Driver;
  readonly beginnings: Beginnings;
  /** Open, or in review. */
  current: CurrentRun | null = null;
  readonly rescues: Rescues;
  readonly fluid = new FluidLeft();
  /** Alarms where there is no run. */
  #rest: RestAlarms;

  constructor(options: EngineOptions, machine: MachineWatch, driver: Driver, lost: readonly LostRun[]) {
    this.#options = options;
    this.#machine = machine;
    this.#driver = driver;
    this.#rest = new RestAlarms(new AlarmDesk(options.site.alarmLimits));
    this.rescues = new Rescues(options, machine, driver, () => this.known());
    this.beginnings = new Beginnings(options, machine, driver, this, lost);
  }

  get runIsOpen(): boolean {
    return this.current !== null && !this.current.run.over;
  }

  /** By count, or because nobody knows, in somebody who is still here: of a run, one in review or one that was lost. */
  get fluidIn(): boolean {
    if (this.rescues.open !== null || this.rescues.drainUnfinished) return true;
    const state = this.current?.run.state ?? this.beginnings.recovery.first?.state;
    if (state === undefined) return this.fluid.memory !== null;
    return fluidInCavity(state) && (this.runIsOpen || this.rescues.mayBeIn);
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

  begin(current: CurrentRun, how: 'begin' | 'take-up'): void {
    this.#options.link.bindTo(current.run.header.rig.serialNumber);
    this.rescues.end();
    this.rescues.drainIsSettled();
    this.current = current;
    this.#driver.move(how);
  }

  /** Takes what a person asks of the run, or of the alarms where there is none. */
  act(by: Actor, action: OperatorAction, also: Also = alone): ActionResult {
    const { current } = this;
    if (current === null || !current.recording) return this.#actAtRest(by, action);
    if (current.run.over && !isAlarmAction(action)) return { taken: false, why: 'run-ended' };
    const waited = current.waits;
    const result = current.act(by, action, also);
    if (waited && !current.waits) this.#driver.move('take-command');
    if (current.run.over) this.#end();
    return result;
  }

  /** What a person asks of the machine outside a run. */
  askOfMachine(
    by: Actor,
    request: RescueRequest,
    bits: number,
    breakGlass: string | null = null,
  ): ActionResult {
    if (this.current?.recording) return { taken: false, why: 'not-in-this-phase' };
    return this.rescues.ask(by, request, bits, breakGlass);
  }

  /** There was nothing to answer: `false`. */
  answerFluid(answer: FluidAnswer, by: Actor, breakGlass: string | null): boolean {
    if (!this.fluid.answer(answer, by, breakGlass)) return false;
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

  /** Kept in the run there is; without one nothing is. */
  tell(event: RunEvent): void {
    if (this.current?.recording) this.current.tell(event);
  }

  /** A tick of the console failed: on whatever record is open. */
  keepFault(message: string, failures: number): void {
    this.current?.keepFault(message, failures);
    this.rescues.open?.keepFault(message, failures);
  }

  /** What the record says of fluid in whoever is here: the run there is, the one decided on last, or the one left open. */
  known(): KnownFluid {
    const lost = this.beginnings.recovery.first;
    if (this.current !== null) this.fluid.note(this.current.run);
    else if (lost !== null && !this.fluid.isNoted) this.fluid.note(lostFluid(lost));
    return this.fluid.known();
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
