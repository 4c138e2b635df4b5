import { inflowCeilingCelsius } from '../domain/command.ts';
import { interlocksStopPump } from '../domain/interlock-effects.ts';
import { isTesting } from '../domain/phase.ts';
import { bandCelsius } from '../domain/preset.ts';
import type { RunEvent } from '../domain/run-event.ts';
import { isGap } from '../domain/sample-step.ts';
import type { Telemetry } from '../domain/telemetry.ts';
import { watchCavity } from './control/cavity-watch.ts';
import { controlCelsius, controlSite } from './control/control-temperature.ts';
import { stepController } from './control/controller.ts';
import { aboveMeanCelsius, withoutOutvoted } from './control/counted.ts';
import { stillIgnored, withoutIgnored } from './control/ignored-probe.ts';
import { stepInflowBalance } from './control/inflow-balance.ts';
import { inflowUnknownAfterMs, inflowUnknownMs } from './control/inflow-watch.ts';
import { judgeProbes } from './control/probe-judge.ts';
import { stepWitness } from './control/witness.ts';
import { holdForCore } from './core.ts';
import { count } from './count.ts';
import { enterPhase, type Step } from './enter.ts';
import { estimateHeatUp } from './estimate/estimate-heat-up.ts';
import { findTransition } from './guards.ts';
import { hold } from './hold.ts';
import { asksHeat, intentOf } from './intent.ts';
import { phasePlans, phaseVolumeMl } from './phase-plan.ts';
import { expectedInterlocks, stepSelfTest } from './self-test.ts';
import { circulating, circulatingAsPlanned } from './start-rules.ts';
import type { Kept, LastHeard, RunState } from './state.ts';
import { inCavityMl } from './volumes.ts';

export interface Tick {
  readonly type: 'tick';
  /** Fresh telemetry of this tick; `null`: none came (the last one counts until the link is lost). */
  readonly telemetry: Telemetry | null;
  /** Monotonic wall time, ms; for what belongs to line and people. */
  readonly wallMs: number;
}

/** Inflow must have been below its ceiling this long before fluid goes to the patient again, ms. */
const flushMs = 10_000;

/** One tick of a run: judges what came, moves clocks and controller, takes the transitions that need no person. */
export function onTick(before: RunState, tick: Tick, nowMs: number): Step {
  const dtMs = Math.max(0, nowMs - before.nowMs);
  const events: RunEvent[] = [];
  const gap = isGap(dtMs);
  let state = gap ? afterGap(before, before.nowMs + dtMs) : before;
  state = takeTelemetry(state, tick.telemetry, before.nowMs + dtMs, gap ? 0 : dtMs, events);
  state = watchInflow(judgeControl(state), dtMs, events);
  state = watchCavity(state, gap ? 0 : dtMs, events);
  state = holdForCore(state, gap ? 0 : dtMs, events);
  state = testYourself(state, tick, events);
  state = flushExchanger(state);
  state = count(state, tick.telemetry !== null, gap, dtMs, events);
  const step = takeVolumeTransition(state, events);
  const judged = step.state.phase === before.phase ? step.state : judgeControl(step.state);
  const told = [...step.events];
  return { state: estimateHeatUp(control(judged, dtMs), told), events: told };
}

/** A clock that jumped, a console that slept: what has to last without a break begins anew. */
const afterGap = (state: RunState, nowMs: number): RunState => ({
  ...state,
  settledSinceMs: null,
  inflowReachedSinceMs: null,
  restart: state.restart === null ? null : { sinceMs: nowMs },
});

