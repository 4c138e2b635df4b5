import type { Signals } from '../alarms/signals.ts';
import type { RecordedCase } from '../domain/case.ts';
import type { Intent } from '../domain/command.ts';
import { measured, missing, type Reading } from '../domain/reading.ts';
import type { RecordedSite } from '../domain/site.ts';
import type { Telemetry } from '../domain/telemetry.ts';
import { retainedAskMl } from '../domain/volume-scale.ts';
import { needsCavity } from '../protocol/control/cavity-watch.ts';
import { doubtful } from '../protocol/control/witness.ts';
import { judgedCore } from '../protocol/core.ts';
import { wantsHeat } from '../protocol/enter.ts';
import { latchedBits } from '../protocol/guards.ts';
import { phasePlans } from '../protocol/phase-plan.ts';
import { plannedMs } from '../protocol/plan-time.ts';
import { additionsDue, coreMatters, coreReadingDue } from '../protocol/reminders.ts';
import { asksForReturn, reservoirLostMl, returnShare } from '../protocol/return-watch.ts';
import type { RunState } from '../protocol/state.ts';
import { inCavityMl } from '../protocol/volumes.ts';

/** What the session knows besides the protocol's state. */
export interface Surroundings {
  readonly intent: Intent | null;
  readonly commandMismatch: boolean;
  readonly flowSteadyMs: number;
  /** Asked for last while the pump was to run (`FlowSteady`); left out: the flow of the preset. */
  readonly lastSetFlowMlPerMin?: number;
  readonly consoleFault?: boolean;
  readonly machineStillPumps?: boolean;
  readonly anotherConsole?: boolean;
  readonly pumpRunsDown?: boolean;
  readonly linkLost: boolean;
  readonly linkAgeSeconds: number | null;
  readonly storageFailing: boolean;
  readonly recordBehindSeconds?: number | null;
  readonly recordRemoved?: boolean;
  readonly freeStorageMegabytes: number | null;
  readonly clockDisagreementSeconds: number;
  readonly screenStaleSeconds: number;
  readonly audioNotWorking: boolean;
  readonly site: Pick<RecordedSite, 'inflowLinePressureLimitMmHg' | 'openCavityHighSeconds'>;
  readonly case: Pick<RecordedCase, 'technique' | 'coreSite'>;
}

/** Everything alarm conditions look at, from the state of the run and its surroundings. Pure. */
export function runSignals(state: RunState, around: Surroundings): Signals {
  const { telemetry, preset } = state;
  const { limit } = phasePlans[state.phase];
  return {
    phase: state.phase,
    targetCelsius: state.targetCelsius,
    controlCelsius: state.control.celsius,
    heats: wantsHeat(state),
    controlled: phasePlans[state.phase].heat === 'control',
    sites: state.sites,
    probesCelsius: state.probesCelsius,
    coreCelsius: coreReading(state),
    coreProbeCelsius: fresh(telemetry, (t) => t.coreCelsius),
    coreExpected: state.rig.features.core && around.case.coreSite !== '' && coreMatters(state.phase),
    inflowOffKelvin: telemetry === null ? null : state.inflowBalance.offKelvin,
    lastCavityProbeDoubted: doubtful(state.witness),
    reachCelsius: state.estimate.state === 'unreachable' ? state.estimate.reachCelsius.likely : null,
    flowMlPerMin: fresh(telemetry, (t) => t.flowMlPerMin),
    setFlowMlPerMin: around.intent?.pumpEnable ? around.intent.flowSetpointMlPerMin : 0,
    pumpAskedOff: around.intent !== null && !around.intent.pumpEnable && !around.pumpRunsDown,
    pumpSpeedRpm: telemetry === null ? null : telemetry.pumpSpeedRpm,
    lastSetFlowMlPerMin: around.lastSetFlowMlPerMin ?? preset.flowMlPerMin,
    flowSteadyMs: around.flowSteadyMs,
    heatWanted: wantsHeat(state) && state.heatHeld === null && state.restart === null,
    heaterRequested: around.intent?.heaterEnable ?? telemetry?.inForce.heaterEnable ?? false,
    heaterPowerPercent: telemetry === null ? null : telemetry.heaterPowerPercent,
    commandMismatch: around.commandMismatch,
    inflowLinePressureMmHg: fresh(telemetry, (t) => t.inflowLinePressureMmHg),
    inflowLinePressureLimitMmHg: around.site.inflowLinePressureLimitMmHg,
    cavityPressureMmHg: fresh(telemetry, (t) => t.cavityPressureMmHg),
    closedTechnique: around.case.technique === 'closed',
    openCavityHighMs: around.case.technique === 'open' ? 1000 * around.site.openCavityHighSeconds : 0,
    perfusate: preset.controlSite === 'inflow',
    cavityUnknown: needsCavity(state),
    returnShare: returnShare(state),
    returnUnseen: asksForReturn(state),
    reservoirLostMl: reservoirLostMl(state),
    ignored: state.ignored,
    cavityVolumeMl: inCavityMl(state.volumes),
    planVolumeMl: preset.fillVolumeMl,
    largestVolumeMl: preset.largestCavityVolumeMl,
    retainedAskMl: retainedAskMl(preset.fillVolumeMl),
    drainDrySeconds: phasePlans[state.phase].mode === 'drain' ? state.volumes.drySeconds : 0,
    drainUnfinished: false,
    additionsDue: additionsDue(state),
    coreReadingDue: coreReadingDue(state),
    interlockBits: latchedBits(state),
    linkLost: around.linkLost,
    linkAgeSeconds: around.linkAgeSeconds,
    rigRestarted: state.decision === 'rig-restarted',
    consoleFault: around.consoleFault ?? false,
    machineStillPumps: around.machineStillPumps ?? false,
    anotherConsole: around.anotherConsole ?? false,
    storageFailing: around.storageFailing,
    recordBehindSeconds: around.recordBehindSeconds ?? null,
    recordRemoved: around.recordRemoved ?? false,
    freeStorageMegabytes: around.freeStorageMegabytes,
    clockDisagreementSeconds: around.clockDisagreementSeconds,
    screenStaleSeconds: around.screenStaleSeconds,
    audioNotWorking: around.audioNotWorking,
    phaseSeconds: (state.nowMs - state.enteredMs) / 1000,
    phaseLimitSeconds: limit?.after === 'entry' ? limit.minutes * 60 : null,
    beyondPlanSeconds:
      limit?.after === 'planned-minutes' ? Math.max(0, state.clocks.elapsedMs - plannedMs(state)) / 1000 : 0,
  };
}

function coreReading(state: RunState): Reading {
  const core = judgedCore(state);
  return core === null ? fresh(state.telemetry, (t) => t.coreCelsius) : measured(core.celsius);
}

const linkLost = missing('link-lost');

/** A value of the last telemetry; missing while the link is lost. */
export const fresh = (telemetry: Telemetry | null, pick: (t: Telemetry) => Reading): Reading =>
  telemetry === null ? linkLost : pick(telemetry);
