import { type Actor, consoleActor } from '../domain/actor.ts';
import type { TreatmentCase } from '../domain/case.ts';
import type { LinkCounters } from '../domain/link.ts';
import type { Preset } from '../domain/preset.ts';
import type { ConsoleInstance, RescueHeader, RunHeader } from '../domain/run-event.ts';
import type { RecordedSite } from '../domain/site.ts';
import type { MachineDoing } from '../domain/stood-down.ts';
import type { RigIdentity } from '../domain/telemetry.ts';
import type { Clock } from '../domain/time.ts';
import type { TimeZone } from '../domain/time-zone.ts';

interface Host {
  readonly clock: Clock;
  readonly host: 'electron' | 'stand-in';
  readonly consoleVersion: string;
  readonly console: ConsoleInstance;
  readonly timeZone: (wallMs: number) => TimeZone;
}

/** What a run is that `by` starts now. `fluidInCavityMl`: before the run fills it; `null`: nobody knows how much. */
export function runHeader(
  host: Host,
  by: Actor,
  rig: RigIdentity,
  plan: {
    readonly case: TreatmentCase;
    readonly preset: Preset;
    readonly site: RecordedSite;
    readonly fluidInCavityMl: number | null;
    readonly released: RunHeader['released'];
  },
): RunHeader {
  const header = commonHeader(host, by, rig);
  return { ...header, runId: runIdAt(header.startedWallMs), ...plan };
}

/** What a rescue is that `by` begins now; `doing`: what the machine was found doing. */
export function rescueHeader(host: Host, by: Actor, rig: RigIdentity, doing: MachineDoing): RescueHeader {
  const header = commonHeader(host, by, rig);
  return {
    kind: 'rescue',
    ...header,
    runId: `${runIdAt(header.startedWallMs)}-rescue`,
    why: `The machine was found: ${doing}.`,
  };
}

function commonHeader(host: Host, startedBy: Actor, rig: RigIdentity) {
  const startedWallMs = host.clock.wallMs();
  return {
    consoleVersion: host.consoleVersion,
    host: host.host,
    console: host.console,
    simulation: rig.features.simulated,
    startedWallMs,
    timeZone: host.timeZone(startedWallMs),
    startedBy,
    rig,
  };
}

/** What the record is of a machine that has not stood down when the record of its run closes; it may be out of reach. */
export function standDownHeader(host: Host, run: RunHeader): RescueHeader {
  const common = commonHeader(host, consoleActor, run.rig);
  return {
    ...common,
    kind: 'rescue',
    runId: `${runIdAt(common.startedWallMs)}-stand-down`,
    why: `Run ${run.runId} is over; its machine had not been seen to stand down.`,
    afterRunId: run.runId,
  };
}

/** Unique enough on one machine, sorts by time, fits a file name: `2026-01-31T14-05-09Z`. */
const runIdAt = (wallMs: number): string =>
  new Date(wallMs)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');

/** What the link counted since `start`, kind by kind. */
export function countersSince(start: LinkCounters, now: LinkCounters): LinkCounters {
  const since = { ...now };
  for (const kind of Object.keys(since) as (keyof LinkCounters)[]) since[kind] -= start[kind];
  return since;
}