/** The run at `nowMs`, with what was heard; `null`: nothing was. */
function takeTelemetry(
  state: RunState,
  telemetry: Telemetry | null,
  nowMs: number,
  watchedMs: number,
  events: RunEvent[],
): RunState {
  if (telemetry === null) return { ...state, nowMs };
  const judged = judgeProbes(telemetry.probesCelsius, state.sites, state.probeHistory, nowMs);
  const ignored = stillIgnored(state, judged.readings, nowMs, events);
  const readings = withoutIgnored(judged.readings, ignored);
  const witness = stepWitness(state.witness, {
    readings,
    sites: state.sites,
    flowMlPerMin: telemetry.inForce.mode === 'circulate' ? telemetry.flowMlPerMin.value : null,
    open: state.patient.technique === 'open',
    dtSeconds: watchedMs / 1000,
  });
  const inflowBalance = stepInflowBalance(state.inflowBalance, {
    telemetry,
    readings,
    sites: state.sites,
    heaterRatingW: state.rig.heaterRatingW,
    nowMs,
  });
  const clearBits = state.clearBits & telemetry.interlockBits & ~telemetry.inForce.clearBits;
  const next: RunState = {
    ...state,
    nowMs,
    telemetry,
    lastHeard: heardOf(telemetry, nowMs),
    probesCelsius: withoutOutvoted(readings, witness),
    probeHistory: judged.history,
    ignored,
    witness,
    inflowBalance,
    clearBits,
    keep: state.decision === 'none' ? keepOn(state.keep) : state.keep,
    // Where the valves stood when STOP RUN was pressed may have been on its way still.
    stoppedMode: state.stopped ? telemetry.inForce.mode : state.stoppedMode,
  };
  return takeInterlocks(next, state, telemetry.interlockBits, events);
}

const heardOf = ({ uptimeMs, inForce, flowMlPerMin, reservoirMl }: Telemetry, atMs: number): LastHeard => ({
  atMs,
  uptimeMs,
  mode: inForce.mode,
  pumpEnable: inForce.pumpEnable,
  flowMlPerMin: flowMlPerMin.value ?? (inForce.pumpEnable ? inForce.flowSetpointMlPerMin : 0),
  reservoirMl: reservoirMl.value,
});

/** The first reply after command was taken may answer an exchange that was under way; the second answers what is kept. */
const keepOn = (keep: Kept | null): Kept | null =>
  keep === null || keep.answered ? null : { ...keep, answered: true };

/** New interlocks hold what the machine has turned off, so that nothing comes back when they are cleared. */
function takeInterlocks(state: RunState, before: RunState, bits: number, events: RunEvent[]): RunState {
  if (bits === 0 && state.interlockBits === 0) return state;
  const expected = expectedInterlocks(state);
  const latched = bits & ~state.interlockBits & ~expected;
  const cleared = state.interlockBits & ~bits & ~expected;
  if (latched !== 0) events.push({ type: 'interlock-latched', bits: latched });
  if (cleared !== 0) events.push({ type: 'interlock-cleared', bits: cleared });
  let next: RunState = { ...state, interlockBits: bits };
  if ((bits & ~expected) === 0) return next;
  if (next.heatHeld === null && phasePlans[next.phase].heat !== 'off') {
    next = { ...next, heatHeld: 'interlock' };
    events.push({ type: 'heat-held', reason: 'interlock' });
  }
  const stops = interlocksStopPump(bits & ~expected, intentOf(before).mode);
  if (stops && next.flowHeld === null && phasePlans[next.phase].flow !== 'none') {
    next = { ...next, flowHeld: 'interlock' };
    events.push({ type: 'flow-held', reason: 'interlock' });
  }
  return next;
}

function judgeControl(state: RunState): RunState {
  const site = controlSite(state.phase, state.preset.controlSite, state.byOutflow);
  const { probesCelsius, sites, witness } = state;
  const celsius = controlCelsius(site, probesCelsius, sites, aboveMeanCelsius(witness, probesCelsius, sites));
  const { targetCelsius } = state;
  const inBand = celsius.value !== null && Math.abs(celsius.value - targetCelsius) <= bandCelsius;
  // A probe in a line that stands tells nothing of what will flow; nor does one in a line that is running down.
  const flows = state.flowHeld === null && circulatingAsPlanned(state);
  const settles = inBand && (site !== 'inflow' || flows);
  const settledSinceMs = settles ? (state.settledSinceMs ?? state.nowMs) : null;
  const inflow = probesCelsius[0].value;
  const reached = flows && inflow !== null && inflow >= targetCelsius - bandCelsius;
  const inflowReachedSinceMs = reached ? (state.inflowReachedSinceMs ?? state.nowMs) : null;
  return { ...state, control: { site, celsius }, settledSinceMs, inflowReachedSinceMs };
}

