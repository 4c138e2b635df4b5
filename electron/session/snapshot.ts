import type { Authority } from '../authority/authority.ts';
import type {
  AlarmSystemView,
  FluidMemoryView,
  MachineView,
  RecoveryView,
  RescueView,
} from '../contract/view.ts';
import type { Alarm } from '../domain/alarm.ts';
import type { LinkCounters, LinkState } from '../domain/link.ts';
import type { MachineDoing } from '../domain/stood-down.ts';
import type { RigIdentity, Telemetry } from '../domain/telemetry.ts';
import type { EngineOptions } from './engine-options.ts';
import { recoveryView } from './lost-run.ts';
import type { MachineWatch } from './machine-watch.ts';
import { noOffers, rescueOffers } from './rescue-desk.ts';
import type { RunSnapshot } from './run-view.ts';
import type { Stage } from './stage.ts';

/**
 * What stands after a tick, for whoever shows, tells or writes it elsewhere. Read it at once; nothing may be changed.
 * What is only shown is a call: it is made when it is looked at.
 */
export interface Snapshot {
  readonly wallMs: number;
  readonly monotonicMs: number;
  readonly stage: 'setup' | 'run' | 'review';
  readonly authority: Authority;
  /** The last one; `null` with the link lost. */
  readonly telemetry: Telemetry | null;
  readonly link: LinkSnapshot;
  readonly run: RunSnapshot | null;
  readonly machine: MachineSnapshot;
  readonly recovery: () => RecoveryView | null;
  readonly fluid: FluidMemoryView | null;
  /** Grows when something happened that a person has to see at once. */
  readonly revision: number;
}

export interface LinkSnapshot {
  readonly state: LinkState;
  readonly port: string;
  readonly ageMs: number | null;
  readonly counters: LinkCounters;
  readonly identity: RigIdentity | null;
  readonly problem: string | null;
}

/** How it stands with the machine, with a run or without. */
export interface MachineSnapshot {
  readonly doing: MachineDoing;
  /** Heard often enough to start on it. */
  readonly isKnown: boolean;
  /** Since when it has been told to stand down and has not, s; `null`: it has, or is not told. */
  readonly standingDownSeconds: number | null;
  /** Its heartbeat moves while this console only reads. */
  readonly anotherConsole: boolean;
  /** Of the console outside a run; a run has its own. */
  readonly alarms: readonly Alarm[];
  readonly alarmSystem: () => AlarmSystemView | null;
  /** What a person may ask of it outside a run. */
  readonly offers: () => MachineView['offers'];
  readonly interlockBits: number;
  readonly rescue: () => RescueView | null;
  /** A drain outside a run is over and has not brought what is in the cavity. */
  readonly drainUnfinished: boolean;
}

/** What the engine holds between two ticks. */
export interface Standing {
  readonly authority: Authority;
  readonly machine: MachineWatch;
  readonly stage: Stage;
  readonly revision: number;
}

/** Puts together what stands. */
export function snapshotOf({ clock, link }: EngineOptions, standing: Standing): Snapshot {
  const { authority, machine, stage, revision } = standing;
  const monotonicMs = clock.monotonicMs();
  const wallMs = clock.wallMs();
  const run = stage.current?.run ?? null;
  const lost = stage.beginnings.recovery.first;
  const { identity } = link;
  return {
    wallMs,
    monotonicMs,
    stage: run === null ? 'setup' : run.over ? 'review' : 'run',
    authority,
    telemetry: machine.telemetry,
    link: {
      state: link.state(monotonicMs),
      port: link.portName,
      ageMs: link.ageMs(monotonicMs),
      counters: link.counters,
      identity,
      problem: link.problem,
    },
    run: run === null ? null : run.snapshot(),
    machine: machineSnapshot(standing, identity, monotonicMs),
    recovery: () =>
      lost === null ? null : recoveryView(lost, { rig: identity, telemetry: machine.telemetry, wallMs }),
    fluid: stage.fluid.memory,
    revision: revision + (run?.revision ?? 0),
  };
}

function machineSnapshot(
  { machine, stage, authority }: Standing,
  identity: RigIdentity | null,
  monotonicMs: number,
): MachineSnapshot {
  const standingDownMs = machine.standingDownMs(monotonicMs);
  const { current, rest } = stage;
  const rescue = stage.rescues.open;
  const mayAsk = !current?.recording && authority.state !== 'faulted';
  return {
    doing: machine.doing,
    isKnown: machine.isKnown,
    standingDownSeconds: standingDownMs === null ? null : standingDownMs / 1000,
    anotherConsole: machine.anotherConsole(monotonicMs),
    alarms: current === null ? rest.shown : [],
    alarmSystem: () => (current === null ? rest.view() : null),
    offers: () => {
      const asked = rescue === null || rescue.standsDown ? null : rescue.state;
      return mayAsk ? rescueOffers(identity, machine.telemetry, asked, machine.stoodDown) : noOffers;
    },
    interlockBits: machine.telemetry?.interlockBits ?? 0,
    rescue: () => rescue?.view() ?? null,
    drainUnfinished: stage.rescues.drainUnfinished,
  };
}
