import type { ActionResult, OperatorAction } from '../domain/action.ts';
import type { Actor, Also } from '../domain/actor.ts';
import { inflowCeilingCelsius } from '../domain/command.ts';
import { fluidRules } from '../domain/fluid.ts';
import { type HoldReason, isTesting } from '../domain/phase.ts';
import type { RunEvent } from '../domain/run-event.ts';
import { changeFlow, changeTarget, extendBy } from './changes.ts';
import { ignoreProbe } from './control/ignored-probe.ts';
import { liftCoreHold } from './core.ts';
import { recordDrug, recordNotGiven, recordStartingDrug } from './drugs.ts';
import { enterPhase, outcomeNow, type Step } from './enter.ts';
import { findTransition, refusalOf } from './guards.ts';
import { hold } from './hold.ts';
import { intentOf } from './intent.ts';
import { keptOf } from './keep.ts';
import { intoPatient, phasePlans } from './phase-plan.ts';
import { leftOfPlanMs } from './plan-time.ts';
import { newSelfTest, selfTestFailed } from './self-test.ts';
import type { RunState } from './state.ts';
import type { Trigger } from './transitions.ts';
import { addByHand } from './volumes.ts';
import { whoRefusal } from './who.ts';

export interface ActionStep extends Step {
  readonly result: ActionResult;
}

/** What a person asks: taken or refused, and kept either way. */
export function onAction(state: RunState, action: OperatorAction, by: Actor, also: Also): ActionStep {
  const refused = whoRefusal(state, action, by, also) ?? refusalOf(state, action);
  const told: RunEvent = { type: 'action', by, ...also, action, refused };
  if (refused !== null) return { state, events: [told], result: { taken: false, why: refused } };
  const step = take(state, action);
  return { state: step.state, events: [told, ...step.events], result: { taken: true } };
}

function take(state: RunState, action: OperatorAction): Step {
  switch (action.type) {
    case 'heat-off':
      return intervene(state, (now) => hold(now, 'operator', null));
    case 'pause-flow':
      return intervene(state, (now) => hold(now, 'operator', 'operator'));
    case 'stop-run':
      return intervene(state, stopRun);
    case 'advance':
      if (isTesting(state.phase) && selfTestFailed(state.selfTest)) {
        return { state: { ...state, selfTest: newSelfTest(state.phase, state.nowMs) }, events: [] };
      }
      return move(state, 'advance');
    case 'start-treatment': {
      const step = move(state, action.early ? 'start-treatment-early' : 'start-treatment');
      const { drug } = action;
      return drug === null ? step : { ...step, state: recordStartingDrug(step.state, drug.volumeMl) };
    }
    case 'record-drug':
      return { state: recordDrug(state, action.addition, action.drug.volumeMl), events: [] };
    case 'addition-not-given':
      return { state: recordNotGiven(state, action.addition), events: [] };
    case 'record-reading':
      return { state: takeReading(state, action), events: [] };
    case 'record-vital':
      return { state: { ...state, vitals: withVital(state, action) }, events: [] };
    case 'record-carrier':
      return { state: { ...state, carrier: action.carrier }, events: [] };
    case 'time-out':
      return { state: { ...state, timeOut: action.names }, events: [] };
    case 'record-fluid':
      return { state: recordFluid(state, action), events: [] };
    case 'confirm-fresh-fluid':
      return { state: { ...state, freshFluid: true }, events: [] };
    case 'change-flow':
      return changeFlow(state, action.mlPerMin);
    case 'leave-retained':
    case 'skip-rinses':
      return move(state, action.type);
    case 'lift-core-hold':
      return { state: liftCoreHold(state), events: [] };
    case 'leave-bypass': {
      const divert = state.divert === 'over-temperature' ? 'none' : state.divert;
      return { state: { ...state, restart: null, divert }, events: [] };
    }
    case 'end-treatment':
      return move(state, action.early ? 'end-treatment-early' : 'end-treatment');
    case 'drain-now':
      return intervene(state, (now) => move(now, 'drain-now'));
    case 'end-run': {
      const endingAs = outcomeNow(state);
      return move({ ...state, endingAs }, 'end-run');
    }
    case 'extend-until-in-band':
      return { state: { ...state, clocks: { ...state.clocks, extended: true } }, events: [] };
    case 'extend-by':
      return { state: extendBy(state, action.minutes, leftOfPlanMs(state)), events: [] };
    case 'change-target':
      return changeTarget(state, action.celsius);
    case 'go-on-without-cavity':
      return { state: { ...state, withoutCavity: true }, events: [] };
    case 'ignore-probe':
      return { state: ignoreProbe(state, action.probe), events: [] };
    case 'control-by-outflow':
      return { state: { ...state, byOutflow: true }, events: [] };
    case 'confirm-return':
      return { state: { ...state, returns: { ...state.returns, seen: true } }, events: [] };
    case 'resume-heat':
      return resumeHeat(state);
    case 'resume-flow':
    case 'circulate-unheated':
      return resumeFlow(state);
    case 'take-command':
      return takeCommand(state);
    case 'clear-interlocks':
      return { state: { ...state, clearBits: state.interlockBits & action.bits }, events: [] };
    case 'acknowledge':
    case 'pause-audio':
    case 'resume-audio':
    case 'change-alarm-limit':
    case 'record-note':
      return { state, events: [] };
  }
}

