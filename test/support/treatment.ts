import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsoleView, RunView } from '../../electron/contract/view.ts';
import type { ActionResult, OperatorAction } from '../../electron/domain/action.ts';
import type { Alarm, AlarmCode } from '../../electron/domain/alarm.ts';
import type { TreatmentCase } from '../../electron/domain/case.ts';
import type { Preset } from '../../electron/domain/preset.ts';
import type { RunEvent } from '../../electron/domain/run-event.ts';
import { readCase } from '../../electron/program/case-file.ts';
import { findPreset, readPresets } from '../../electron/program/presets.ts';
import { Journal } from '../../electron/record/journal.ts';
import { readRun } from '../../electron/record/read-run.ts';
import type { RunRecord } from '../../electron/record/run-record.ts';
import { AutoOperator } from '../../electron/session/auto-operator.ts';
import { Console } from '../../electron/session/console.ts';
import { simulatedSite } from '../../electron/session/site.ts';
import { RigLink } from '../../native-bridge/rig/link.ts';
import type { Fault } from '../../native-bridge/simulator/faults.ts';
import { type Scenario, scenarioSchema } from '../../native-bridge/simulator/scenario.ts';
import { type SimulatedRig, startSimulatedRig } from '../../native-bridge/simulator/start.ts';
import { Loopback } from '../../native-bridge/transport/loopback.ts';
import { VirtualClock } from './virtual-clock.ts';

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
  return found.preset;
};

/** Fifteen minutes at 42.5 °C without rinses: as short as a preset may be, for stories that end in review. */
export const shortPreset = (): Preset => ({
  ...preset('42.5 °C × 60 min'),
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
}

/**
 * Perfusate and tissue already near target, so that a story reaches treatment within minutes. No patient is like
 * that, so the core probe is left out.
 */
export const warm = {
  initial: { bodyCelsius: 41.8, cavityCelsius: 42, reservoirCelsius: 42 },
  rig: { features: { core: false } },
};

/**
 * The whole console but its screen, with the simulated rig at real time, on one virtual clock:
 * an hour passes in seconds and every run of a story is the same. The journal is a real file.
 */
export class Treatment {
  readonly clock: VirtualClock;
  readonly loopback: Loopback;
  readonly rig: SimulatedRig;
  readonly console: Console;
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
  readonly #link: RigLink;
  #view: ConsoleView | null = null;
  #seen = 0;
  #ended: Promise<void>;

  private constructor(setting: Setting) {
    const scenario: Scenario = scenarioSchema.parse(setting.scenario ?? {});
    this.clock = new VirtualClock();
    this.loopback = new Loopback('simulator');
    this.#folder = mkdtempSync(join(tmpdir(), 'isotherm-'));
    this.rig = startSimulatedRig({
      port: this.loopback.rigPort,
      clock: this.clock,
      scenario,
      seed: null,
      speed: 1,
    });
    let ended = (): void => {};
    this.#ended = new Promise((resolve) => {
      ended = resolve;
    });
    this.#link = new RigLink({ opener: this.loopback.opener, clock: this.clock });
    this.console = new Console({
      clock: this.clock,
      link: this.#link,
      host: 'stand-in',
      consoleVersion: 'test',
      setup: {
        presets: shelf.presets,
        templates: [],
        presetProblems: [],
        draftCase: null,
        draftPresetName: null,
      },
      site: simulatedSite,
      openJournal: (header) =>
        Journal.open(this.journalPath, header, new URL('../../electron/record/worker.ts', import.meta.url)),
      freeStorageMegabytes: () => this.around.freeStorageMegabytes,
      screenStaleSeconds: () => this.around.screenStaleSeconds,
      audioNotWorking: () => this.around.audioNotWorking,
      listener: {
        view: (view) => {
          this.#view = view;
        },
        trend: () => {},
        ticked: (run) => {
          const view = run.view(150);
          for (const kept of view.events) {
            if (kept.seq <= this.#seen) continue;
            this.#seen = kept.seq;
            this.events.push({ seconds: kept.sessionMs / 1000, event: kept.event });
          }
          const action = this.operator?.next(view) ?? null;
          if (action !== null) this.act(action);
        },
        ended: async () => ended(),
      },
    });
  }

  /** In treatment, with nobody at the controls: where most stories begin. */
  static async treating(): Promise<Treatment> {
    const treatment = await Treatment.start({ scenario: warm, preset: shortPreset() });
    await treatment.untilPhase('treatment', 900);
    await treatment.seconds(20);
    treatment.operator = null;
    return treatment;
  }

  /** Opens the console, waits for the rig and starts the run. */
  static async start(setting: Setting = {}): Promise<Treatment> {
    const treatment = new Treatment(setting);
    treatment.console.start();
    await treatment.clock.advance(500);
    const chosen = setting.preset ?? preset('42.5 °C × 60 min');
    let problem: string | null | undefined;
    void treatment.console.startRun(setting.case ?? demoCase(), chosen).then((result) => {
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

  /** What it would be told now. */
  get run(): RunView {
    const { run } = this.console.load().view;
    if (run === null) throw new Error('no run is open');
    return run;
  }

  act(action: OperatorAction): ActionResult {
    return this.console.act('Perfusionist', action);
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
    await this.#ended;
    const read = readRun(this.journalPath);
    if (!read.ok) throw new Error(read.problem);
    return read.record;
  }

  async close(): Promise<void> {
    const stopped = this.console.stop();
    await this.clock.advance(3000);
    await stopped;
    this.rig.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
