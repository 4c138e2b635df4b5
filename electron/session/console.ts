import type { ConsoleView, SetupView, TrendUpdate } from '../contract/view.ts';
import type { ActionResult, OperatorAction } from '../domain/action.ts';
import type { TreatmentCase } from '../domain/case.ts';
import type { Intent } from '../domain/command.ts';
import { linkLostAfterMs, newLinkCounters } from '../domain/link.ts';
import type { Preset } from '../domain/preset.ts';
import { presetProblems } from '../domain/preset-problems.ts';
import type { RunHeader } from '../domain/run-event.ts';
import { storageProblem, storageToStartMegabytes } from '../domain/storage.ts';
import type { Telemetry } from '../domain/telemetry.ts';
import type { Journal } from '../record/journal.ts';
import { CommandWatch, FlowSteady } from './command-watch.ts';
import type { ConsoleOptions } from './console-options.ts';
import { Pace } from './pace.ts';
import { rigView } from './rig-view.ts';
import { countersSince, runHeader } from './run-header.ts';
import { SessionTime } from './session-time.ts';
import { standDown } from './stand-down.ts';
import { TreatmentRun } from './treatment-run.ts';

/** The screen is told at least this often, ms of wall time. */
const viewEveryMs = 250;

const noTrend: TrendUpdate = { generation: 0, bucketSeconds: 1, from: 0, rows: [] };

/** The console between its rig and its screen: ticks for as long as it is open, with a run or without. */
export class Console {
  readonly #options: ConsoleOptions;
  readonly #flow = new FlowSteady();
  readonly #command = new CommandWatch();
  #setup: SetupView;
  #run: TreatmentRun | null = null;
  #time: SessionTime | null = null;
  #telemetry: Telemetry | null = null;
  #linkWasLost = false;
  /** A journal is being made for a run about to begin. */
  #starting = false;
  /** The run is over and its documents are being made. */
  #closing = false;
  #countersAtStart = newLinkCounters();
  #toldMs = Number.NEGATIVE_INFINITY;
  #open = false;
  #loop: Promise<void> = Promise.resolve();

  constructor(options: ConsoleOptions) {
    this.#options = options;
    this.#setup = options.setup;
  }

  start(): void {
    this.#open = true;
    this.#options.link.open();
    this.#loop = this.#tickOnAndOn();
  }

  async stop(): Promise<void> {
    this.#open = false;
    await this.#loop;
    await this.#options.link.close();
  }