/** Pressing it is the decision that a rig which answers again has waited for: it shows in the next exchange. */
function intervene(state: RunState, take: (state: RunState) => Step): Step {
  if (state.decision === 'none' || state.telemetry === null) return take(state);
  const commanding = takeCommand(state);
  const step = take(commanding.state);
  return { ...step, events: [...commanding.events, ...step.events] };
}

/** Everything off, valves unmoved: they stay where the machine says they are, or where they were asked to be. */
function stopRun(state: RunState): Step {
  const stoppedMode = state.telemetry?.inForce.mode ?? intentOf(state).mode;
  const step = hold({ ...state, restart: null }, 'stop-run', 'stop-run');
  return { ...step, state: { ...step.state, stopped: true, stoppedMode } };
}

function move(state: RunState, trigger: Trigger): Step {
  const row = findTransition(state, trigger);
  if (typeof row === 'string') return { state, events: [] };
  return enterPhase(state, row.to, trigger);
}

function takeReading(
  state: RunState,
  { kind, value }: OperatorAction & { type: 'record-reading' },
): RunState {
  switch (kind) {
    case 'core-temperature': {
      const byHand = { celsius: value, atMs: state.nowMs };
      return { ...state, core: { ...state.core, knownMs: state.nowMs, byHand } };
    }
    case 'drained-volume':
      return { ...state, drainMeasuredMl: value };
    default:
      return state;
  }
}

const withVital = (
  { vitals, nowMs }: RunState,
  { sign, value }: OperatorAction & { type: 'record-vital' },
): RunState['vitals'] => [...vitals.filter((one) => one.sign !== sign), { sign, value, atMs: nowMs }];

/** What comes in while the cavity is filled is part of the filling; what goes out starts no pump again. */
function recordFluid(
  state: RunState,
  { kind, volumeMl }: OperatorAction & { type: 'record-fluid' },
): RunState {
  const volumes = addByHand(state.volumes, kind, volumeMl);
  const fills = state.phase === 'fill' && fluidRules[kind].way === 'in';
  return { ...state, volumes: fills ? { ...volumes, fillingMl: volumes.fillingMl + volumeMl } : volumes };
}

function resumeHeat(state: RunState): Step {
  // Whoever resumes too early waits in bypass until what stands in the exchanger has cooled.
  const inflow = state.probesCelsius[0].value;
  const hot = state.divert === 'over-temperature' || (inflow !== null && inflow >= inflowCeilingCelsius);
  return {
    state: {
      ...state,
      heatHeld: null,
      heldByAlarm: { ...state.heldByAlarm, heat: false },
      divert: hot ? 'over-temperature' : 'none',
    },
    events: [{ type: 'heat-released' }],
  };
}

/** After standstill a hot slug stands in the exchanger: flow to the patient starts through bypass. */
function resumeFlow(state: RunState): Step {
  const restart = intoPatient(phasePlans[state.phase].mode) ? { sinceMs: state.nowMs } : null;
  // A first write still to come stays one of standstill: a machine counts an enable only after it was 0.
  const keep = state.keep === null ? null : { ...state.keep, pumpEnable: false, flowMlPerMin: 0 };
  return {
    state: {
      ...state,
      flowHeld: null,
      heldByAlarm: { ...state.heldByAlarm, flow: false },
      stopped: false,
      restart,
      keep,
    },
    events: [{ type: 'flow-released' }],
  };
}

/** The first write keeps mode and flow as they are in force, heater off; what stands still stays still. */
function takeCommand(state: RunState): Step {
  const reason: HoldReason = state.decision === 'none' ? 'link-lost' : state.decision;
  const keep = keptOf(state);
  if (keep === null) return { state, events: [] };
  const flows = keep.pumpEnable || phasePlans[state.phase].flow === 'none';
  const step = hold(state, reason, flows ? null : reason);
  return { ...step, state: { ...step.state, decision: 'none', keep, stoppedMode: keep.mode } };
}
