import { tellsFault } from '../authority/authority.ts';
import type {
  AccessView,
  ConsoleView,
  MachineView,
  RigView,
  SetupView,
  StorageView,
} from '../contract/view.ts';
import { type Precision, PrecisionFold } from '../domain/precision.ts';
import { runView } from './run-view.ts';
import type { Snapshot } from './snapshot.ts';

export interface ConsoleViewExtras {
  readonly host: 'electron' | 'stand-in';
  readonly consoleVersion: string;
  readonly setup: SetupView;
  readonly storage: StorageView;
  readonly precision: Precision | null;
  readonly access: AccessView;
  readonly worklistRevision: number;
}

/** All the renderer ever knows, from what stands after a tick. Pure. */
export function consoleView(snapshot: Snapshot, extras: ConsoleViewExtras): ConsoleView {
  const { run, stage, wallMs } = snapshot;
  const { host, consoleVersion, storage, setup, access, worklistRevision } = extras;
  const precision = extras.precision ?? new PrecisionFold(run?.header.preset.targetCelsius ?? 0).finish();
  return {
    host,
    consoleVersion,
    wallMs,
    stage,
    rig: rigView(snapshot),
    machine: machineView(snapshot),
    recovery: snapshot.recovery(),
    fluid: snapshot.fluid,
    storage,
    setup,
    run: run === null ? null : runView(run, precision),
    access,
    worklistRevision,
  };
}

function rigView({ link, telemetry }: Snapshot): RigView {
  return {
    link: link.state,
    port: link.port,
    ageMs: link.ageMs === null ? null : Math.round(link.ageMs),
    counters: { ...link.counters },
    identity: link.identity,
    state: telemetry?.rigState ?? null,
    interlockBits: telemetry?.interlockBits ?? null,
    problem: link.problem,
  };
}

function machineView({ authority, machine, telemetry, monotonicMs }: Snapshot): MachineView {
  const fault = tellsFault(authority, monotonicMs)
    ? { failures: authority.failures, message: authority.lastFailure ?? '' }
    : null;
  return {
    authority: authority.state,
    inForce:
      telemetry === null
        ? null
        : {
            mode: telemetry.inForce.mode,
            heaterEnable: telemetry.inForce.heaterEnable,
            pumpEnable: telemetry.inForce.pumpEnable,
            flowMlPerMin: telemetry.flowMlPerMin,
          },
    probesFitted: telemetry?.probesCelsius.map(({ missing }) => missing !== 'not-fitted') ?? null,
    probesCelsius: telemetry?.probesCelsius ?? null,
    doing: machine.doing,
    standingDownSeconds: machine.standingDownSeconds,
    anotherConsole: machine.anotherConsole,
    fault,
    alarms: machine.alarms,
    alarmSystem: machine.alarmSystem(),
    offers: machine.offers(),
    interlockBits: machine.interlockBits,
    rescue: machine.rescue(),
    drainUnfinished: machine.drainUnfinished,
  };
}
