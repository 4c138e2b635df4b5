import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsoleView, RunView, TrendUpdate } from '../../electron/contract/view.ts';
import type { ActionResult, OperatorAction } from '../../electron/domain/action.ts';
import type { Alarm, AlarmCode } from '../../electron/domain/alarm.ts';
import type { TreatmentCase } from '../../electron/domain/case.ts';
import type { Preset } from '../../electron/domain/preset.ts';
import type { RunEvent } from '../../electron/domain/run-event.ts';
import { systemClock } from '../../electron/domain/time.ts';
import { readCase } from '../../electron/program/case-file.ts';
import { findPreset, readPresets } from '../../electron/program/presets.ts';
import { Journal, type OpenJournal } from '../../electron/record/journal.ts';
import type { JournalHeader } from '../../electron/record/messages.ts';
import { openRunsIn } from '../../electron/record/open-runs.ts';
import type { JournalPort } from '../../electron/record/port.ts';
import { readRun } from '../../electron/record/read-run.ts';
import type { RunRecord } from '../../electron/record/run-record.ts';
import { workerPort } from '../../electron/record/worker-port.ts';
import { AutoOperator } from '../../electron/session/auto-operator.ts';
import { Engine } from '../../electron/session/engine.ts';
import { type LostRun, readLostRun } from '../../electron/session/lost-run.ts';
import type { Publisher } from '../../electron/session/publishers.ts';
import { plainRunView } from '../../electron/session/run-view.ts';
import type { Snapshot } from '../../electron/session/snapshot.ts';
import { ViewPublisher } from '../../electron/session/view-publisher.ts';
import { RigLink } from '../../native-bridge/rig/link.ts';
import type { Fault } from '../../native-bridge/simulator/faults.ts';
import { type Scenario, scenarioSchema } from '../../native-bridge/simulator/scenario.ts';
import { type SimulatedRig, startSimulatedRig } from '../../native-bridge/simulator/start.ts';
import { Loopback } from '../../native-bridge/transport/loopback.ts';
import { installation, perfusionist } from './installation.ts';
import { nobodyAtScreen } from './nobody.ts';
import { theatre, theatreView } from './site.ts';
import { VirtualClock } from './virtual-clock.ts';

const worker = new URL('../../electron/record/worker.ts', import.meta.url);
const root = join(import.meta.dirname, '../..');
const shelf = readPresets(join(root, 'assets/presets'));

export const demoCase = (): TreatmentCase => {
  const read = readCase(join(root, 'assets/demo-case.json'));
  if (!read.ok) throw new Error(read.problem);
  return read.case;
};

export const preset = (name: string): Preset => {
  const found = findPreset(name, shelf);
  if (!found.ok) throw new Error(found.problem);
  return { ...found.preset, fillVolumeMl: found.preset.fillVolumeMl ?? 0 };
};

/** The default of the shelf at 1 500 mL/min, by which these stories are timed. */
export const usualPreset = (): Preset => ({ ...preset('42.5 °C × 60 min'), flowMlPerMin: 1500 });

/** Fifteen minutes at 42.5 °C without rinses: as short as a preset may be, for stories that end in review. */
export const shortPreset = (): Preset => ({
  ...usualPreset(),
  name: 'short',
  minutes: 15,
  fillVolumeMl: 1500,
  rinses: { count: 0, volumeMl: 1000 },
});

export interface Setting {
  /** As in a scenario file. */
  readonly scenario?: unknown;
  readonly preset?: Preset;
  readonly case?: TreatmentCase;
  /** In the cavity before the run; `null`: some, nobody knows how much. */
  readonly fluidInCavityMl?: number | null;
  readonly publishers?: readonly Publisher[];
  /** After another console on this rig: looks for the run that it left open. */
  readonly takesUp?: boolean;
  /** Left open besides, before that. */
  readonly lostBefore?: readonly LostRun[];
  /** How a record is gone on with; without it, as it is. */
  readonly reopens?: (path: string) => Promise<OpenJournal>;
  /** Of the computer it starts on; without it the computer does not say. */
  readonly uptimeSeconds?: number | undefined;
}

