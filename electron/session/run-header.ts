import type { TreatmentCase } from '../domain/case.ts';
import type { LinkCounters } from '../domain/link.ts';
import type { Preset } from '../domain/preset.ts';
import type { RunHeader } from '../domain/run-event.ts';
import type { RigIdentity } from '../domain/telemetry.ts';
import type { Clock } from '../domain/time.ts';

interface Host {
  readonly clock: Clock;
  readonly host: 'electron' | 'stand-in';
  readonly consoleVersion: string;
}

/** What a run that starts now is. */
export function runHeader(
  host: Host,
  treatmentCase: TreatmentCase,
  preset: Preset,
  rig: RigIdentity,
): RunHeader {
  const startedWallMs = host.clock.wallMs();
  return {
    runId: runIdAt(startedWallMs),
    consoleVersion: host.consoleVersion,
    host: host.host,
    simulation: rig.features.simulated,
    startedWallMs,
    case: treatmentCase,
    preset,
    rig,
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
