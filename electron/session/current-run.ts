import type { ActionResult, OperatorAction } from '../domain/action.ts';
import { type Actor, type Also, alone } from '../domain/actor.ts';
import type { Exchanged } from '../domain/rig-driver.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Telemetry } from '../domain/telemetry.ts';
import { CommandWatch, FlowSteady } from './command-watch.ts';
import type { EngineOptions } from './engine-options.ts';
import { linkAgeSeconds } from './link-age.ts';
import { messageOf } from './publishers.ts';
import { recordFacts } from './record-watch.ts';
import { RestAlarms } from './rest-alarms.ts';
import { countersSince } from './run-header.ts';
import type { Surroundings } from './run-signals.ts';
import { SessionTime } from './session-time.ts';
import type { TreatmentRun } from './treatment-run.ts';

/** The record of a run that is over waits at most so long for the machine to be seen to stand, ms. */
export const standDownOnRecordMs = {
  /** While it is heard (chosen: a pump of 3000 mL/min that slows by 600 mL/min each second, and 1 s more). */
  heard: 6_000,
  /** Where nothing is heard of it, or the program is being closed (proposal). */
  atLeast: 2_000,
} as const;

/** What the engine knows of machine and console in this tick. */
export interface EngineFacts {
  readonly consoleFault: boolean;
  readonly machineStillPumps: boolean;
  readonly anotherConsole: boolean;
  /** Told by telemetry. */
  readonly stoodDown: boolean;
  /** The pump was told off and is slowing. */
  readonly pumpRunsDown: boolean;
}

/** The run that is open, or in review, with its time and what it watches; from the journal made to the documents. */
export class CurrentRun {
  readonly run: TreatmentRun;
  /** Its documents are made, or cannot be. */
  documents: Promise<void> = Promise.resolve();
  readonly #options: EngineOptions;
  readonly #time: SessionTime;
  readonly #flow = new FlowSteady();
  readonly #command = new CommandWatch();
  readonly #countersAtStart: EngineOptions['link']['counters'];
  #linkWasLost = false;
  /** Since when it is over and its record goes on, monotonic ms. */
  #overSinceMs: number | null = null;
  #closesSoon = false;
  /** Its alarms once its record is closed; `null`: it goes on. */
  #rest: RestAlarms | null = null;

  /** `run`: just begun, or taken up; its time goes on from where it is. */
  constructor(options: EngineOptions, run: TreatmentRun) {
    const { clock, link } = options;
    this.#options = options;
    this.#countersAtStart = { ...link.counters };
    this.#time = new SessionTime(clock, run.header.rig.timeScale, run.state.nowMs);
    this.run = run;
  }

  /** Its rig paces itself by its replies. */
  get followsRig(): boolean {
    return this.#time.followsRig && !this.run.over;
  }

  /** Its record is still written. */
  get recording(): boolean {
    return this.#rest === null;
  }

  get rest(): RestAlarms | null {
    return this.#rest;
  }

  /** A person has to decide first: nothing is written. */
  get waits(): boolean {
    return this.run.state.decision !== 'none';
  }

  act(by: Actor, action: OperatorAction, also: Also = alone): ActionResult {
    return this.run.act(by, action, this.#time.nowMs(), this.#options.clock.wallMs(), also);
  }

  /** Keeps what happened around the run. */
  tell(event: RunEvent): void {
    this.run.tell(event, this.#options.clock.wallMs());
  }

  /** The program is being closed: its record waits for the machine no longer than it has to. */
  closeSoon(): void {
    this.#closesSoon = true;
  }

  /** A tick of the console failed: kept, whatever else does not work. */
  keepFault(message: string, failures: number): void {
    if (this.recording) {
      this.run.keepFault(message, failures, this.#time.nowMs(), this.#options.clock.wallMs());
    }
  }

  /** One tick: what was written and heard in it goes through protocol and alarms into the record. */
  tick(exchanged: Exchanged, telemetry: Telemetry | null, facts: EngineFacts): void {
    const { clock } = this.#options;
    if (telemetry !== null) this.#time.hearUptime(telemetry.uptimeMs);
    const nowMs = this.#time.nowMs();
    if (this.recording) {
      this.run.keepTimes(this.#time.notice(), nowMs, clock.wallMs());
      this.#noticeLink(exchanged, nowMs);
      this.run.tick(
        telemetry,
        this.#around(exchanged, telemetry, facts, nowMs),
        nowMs,
        clock.wallMs(),
        clock.monotonicMs(),
      );
      this.#noticeEnd(facts.stoodDown, !exchanged.linkLost, nowMs);
    }
    this.#linkWasLost = exchanged.linkLost;
  }

  #noticeLink({ linkLost, rigRestarted }: Exchanged, nowMs: number): void {
    const { clock, link } = this.#options;
    const detail = link.problem ?? link.portName;
    const tell = (type: 'link-lost' | 'link-restored' | 'rig-restarted', why = detail): void =>
      this.run.hear({ type, detail: why }, nowMs, clock.wallMs());
    if (linkLost && !this.#linkWasLost) tell('link-lost');
    if (!linkLost && this.#linkWasLost) tell('link-restored');
    if (rigRestarted) tell('rig-restarted', 'its uptime went back');
  }

  #around(
    exchanged: Exchanged,
    telemetry: Telemetry | null,
    facts: EngineFacts,
    nowMs: number,
  ): Surroundings {
    const { freeStorageMegabytes, screenStaleSeconds, audioNotWorking } = this.#options;
    const { header } = this.run;
    const { written, linkLost } = exchanged;
    return {
      intent: written,
      commandMismatch: this.#command.mismatch(written, telemetry),
      flowSteadyMs: this.#flow.steadyMs(written, nowMs),
      linkLost,
      linkAgeSeconds: linkAgeSeconds(this.#options.link, this.#options.clock.monotonicMs(), linkLost),
      ...recordFacts(this.run.journal),
      freeStorageMegabytes: freeStorageMegabytes(),
      clockDisagreementSeconds: this.#time.disagreementSeconds(),
      screenStaleSeconds: screenStaleSeconds(),
      audioNotWorking: audioNotWorking(),
      consoleFault: facts.consoleFault,
      machineStillPumps: facts.machineStillPumps,
      anotherConsole: facts.anotherConsole,
      pumpRunsDown: facts.pumpRunsDown,
      site: header.site,
      case: header.case,
    };
  }

  /** Over: the record goes on until the machine has stood down, or for as long as is waited for that. */
  #noticeEnd(stoodDown: boolean, heard: boolean, nowMs: number): void {
    if (!this.run.over) return;
    const { clock, link } = this.#options;
    this.#overSinceMs ??= clock.monotonicMs();
    const waitsMs = heard && !this.#closesSoon ? standDownOnRecordMs.heard : standDownOnRecordMs.atLeast;
    if (!stoodDown && clock.monotonicMs() - this.#overSinceMs < waitsMs) return;
    this.#rest = new RestAlarms(this.run.alarms, nowMs - clock.monotonicMs());
    this.run.end(countersSince(this.#countersAtStart, link.counters), nowMs, clock.wallMs());
    this.documents = this.#makeDocuments();
  }

  async #makeDocuments(): Promise<void> {
    const { run } = this;
    try {
      run.files = await this.#options.makeDocuments(run, await run.journal.close());
    } catch (error) {
      const problem = `The documents were not made: ${messageOf(error)}. The journal ${run.journal.path} holds the run.`;
      run.files = { folder: run.journal.path, report: null, samples: null, summary: null, problem };
    }
  }
}