  /** Everything a screen needs after loading. */
  load(): { view: ConsoleView; trend: TrendUpdate } {
    return { view: this.#view(), trend: this.#run?.wholeTrend() ?? noTrend };
  }

  /** Starts a run on the connected rig, or says what stands in its way and how to mend it. */
  async startRun(treatmentCase: TreatmentCase, preset: Preset): Promise<string | null> {
    const { clock, link } = this.#options;
    if (this.#run !== null || this.#starting) return 'A run is open already. End it before starting another.';
    const rig = link.identity;
    if (rig === null || link.state(clock.monotonicMs()) !== 'up') {
      return link.problem ?? 'The rig does not answer. Check its cable and that it is switched on.';
    }
    if (this.#telemetry !== null && this.#telemetry.rigState === 'running') {
      return 'The rig is running already. Stop it at the machine, then start the run.';
    }
    // Whatever it came from, no preset passes the hard limits here.
    const unfit = presetProblems(preset, rig);
    if (unfit.length > 0) return unfit.map(({ message }) => message).join('. ');
    const full = storageProblem(this.#options.freeStorageMegabytes());
    if (full !== null) return full;
    const header = runHeader(this.#options, treatmentCase, preset, rig);
    this.#starting = true;
    const opened = await this.#options.openJournal(header);
    this.#starting = false;
    if (!opened.ok) return opened.problem;
    this.#begin(header, opened.journal);
    return null;
  }

  act(by: string, action: OperatorAction): ActionResult {
    const run = this.#run;
    if (run === null || this.#time === null) return { taken: false, why: 'no-run' };
    if (run.over) return { taken: false, why: 'run-ended' };
    const waited = waits(run);
    const result = run.act(by, action, this.#time.nowMs(), this.#options.clock.wallMs());
    if (waited && !waits(run)) this.#options.link.takeCommand();
    this.#tell();
    return result;
  }

  /** Other presets are on offer now. */
  offer(setup: SetupView): void {
    this.#setup = setup;
    this.#tell();
  }

  /** Leaves the review of a finished run. */
  newCase(): boolean {
    if (this.#run?.files == null) return false;
    this.#run = null;
    this.#time = null;
    this.#closing = false;
    this.#options.link.unbind();
    this.#tell();
    return true;
  }

  #begin(header: RunHeader, journal: Journal): void {
    const { clock, link } = this.#options;
    link.bindTo(header.rig.serialNumber);
    link.takeCommand();
    this.#linkWasLost = false;
    this.#countersAtStart = { ...link.counters };
    this.#time = new SessionTime(clock, header.rig.timeScale);
    this.#run = new TreatmentRun(header, journal, clock.wallMs());
    this.#tell();
  }

  async #tickOnAndOn(): Promise<void> {
    const pace = new Pace(this.#options.clock);
    while (this.#open) {
      const answered = await this.#tick();
      // A simulated rig with a scale above 1 paces itself by its replies.
      const free = answered && this.#time?.followsRig === true && this.#run?.over === false;
      if (!free) await pace.next();
    }
  }

  async #tick(): Promise<boolean> {
    const { clock, link } = this.#options;
    const run = this.#closing ? null : this.#run;
    const intent = run?.intent() ?? null;
    const result = await link.tick(intent, { holdHeartbeat: run?.holdHeartbeat() ?? false });
    const linkLost = this.#isLinkLost(run);
    const telemetry = result.ok && !linkLost ? result.telemetry : null;
    this.#telemetry = linkLost ? null : (telemetry ?? this.#telemetry);
    if (run !== null && this.#time !== null) {
      if (telemetry !== null) this.#time.hearUptime(telemetry.uptimeMs);
      this.#noticeLink(run, linkLost, result.ok && result.rigRestarted);
      this.#tickRun(run, intent, telemetry, linkLost);
    }
    this.#linkWasLost = linkLost;
    if (this.#run?.urgent || clock.monotonicMs() - this.#toldMs >= viewEveryMs) this.#tell();
    if (run?.over) await this.#end(run, this.#time?.nowMs() ?? 0);
    return result.ok;
  }

  /**
   * Lost now, or lost and found again within this very exchange: the link has let go of command, and the run
   * has to hear of it, or it would ask for ever for what is no longer written.
   */
  #isLinkLost(run: TreatmentRun | null): boolean {
    const { clock, link } = this.#options;
    const letGo = run !== null && !waits(run) && !link.commanding;
    return letGo || link.state(clock.monotonicMs()) === 'lost';
  }

  #noticeLink(run: TreatmentRun, linkLost: boolean, rigRestarted: boolean): void {
    const nowMs = this.#time?.nowMs() ?? 0;
    const wallMs = this.#options.clock.wallMs();
    const detail = this.#options.link.problem ?? this.#options.link.portName;
    if (linkLost && !this.#linkWasLost) run.hear({ type: 'link-lost', detail }, nowMs, wallMs);
    if (!linkLost && this.#linkWasLost) run.hear({ type: 'link-restored', detail }, nowMs, wallMs);
    if (rigRestarted) run.hear({ type: 'rig-restarted', detail: 'its uptime went back' }, nowMs, wallMs);
  }

  #tickRun(run: TreatmentRun, intent: Intent | null, telemetry: Telemetry | null, linkLost: boolean): void {
    const { clock, link, site } = this.#options;
    const nowMs = this.#time?.nowMs() ?? 0;
    const monotonicMs = clock.monotonicMs();
    const around = {
      intent,
      commandMismatch: this.#command.mismatch(link.commanding ? intent : null, telemetry),
      flowSteadyMs: this.#flow.steadyMs(intent, nowMs),
      linkLost,
      linkAgeSeconds: this.#linkAgeSeconds(linkLost),
      storageFailing: run.journal.problem !== null,
      freeStorageMegabytes: this.#options.freeStorageMegabytes(),
      clockDisagreementSeconds: this.#time?.disagreementSeconds() ?? 0,
      screenStaleSeconds: this.#options.screenStaleSeconds(),
      audioNotWorking: this.#options.audioNotWorking(),
      site,
      case: run.header.case,
    };
    run.tick(telemetry, around, nowMs, clock.wallMs(), monotonicMs);
    this.#options.listener.ticked(run);
  }

  /** `null`: unknown, also for a loss that is over already. */
  #linkAgeSeconds(linkLost: boolean): number | null {
    const ageMs = this.#options.link.ageMs(this.#options.clock.monotonicMs());
    return ageMs === null || (linkLost && ageMs <= linkLostAfterMs) ? null : Math.round(ageMs / 100) / 10;
  }

  /** The rig is told standby, then the journal is closed and the documents are made. */
  async #end(run: TreatmentRun, nowMs: number): Promise<void> {
    const { clock, link, listener } = this.#options;
    this.#closing = true;
    if (!waits(run)) await standDown(link, run.intent());
    run.end(countersSince(this.#countersAtStart, link.counters), nowMs, clock.wallMs());
    this.#tell();
    void run.journal.close().then((problem) => listener.ended(run, problem).then(() => this.#tell()));
  }

  #tell(): void {
    this.#toldMs = this.#options.clock.monotonicMs();
    if (this.#run !== null) this.#run.urgent = false;
    this.#options.listener.view(this.#view());
    const update = this.#run?.newTrend() ?? null;
    if (update !== null) this.#options.listener.trend(update);
  }

  #view(): ConsoleView {
    const { host, consoleVersion, clock, site } = this.#options;
    const run = this.#run;
    return {
      host,
      consoleVersion,
      wallMs: clock.wallMs(),
      stage: run === null ? 'setup' : run.over ? 'review' : 'run',
      rig: rigView(this.#options, this.#telemetry),
      storage: {
        freeMegabytes: this.#options.freeStorageMegabytes(),
        neededMegabytes: storageToStartMegabytes,
      },
      setup: this.#setup,
      run: run?.view(site.inflowLinePressureLimitMmHg) ?? null,
    };
  }
}

/** A person has to decide first: nothing is written. */
const waits = (run: TreatmentRun): boolean => run.state.decision !== 'none';