/** Heat controlled by another site is held while the inflow, which has a ceiling, is not known. */
function watchInflow(state: RunState, dtMs: number, events: RunEvent[]): RunState {
  const unknownMs = inflowUnknownMs(state.inflowUnknownMs, state.probesCelsius[0], dtMs);
  const next = unknownMs === state.inflowUnknownMs ? state : { ...state, inflowUnknownMs: unknownMs };
  const blind = unknownMs >= inflowUnknownAfterMs && state.telemetry !== null;
  if (!blind || state.heatHeld !== null || phasePlans[state.phase].heat !== 'control') return next;
  const held = hold(next, 'inflow-unknown', null);
  events.push(...held.events);
  return held.state;
}

function testYourself(state: RunState, tick: Tick, events: RunEvent[]): RunState {
  if (!isTesting(state.phase) || state.decision !== 'none') return state;
  const selfTest = stepSelfTest(state.selfTest, {
    telemetry: tick.telemetry,
    probesCelsius: state.probesCelsius,
    sites: state.sites,
    setFlowMlPerMin: state.preset.flowMlPerMin,
    nowMs: state.nowMs,
    wallMs: tick.wallMs,
  });
  const found = selfTest.results.slice(state.selfTest.results.length);
  for (const result of found) events.push({ type: 'self-test', ...result });
  const probesAtRest = found.find(({ check }) => check === 'probes') ?? state.probesAtRest;
  return { ...state, selfTest, probesAtRest };
}

/** After standstill, and after an inflow that was too hot, bypass goes on until the inflow is cool again. */
function flushExchanger(state: RunState): RunState {
  const inflow = state.probesCelsius[0].value;
  const cool = inflow !== null && inflow < inflowCeilingCelsius && state.telemetry !== null;
  if (state.restart !== null) {
    const flows = cool && circulating(state) && state.telemetry?.inForce.mode === 'bypass';
    if (!flows) return { ...state, restart: { sinceMs: state.nowMs } };
    return state.nowMs - state.restart.sinceMs >= flushMs ? { ...state, restart: null } : state;
  }
  return state.divert === 'over-temperature' && cool ? { ...state, divert: 'none' } : state;
}

function takeVolumeTransition(state: RunState, events: RunEvent[]): Step {
  const planMl = phaseVolumeMl(state.phase, state.preset);
  // Held flow stays held: what comes in while the pump runs down moves nothing on.
  if (planMl === null || state.flowHeld !== null || state.volumes.fillingMl < planMl)
    return { state, events };
  const row = findTransition(state, 'volume-reached');
  if (typeof row === 'string') return { state, events };
  const step = enterPhase(state, row.to, 'volume-reached');
  return { state: step.state, events: [...events, ...step.events] };
}

function control(state: RunState, dtMs: number): RunState {
  const { controller, targetCelsius } = state;
  const plan = phasePlans[state.phase];
  if (plan.heat === 'inflow' || (plan.heat === 'control' && state.control.site === 'inflow')) {
    return { ...state, controller: { ...controller, setpointCelsius: targetCelsius } };
  }
  const next = stepController(controller, {
    targetCelsius,
    celsius: plan.heat === 'control' ? state.control.celsius.value : null,
    inflowCelsius: state.probesCelsius[0].value,
    flowMlPerMin: flowThroughCavity(state) ?? 0,
    cavityVolumeMl: inCavityMl(state.volumes),
    heating: plan.heat === 'control' && asksHeat(state),
    dtSeconds: dtMs / 1000,
  });
  return { ...state, controller: next };
}

/** Flow through the cavity, as set where the meter says nothing; `null`: none, or not known. */
function flowThroughCavity({ telemetry }: RunState): number | null {
  if (telemetry === null || telemetry.inForce.mode !== 'circulate') return null;
  const { pumpEnable, flowSetpointMlPerMin } = telemetry.inForce;
  return telemetry.flowMlPerMin.value ?? (pumpEnable ? flowSetpointMlPerMin : 0);
}
