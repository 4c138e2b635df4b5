/** A run of the console without its screen, on the system clock, brought into treatment on a rig that never waits. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unattendedActor } from '../../electron/domain/actor.ts';
import type { TreatmentCase } from '../../electron/domain/case.ts';
import type { Intent } from '../../electron/domain/command.ts';
import type { Preset } from '../../electron/domain/preset.ts';
import type { Telemetry } from '../../electron/domain/telemetry.ts';
import { systemClock, systemTimeZone } from '../../electron/domain/time.ts';
import { readCase } from '../../electron/program/case-file.ts';
import { readPresets } from '../../electron/program/presets.ts';
import { intentOf } from '../../electron/protocol/intent.ts';
import type { RunState } from '../../electron/protocol/state.ts';
import { Journal } from '../../electron/record/journal.ts';
import { AutoOperator } from '../../electron/session/auto-operator.ts';
import { Engine } from '../../electron/session/engine.ts';
import { tickMs } from '../../electron/session/pace.ts';
import { plainRunView, type RunSnapshot } from '../../electron/session/run-view.ts';
import type { Snapshot } from '../../electron/session/snapshot.ts';
import { RigLink } from '../../native-bridge/rig/link.ts';
import { scenarioSchema } from '../../native-bridge/simulator/scenario.ts';
import { startSimulatedRig } from '../../native-bridge/simulator/start.ts';
import { Loopback } from '../../native-bridge/transport/loopback.ts';
import { root } from '../root.ts';
import { theatre } from '../shipped-site.ts';

/** Perfusate and tissue near target, so that treatment is soon reached. */
const warm = scenarioSchema.parse({
  initial: { bodyCelsius: 41.8, cavityCelsius: 42, reservoirCelsius: 42 },
  rig: { features: { core: false } },
});
const patienceMs = 60_000;

const shelf = readPresets(join(root, 'assets/presets'));

function preset(): Preset {
  const first = shelf.presets[0];
  if (first === undefined) throw new Error('There is no preset in assets/presets.');
  return { ...first, fillVolumeMl: 1500, rinses: { ...first.rinses, count: 0 } };
}

export function demoCase(): TreatmentCase {
  const read = readCase(join(root, 'assets/demo-case.json'));
  if (!read.ok) throw new Error(read.problem);
  return read.case;
}

/** What was counted in treatment with nobody at the controls. */
export interface EngineRun {
  /** From the first tick counted until the journal had everything on disk. */
  readonly ticksPerSecond: number;
  /** As many exchanges right afterwards on the same rig: no protocol, no alarms, no journal. */
  readonly linkTicksPerSecond: number;
  /** At the first tick counted. */
  readonly state: RunState;
  /** Of every tick after it. */
  readonly telemetry: readonly Telemetry[];
}