/**
 * Perfusate and tissue already near target, so that a story reaches treatment within minutes. No patient is like
 * that, so the core probe is left out.
 */
export const warm = {
  initial: { bodyCelsius: 41.8, cavityCelsius: 42, reservoirCelsius: 42 },
  rig: { features: { core: false } },
};

/** The journal's thread lives in real time; that this machine is busy is no disk that does not answer. */
const patientClock = {
  ...systemClock,
  after: (ms: number, run: () => void) => systemClock.after(6 * ms, run),
};

/**
 * The whole console but its screen, with the simulated rig at real time, on one virtual clock:
 * an hour passes in seconds and every run of a story is the same. The journal is a real file.
 */
export class Treatment {
  readonly clock: VirtualClock;
  readonly loopback: Loopback;
  readonly rig: SimulatedRig;
  readonly engine: Engine;
  /** Lines for the terminal. */
  readonly said: string[] = [];
  /** Paths of rescues that are over. */
  readonly rescueJournals: string[] = [];
  /** The disk takes no record of a rescue. */
  rescuesRefused = false;
  readonly events: { readonly seconds: number; readonly event: RunEvent }[] = [];
  /** Leaves prompts to a careful operator; `null`: the story acts. */
  operator: AutoOperator | null = new AutoOperator();
  /** What the console is told of disk, screen and speaker. */
  readonly around = {
    freeStorageMegabytes: 10_000 as number | null,
    screenStaleSeconds: 0,
    audioNotWorking: false,
  };
  readonly #folder: string;
  readonly link: RigLink;
  readonly #screen: ViewPublisher;
  #lookedMs = -1;
  #view: ConsoleView | null = null;
  #seen = 0;
  readonly #ports: JournalPort[] = [];
  readonly #journals: Journal[] = [];
  #killed = false;
  #ended: Promise<void>;

