import type { RecoveryView } from '../contract/view.ts';
import type { Actor } from '../domain/actor.ts';
import { newLinkCounters } from '../domain/link.ts';
import { hospitalNumberOf, personName } from '../domain/patient.ts';
import type { LostBecause } from '../domain/phase.ts';
import { missing } from '../domain/reading.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { TakeUpRefusal } from '../domain/take-up.ts';
import type { RigIdentity, Telemetry } from '../domain/telemetry.ts';
import { foldSamples } from '../protocol/fold-samples.ts';
import { fluidInCavity } from '../protocol/guards.ts';
import { resumeRun } from '../protocol/resume.ts';
import type { RunState } from '../protocol/state.ts';
import { sessionGapMs, takeUpRefusals } from '../protocol/take-up.ts';
import type { OpenRun } from '../record/open-runs.ts';
import { AlarmDesk } from './alarm-desk.ts';
import { restoreCheckpoint } from './checkpoint.ts';
import { type ComputerNow, lostBecause } from './lost-because.ts';
import { newRunOf, type RunBeginning } from './run-beginning.ts';
import { runTotals } from './run-totals.ts';

/** A run that its console lost, as its record has it. */
export interface LostRun {
  readonly found: OpenRun;
  readonly state: RunState;
  readonly alarms: AlarmDesk;
  /** Why it cannot be gone on with, whatever the machine says; `null`: it can. */
  readonly problem: string | null;
  readonly because: LostBecause;
}

/** What is heard of the machine that answers now. */
export interface MachineNow {
  readonly rig: RigIdentity | null;
  readonly telemetry: Telemetry | null;
  readonly wallMs: number;
}

/** Reads what the record has of it: the checkpoint, and what was recorded after it. Never throws. */
export function readLostRun(
  found: OpenRun,
  { monotonicMs, ...computer }: ComputerNow & { readonly monotonicMs: number },
): LostRun {
  const { header, checkpoint } = found;
  const restored =
    checkpoint === null
      ? { ok: false as const, problem: 'Its record has no checkpoint: it was kept by an older console.' }
      : restoreCheckpoint(checkpoint.json, header.site.alarmLimits, monotonicMs);
  const base = restored.ok ? restored.state : newRunOf(header);
  let state = base;
  let problem = restored.ok ? null : restored.problem;
  try {
    state = foldSamples(base, found.samplesAfter());
  } catch (error) {
    problem ??= `Its samples cannot be read: ${(error as Error).message}.`;
  }
  if (!restored.ok && found.lastSample !== null) state = { ...state, phase: found.lastSample.phase };
  const because = lostBecause(found.lastWrittenWallMs, computer);
  return {
    found,
    state,
    alarms: restored.ok ? restored.alarms : new AlarmDesk(header.site.alarmLimits),
    problem,
    because,
  };
}

const factsOf = ({ found }: LostRun, { rig, telemetry, wallMs }: MachineNow) => ({
  serialNumber: rig?.serialNumber ?? null,
  telemetry,
  gapMs: Math.max(0, wallMs - found.lastWrittenWallMs),
});

/** Why it cannot be taken up now; none: it can, on a person's word. */
export function refusalsOf(lost: LostRun, now: MachineNow): readonly TakeUpRefusal[] {
  const refusals = takeUpRefusals(lost.state, factsOf(lost, now));
  return lost.problem === null ? refusals : ['record-does-not-tell', ...refusals];
}

/** The run as it is gone on with, and the session time of that, ms. Only where nothing refuses it. */
export function takenUp(
  lost: LostRun,
  now: MachineNow,
  by: Actor,
  breakGlass: string | null = null,
): RunBeginning | null {
  const { telemetry } = now;
  if (telemetry === null || refusalsOf(lost, now).length > 0) return null;
  const facts = factsOf(lost, now);
  const gapMs = sessionGapMs(lost.state, facts);
  const wasMode = lost.state.lastHeard?.mode ?? null;
  const step = resumeRun(lost.state, { gapMs, telemetry, wasMode });
  lost.alarms.skip(gapMs);
  const gapSeconds = Math.round(facts.gapMs / 100) / 10;
  const lostWallMs = lost.found.lastWrittenWallMs;
  return {
    state: step.state,
    alarms: lost.alarms,
    events: [],
    marks: [],
    told: [{ type: 'taken-up', by, lostWallMs, gapSeconds, cause: lost.because, breakGlass }, ...step.events],
  };
}

/** The end of a run that nobody goes on with; the link counted nothing that is known. */
export const endOfLost = ({ state }: LostRun): RunEvent => ({
  type: 'run-ended',
  outcome: 'interrupted',
  summary: runTotals(state, newLinkCounters()),
});

/** What a person may see of it. */
export function recoveryView(lost: LostRun, now: MachineNow): RecoveryView {
  const { found, state } = lost;
  const { header, lastSample, lastWrittenWallMs } = found;
  const started = state.clocks.startedMs !== null;
  const unknown = missing('no-telemetry');
  return {
    runId: header.runId,
    patientName: personName(header.case.patient),
    hospitalNumber: hospitalNumberOf(header.case.patient),
    presetName: header.preset.name,
    rigSerialNumber: header.rig.serialNumber,
    phase: state.phase,
    lostWallMs: lastWrittenWallMs,
    lostSecondsAgo: Math.max(0, Math.floor((now.wallMs - lastWrittenWallMs) / 1000)),
    clocks: {
      plannedSeconds: header.preset.minutes * 60,
      elapsedSeconds: started ? Math.floor(state.clocks.elapsedMs / 1000) : null,
      inBandSeconds: started ? Math.floor(state.clocks.inBandMs / 1000) : null,
      drugInCavitySeconds: state.clocks.drugFromMs === null ? null : Math.floor(state.clocks.drugMs / 1000),
    },
    probesCelsius: lastSample?.probesCelsius ?? [unknown, unknown, unknown, unknown],
    flowMlPerMin: lastSample?.flowMlPerMin ?? unknown,
    inCavityMl: state.volumes.cavityMl,
    uncertaintyMl: state.volumes.uncertaintyMl,
    takeUpRefusals: refusalsOf(lost, now),
    mayDrain: fluidInCavity(state) && now.telemetry !== null,
  };
}