export async function runEngine(ticks: number): Promise<EngineRun> {
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-bench-'));
  const loopback = new Loopback('simulator');
  const rig = startSimulatedRig({
    port: loopback.rigPort,
    clock: systemClock,
    scenario: warm,
    seed: null,
    speed: Number.POSITIVE_INFINITY,
  });
  const link = new RigLink({ opener: loopback.opener, clock: systemClock });
  const operator = new AutoOperator();
  const telemetry: Telemetry[] = [];
  let first: { readonly state: RunState; readonly atMs: number } | null = null;
  let last: RunState | null = null;
  let journal: Journal | null = null;
  let reached = (): void => {};
  const done = new Promise<void>((resolve) => {
    reached = resolve;
  });
  let lookedMs = -1;
  const operate = (run: RunSnapshot): void => {
    if (run.state.nowMs === lookedMs) return;
    lookedMs = run.state.nowMs;
    const action = operator.next(plainRunView(run));
    if (action !== null) engine.act(unattendedActor, action);
    if (run.state.phase === 'treatment') first = { state: run.state, atMs: performance.now() };
  };
  const follow = ({ run }: Snapshot): void => {
    if (run === null) return;
    last = run.state;
    if (first === null) operate(run);
    else if (run.state.telemetry !== null) telemetry.push(run.state.telemetry);
    if (telemetry.length === ticks) reached();
  };
  const engine = new Engine({
    clock: systemClock,
    link,
    host: 'stand-in',
    consoleVersion: 'bench',
    console: { id: null, hostName: 'bench' },
    timeZone: systemTimeZone,
    site: theatre,
    openJournal: async (header) => {
      const path = join(folder, 'journal.sqlite');
      const opened = await Journal.open(
        path,
        header,
        new URL('../../electron/record/worker.ts', import.meta.url),
      );
      journal = opened.ok ? opened.journal : null;
      return opened;
    },
    reopenJournal: async () => ({ ok: false, problem: 'none is left' }),
    openRescueJournal: async () => ({ ok: false, problem: 'none is asked for' }),
    lost: [],
    makeLostDocuments: async () => {},
    makeRescueDocuments: async () => {},
    makeDocuments: async () => ({ folder, report: null, samples: null, summary: null, problem: null }),
    freeStorageMegabytes: () => null,
    screenStaleSeconds: () => 0,
    audioNotWorking: () => false,
    publishers: [{ name: 'the bench', publish: follow }],
    say: () => {},
  });
  try {
    engine.start();
    await heard(engine, link);
    const problem = await engine.startRun(unattendedActor, demoCase(), preset());
    if (problem !== null) throw new Error(problem);
    await inTime(done);
    await engine.stop();
    const journalProblem = await (journal as Journal | null)?.close();
    const endMs = performance.now();
    if (journalProblem != null) throw new Error(journalProblem);
    const kept = samplesIn(join(folder, 'journal.sqlite'));
    if (kept < ticks)
      throw new Error(`The journal holds ${kept} samples, fewer than the ${ticks} ticks counted.`);
    const end = last as RunState | null;
    if (first === null || end?.phase !== 'treatment') throw new Error('The run left treatment too early.');
    const { state, atMs } = first as { state: RunState; atMs: number };
    return {
      ticksPerSecond: (1000 * ticks) / (endMs - atMs),
      linkTicksPerSecond: await linkAlone(link, intentOf(end), ticks),
      state,
      telemetry: telemetry.slice(0, ticks),
    };
  } finally {
    await engine.stop();
    rig.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function samplesIn(path: string): number {
  const journal = new DatabaseSync(path, { readOnly: true });
  try {
    return Number(journal.prepare('SELECT count(*) AS samples FROM sample').get()?.samples);
  } finally {
    journal.close();
  }
}

async function linkAlone(link: RigLink, intent: Intent, ticks: number): Promise<number> {
  link.open();
  while (!(await link.tick(null)).ok) await new Promise((resolve) => setTimeout(resolve, 10));
  const before = await exchanged(link, intent);
  const startMs = performance.now();
  for (let tick = 0; tick < ticks; tick += 1) await exchanged(link, intent);
  const rate = (1000 * ticks) / (performance.now() - startMs);
  const { uptimeMs, inForce } = await exchanged(link, intent);
  if (uptimeMs - before.uptimeMs < ticks * tickMs || inForce.mode !== intent.mode || !inForce.pumpEnable) {
    throw new Error('The rig did not go on with the treatment while the link was measured alone.');
  }
  return rate;
}

async function exchanged(link: RigLink, intent: Intent): Promise<Telemetry> {
  const result = await link.tick(intent);
  if (!result.ok) throw new Error(result.detail);
  return result.telemetry;
}

/** Until the rig has answered; it is known who it is. */
async function heard(engine: Engine, link: RigLink): Promise<void> {
  const giveUpMs = performance.now() + patienceMs;
  while (!engine.snapshot().machine.isKnown) {
    if (performance.now() > giveUpMs) throw new Error(link.problem ?? 'The simulated rig does not answer.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Treatment did not pass within ${patienceMs / 1000} s.`)),
      patienceMs,
    );
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