  private constructor(setting: Setting, before: Treatment | null = null) {
    const scenario: Scenario = scenarioSchema.parse(setting.scenario ?? {});
    this.clock = before?.clock ?? new VirtualClock(undefined, 1);
    this.loopback = before?.loopback ?? new Loopback('simulator', queueMicrotask);
    this.#folder = mkdtempSync(join(tmpdir(), 'isotherm-'));
    // What a disk has after a crash: in this process the journal that is lost is open, and locked, to the end.
    if (setting.takesUp === true && before !== null) copyJournal(before.#folder, this.#folder);
    this.rig =
      before?.rig ??
      startSimulatedRig({ port: this.loopback.rigPort, clock: this.clock, scenario, seed: null, speed: 1 });
    let ended = (): void => {};
    this.#ended = new Promise((resolve) => {
      ended = resolve;
    });
    this.link = new RigLink({ opener: this.loopback.opener, clock: this.clock });
    this.#screen = new ViewPublisher({
      host: 'stand-in',
      consoleVersion: 'test',
      setup: {
        presets: shelf.presets,
        templates: [],
        presetProblems: [],
        draftCase: null,
        draftPresetName: null,
        site: theatreView,
      },
      access: () => nobodyAtScreen,
      freeStorageMegabytes: () => this.around.freeStorageMegabytes,
      showView: (view) => {
        this.#view = view;
      },
      showTrend: () => {},
    });
    this.engine = new Engine({
      clock: this.clock,
      link: this.link,
      host: 'stand-in',
      consoleVersion: 'test',
      ...installation,
      site: theatre,
      openJournal: async (header) => this.#keep(await Journal.open(this.journalPath, header, worker)),
      reopenJournal: setting.reopens ?? ((path) => this.#journal(path, null)),
      openRescueJournal: async (header) =>
        this.rescuesRefused
          ? { ok: false, problem: 'the disk is full' }
          : Journal.open(join(mkdtempSync(join(this.#folder, 'rescue-')), 'journal.sqlite'), header, worker),
      lost: [
        ...(setting.takesUp === true ? this.lostRuns(this.#folder, setting.uptimeSeconds) : []),
        ...(setting.lostBefore ?? []),
      ],
      makeLostDocuments: async () => ended(),
      makeRescueDocuments: async (path) => void this.rescueJournals.push(path),
      makeDocuments: async () => {
        ended();
        return { folder: this.#folder, report: null, samples: null, summary: null, problem: null };
      },
      freeStorageMegabytes: () => this.around.freeStorageMegabytes,
      screenStaleSeconds: () => this.around.screenStaleSeconds,
      audioNotWorking: () => this.around.audioNotWorking,
      publishers: [
        this.#screen,
        { name: 'the story', publish: (snapshot) => this.#follow(snapshot) },
        ...(setting.publishers ?? []),
      ],
      say: (line) => void this.said.push(line),
    });
  }

  /** What a console that starts now finds left open in `folder`. */
  lostRuns(folder: string, uptimeSeconds: number | null = null): LostRun[] {
    const [monotonicMs, wallMs] = [this.clock.monotonicMs(), this.clock.wallMs()];
    return openRunsIn(folder).runs.map((run) => readLostRun(run, { monotonicMs, wallMs, uptimeSeconds }));
  }

  /** Its thread can be ended with the console. */
  #journal(path: string, header: JournalHeader | null): Promise<OpenJournal> {
    const makePort = (): JournalPort => {
      if (this.#killed) throw new Error('the console is gone');
      const port = workerPort(worker);
      this.#ports.push(port);
      return port;
    };
    return Journal.over(makePort, path, header, patientClock).then((opened) => this.#keep(opened));
  }

  #keep(opened: OpenJournal): OpenJournal {
    if (opened.ok) this.#journals.push(opened.journal);
    return opened;
  }

  /** The console is gone at once, as by SIGKILL; the disk has what its journal's thread has written. */
  async kill(): Promise<void> {
    const stopped = this.engine.stop();
    await this.seconds(0.2);
    await stopped;
    // On a busy computer the thread is behind the virtual clock: what it had a second for, it has written.
    while (this.#journals.some((journal) => journal.unacknowledged > 0 && journal.problem === null))
      await new Promise((resolve) => setTimeout(resolve, 5));
    this.#killed = true;
    const gone = this.#ports.map((port) => new Promise<void>((resolve) => port.onGone(() => resolve())));
    for (const port of this.#ports) port.close();
    await Promise.all(gone);
  }

  /** Keeps what happened, and lets the operator press. */
  #follow({ run }: Snapshot): void {
    if (run === null) return;
    for (const kept of run.events) {
      if (kept.seq <= this.#seen) continue;
      this.#seen = kept.seq;
      this.events.push({ seconds: kept.sessionMs / 1000, event: kept.event });
    }
    // A press publishes as well; one tick is one look.
    if (run.state.nowMs === this.#lookedMs || this.operator === null) return;
    this.#lookedMs = run.state.nowMs;
    const action = this.operator.next(plainRunView(run));
    if (action !== null) this.act(action);
  }

  /** In treatment, with nobody at the controls: where most stories begin. */
  static async treating(): Promise<Treatment> {
    const treatment = await Treatment.start({ scenario: warm, preset: shortPreset() });
    await treatment.untilPhase('treatment', 900);
    await treatment.seconds(20);
    treatment.operator = null;
    return treatment;
  }

  /** A console that is open on its rig, without a run. */
  static async idle(setting: Setting = {}): Promise<Treatment> {
    const treatment = new Treatment(setting);
    treatment.engine.start();
    await treatment.clock.advance(500);
    return treatment;
  }

  /** Another console on the rig, and in the time, of one that is gone. */
  static async onRig(before: Treatment, setting: Setting = {}): Promise<Treatment> {
    const treatment = new Treatment(setting, before);
    treatment.engine.start();
    await treatment.clock.advance(1000);
    return treatment;
  }

  /** Opens the console, waits for the rig and starts the run. */
  static async start(setting: Setting = {}): Promise<Treatment> {
    const treatment = new Treatment(setting);
    treatment.engine.start();
    await treatment.clock.advance(500);
    const chosen = setting.preset ?? usualPreset();
    let problem: string | null | undefined;
    const { fluidInCavityMl = 0 } = setting;
    const of = setting.case ?? demoCase();
    void treatment.engine.startRun(perfusionist, of, chosen, fluidInCavityMl).then((result) => {
      problem = result;
    });
    // The journal's thread answers in real time.
    while (problem === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    if (problem !== null) throw new Error(problem);
    return treatment;
  }

  get journalPath(): string {
    return join(this.#folder, 'journal.sqlite');
  }

  /** What the screen was last told. */
  get view(): ConsoleView {
    if (this.#view === null) throw new Error('the screen was told nothing yet');
    return this.#view;
  }

  /** What it is told when it is loaded now. */
  load(): ConsoleView {
    return this.#screen.view(this.engine.snapshot());
  }

  /** The same, and the trend. */
  loadAll(): { view: ConsoleView; trend: TrendUpdate } {
    return this.#screen.load(this.engine.snapshot());
  }

  /** What it would be told now. */
  get run(): RunView {
    const { run } = this.load();
    if (run === null) throw new Error('no run is open');
    return run;
  }

  act(action: OperatorAction): ActionResult {
    return this.engine.act(perfusionist, action);
  }

  /** Something goes wrong now; `seconds` `null`: for good. */
  fault(fault: Fault, seconds: number | null): void {
    this.rig.rig.inject(fault, seconds);
  }

  async seconds(seconds: number): Promise<void> {
    await this.clock.advance(seconds * 1000);
  }

  /** Lets time pass until `holds`; fails with what the screen said when it does not come. */
  async until(what: string, holds: (run: RunView) => boolean, withinSeconds = 3600): Promise<void> {
    const deadline = this.clock.monotonicMs() + withinSeconds * 1000;
    while (!holds(this.run)) {
      if (this.clock.monotonicMs() >= deadline) throw new Error(`"${what}" did not come: ${this.describe()}`);
      await this.clock.advance(100);
    }
  }

  async untilPhase(phase: RunView['phase'], withinSeconds = 3600): Promise<void> {
    await this.until(`phase ${phase}`, (run) => run.phase === phase, withinSeconds);
  }

  async untilAlarm(code: AlarmCode, withinSeconds = 600): Promise<Alarm> {
    await this.until(`alarm ${code}`, () => this.raised(code).length > 0, withinSeconds);
    return this.raised(code).at(-1) as Alarm;
  }

  /** Every occurrence so far. */
  raised(code?: AlarmCode): Alarm[] {
    const alarms: Alarm[] = [];
    for (const { event } of this.events) {
      if (event.type === 'alarm-raised' && (code === undefined || event.alarm.code === code))
        alarms.push(event.alarm);
    }
    return alarms;
  }

  describe(): string {
    const { run } = this;
    return JSON.stringify({
      seconds: run.sessionSeconds,
      phase: run.phase,
      advice: run.advice.now,
      primary: run.primary,
      heatHeld: run.heatHeld,
      flowHeld: run.flowHeld,
      control: run.control.celsius.value,
      flow: run.flow.mlPerMin.value,
      alarms: run.alarms.map(({ id }) => id),
      selfTest: run.selfTest.filter(({ state }) => state !== 'passed'),
    });
  }

  /** Lets the journal close and opens it as a record. */
  async record(): Promise<RunRecord> {
    let over = false;
    void this.#ended.then(() => {
      over = true;
    });
    // The record goes on until the machine has stood down; its thread answers in real time.
    while (!over) {
      await this.clock.advance(100);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const read = readRun(this.journalPath);
    if (!read.ok) throw new Error(read.problem);
    return read.record;
  }

  async close(): Promise<void> {
    const stopped = this.engine.stop();
    await this.clock.advance(3000);
    await stopped;
    this.rig.stop();
    // A thread may still be making a file in it.
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

function copyJournal(from: string, to: string): void {
  for (const name of ['journal.sqlite', 'journal.sqlite-wal']) {
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
  }
}
