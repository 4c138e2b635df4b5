import { type CircuitMode, circuitModes } from '../domain/circuit.ts';
import { watchdogMs } from '../domain/command.ts';
import { noEstimate } from '../domain/heat-up-estimate.ts';
import { isTesting } from '../domain/phase.ts';
import { bandCelsius } from '../domain/preset.ts';
import { missing } from '../domain/reading.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Telemetry } from '../domain/telemetry.ts';
import { stepClocks } from './clocks.ts';
import { startController } from './control/controller.ts';
import { newInflowBalance } from './control/inflow-balance.ts';
import { newProbeHistory } from './control/probe-judge.ts';
import { newWitness } from './control/witness.ts';
import type { Step } from './enter.ts';
import { hold } from './hold.ts';
import { intentOf } from './intent.ts';
import { isTreating, phaseFlowMlPerMin, phasePlans } from './phase-plan.ts';
import { comingDue } from './reminders.ts';
import { newReturnWatch } from './return-watch.ts';
import { newSelfTest } from './self-test.ts';
import type { RunState } from './state.ts';
import { addUncertainty, type Volumes } from './volumes.ts';

/** How a run was found again. */
export interface Found {
  /** Session time nobody watched, ms (`sessionGapMs`). */
  readonly gapMs: number;
  readonly telemetry: Telemetry;
  /** Mode in force when the machine was heard last; `null`: not known. */
  readonly wasMode: CircuitMode | null;
}

const unread = missing('no-telemetry');

/**
 * The run of a checkpoint at the session time it is found at: nothing is written until a person takes command, heat
 * is held, and what has to last without a break begins anew. Pure.
 */
export function resumeRun(state: RunState, found: Found): Step {
  const nowMs = state.nowMs + found.gapMs;
  const volumes = volumesAcross(state, found);
  const { clocks, events } = clocksAcross(state, found.gapMs);
  const base: RunState = {
    ...state,
    nowMs,
    volumes,
    clocks,
    decision: 'console-restarted',
    keep: null,
    clearBits: 0,
    telemetry: found.telemetry,
    returns: newReturnWatch,
    settledSinceMs: null,
    inflowReachedSinceMs: null,
    // Whoever takes it up has not heard the clinician.
    core: { ...state.core, lifted: null },
    restart: state.restart === null ? null : { sinceMs: nowMs },
    selfTest: isTesting(state.phase) ? newSelfTest(state.phase, nowMs) : state.selfTest,
    controller: startController(state.controller.setpointCelsius),
    control: { ...state.control, celsius: unread },
    probesCelsius: [unread, unread, unread, unread],
    probeHistory: newProbeHistory(nowMs),
    witness: newWitness,
    inflowUnknownMs: 0,
    cavityUnknownMs: 0,
    // Whoever takes it up has not heard the clinician.
    withoutCavity: false,
    ignored: null,
    // Nor seen what is connected.
    freshFluid: false,
    inflowBalance: newInflowBalance(nowMs),
    estimate: noEstimate('not-heating-up'),
    heatUpWatch: null,
  };
  const held = hold(base, 'console-restarted', null);
  return { state: held.state, events: [...held.events, ...events] };
}

/** Elapsed and drug in cavity go on, in band does not: nobody can say that it was. */
function clocksAcross(state: RunState, gapMs: number): { clocks: RunState['clocks']; events: RunEvent[] } {
  const inTreatment = isTreating(state.phase);
  const clocks = stepClocks(state.clocks, {
    inTreatment,
    judged: phasePlans[state.phase].heat === 'control',
    dtMs: gapMs,
    heard: false,
    linkUp: false,
    circulating: false,
    celsius: null,
    targetCelsius: state.targetCelsius,
    bandCelsius,
  });
  if (!inTreatment) return { clocks, events: [] };
  const due = comingDue(state, clocks.elapsedMs);
  if (clocks.stop === state.clocks.stop) return { clocks, events: [...due] };
  return {
    clocks,
    events: [{ type: 'in-band-clock', running: clocks.stop === null, why: clocks.stop ?? '' }, ...due],
  };
}

/**
 * What may have flowed meanwhile. Into the patient the watchdog stops the pump (docs/link.md), so it is counted as in;
 * a drain goes on, but nobody saw it come out; what circulates is told by the reservoir's level, or not at all.
 */
function volumesAcross(state: RunState, { gapMs, telemetry, wasMode }: Found): Volumes {
  const { volumes, lastHeard } = state;
  if (stoodStill(state, telemetry)) return volumes;
  const modes = new Set<CircuitMode>([phasePlans[state.phase].mode, telemetry.inForce.mode]);
  if (wasMode !== null) modes.add(wasMode);
  const flowMlPerMin = Math.max(phaseFlowMlPerMin(state.phase, state), lastHeard?.flowMlPerMin ?? 0);
  const flowed = (ms: number): number => (flowMlPerMin * ms) / 60_000;
  const does = circuitModes.filter((mode) => modes.has(mode));
  if (does.includes('circulate')) {
    return byLevel(volumes, lastHeard?.reservoirMl ?? null, telemetry.reservoirMl.value);
  }
  if (does.includes('fill') || does.includes('rinse')) {
    const ml = flowed(Math.min(gapMs, watchdogMs));
    return addUncertainty(
      {
        ...volumes,
        inMl: volumes.inMl + ml,
        cavityMl: volumes.cavityMl + ml,
        fillingMl: volumes.fillingMl + ml,
      },
      ml,
    );
  }
  return does.includes('drain')
    ? addUncertainty(volumes, Math.min(volumes.cavityMl, flowed(gapMs)))
    : volumes;
}

/** It was asked to stand, it stood, and nothing starts by itself. */
const stoodStill = (state: RunState, telemetry: Telemetry): boolean =>
  state.lastHeard?.pumpEnable === false && !intentOf(state).pumpEnable && !telemetry.inForce.pumpEnable;

/** What the reservoir has lost is in the cavity, give or take as much; without a level nobody knows. */
function byLevel(volumes: Volumes, thenMl: number | null, nowMl: number | null): Volumes {
  if (thenMl === null || nowMl === null) return addUncertainty(volumes, null);
  const change = thenMl - nowMl;
  return addUncertainty(
    {
      ...volumes,
      circulationMl: volumes.circulationMl + change,
      cavityMl: Math.max(0, volumes.cavityMl + change),
    },
    Math.abs(change),
  );
}
