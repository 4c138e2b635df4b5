import type { CircuitMode } from '../domain/circuit.ts';
import {
  type Intent,
  inflowCeilingCelsius,
  inflowLimitCelsius,
  standbyIntent,
  watchdogMs,
} from '../domain/command.ts';
import { wantsHeat } from './enter.ts';
import { highestCavityCelsius, isFilled, waitsForFreshFluid } from './guards.ts';
import { intoPatient, phaseFlowMlPerMin, phasePlans } from './phase-plan.ts';
import { selfTestAsks } from './self-test.ts';
import type { RunState } from './state.ts';

/** Written during the watchdog check, ms: the shortest the rig takes. */
const selfTestWatchdogMs = 500;
/** Below this share of the set flow heat is never asked for (brief: "no flow with heater on"). */
const confirmedFlowShare = 0.1;
/** The machine test warms the inflow by this much, °C. */
const selfTestWarmsCelsius = 5;

/** What is asked of the rig now, as the state stands. The annunciator is added from the alarms. */
export function intentOf(state: RunState): Intent {
  if (state.keep !== null) {
    const { mode, pumpEnable, flowMlPerMin } = state.keep;
    const held = state.flowHeld !== null;
    return {
      ...base(state),
      mode,
      pumpEnable: pumpEnable && !held,
      flowSetpointMlPerMin: held ? 0 : flowMlPerMin,
    };
  }
  if (state.phase === 'machine-test') return machineTestIntent(state);
  const mode = modeOf(state);
  const flowMlPerMin = flows(state, mode) ? phaseFlowMlPerMin(state.phase, state) : 0;
  return {
    mode,
    heaterEnable: heats(state, mode),
    pumpEnable: flowMlPerMin > 0,
    inflowSetpointCelsius: state.controller.setpointCelsius,
    flowSetpointMlPerMin: flowMlPerMin,
    inflowLimitCelsius,
    watchdogMs,
    annunciator: 'none',
    clearBits: state.clearBits,
  };
}

/** Whether heat is asked for now: the `heaterEnable` of the intent. */
export const asksHeat = (state: RunState): boolean =>
  state.keep === null && state.phase !== 'machine-test'
    ? heats(state, modeOf(state))
    : intentOf(state).heaterEnable;

const flows = (state: RunState, mode: CircuitMode): boolean => state.flowHeld === null && mode !== 'standby';

const heats = (state: RunState, mode: CircuitMode): boolean =>
  flows(state, mode) && heatAllowed(state) && mode === phasePlans[state.phase].mode;

const base = (state: RunState): Intent => ({
  ...standbyIntent,
  inflowLimitCelsius,
  watchdogMs,
  inflowSetpointCelsius: state.controller.setpointCelsius,
  clearBits: state.clearBits,
});

/** Heat needs all of this, at every tick; none of it latches here (holds do). */
function heatAllowed(state: RunState): boolean {
  return (
    wantsHeat(state) &&
    state.heatHeld === null &&
    state.decision === 'none' &&
    state.restart === null &&
    state.divert === 'none' &&
    state.interlockBits === 0 &&
    state.control.celsius.value !== null &&
    flowConfirmed(state, phaseFlowMlPerMin(state.phase, state))
  );
}

/** Fresh telemetry shows fluid moving. */
function flowConfirmed(state: RunState, set: number): boolean {
  const flow = state.telemetry?.flowMlPerMin.value ?? null;
  return flow !== null && set > 0 && flow >= confirmedFlowShare * set;
}

function modeOf(state: RunState): CircuitMode {
  if (state.stopped) return state.stoppedMode;
  const planned = phasePlans[state.phase].mode;
  if (!intoPatient(planned)) return planned;
  if (isFull(state)) return waitsForReturn(state) ? 'standby' : 'bypass';
  if (waitsForFreshFluid(state)) return 'standby';
  if (state.restart !== null) return 'bypass';
  if (state.divert === 'over-temperature' || state.divert === 'heater-fault') return 'bypass';
  return state.divert === 'cooling' && !inflowCools(state) ? 'bypass' : planned;
}

/** Its volume is in: nothing more goes in until the next tick, or a person, moves it on. */
const isFull = (state: RunState): boolean => state.flowHeld === null && isFilled(state);

/** Filled, with the pump at rest, until somebody has seen that the outflow is open. */
export const waitsForReturn = (state: RunState): boolean =>
  state.phase === 'fill' && state.preset.mode === 'circulation' && isFilled(state);

/** The inflow is cooler than the hottest cavity probe, so circulating cools. */
function inflowCools(state: RunState): boolean {
  const inflow = state.probesCelsius[0].value;
  const hottest = highestCavityCelsius(state);
  return inflow !== null && hottest !== null && inflow < hottest;
}

function machineTestIntent(state: RunState): Intent {
  const asks = selfTestAsks(state.selfTest, state.telemetry);
  const free = state.decision === 'none' && state.telemetry !== null && state.flowHeld === null;
  const pumps = asks.pump && free;
  const inflow = state.probesCelsius[0].value;
  const heats = asks.heat && pumps && state.heatHeld === null && state.interlockBits === 0;
  return {
    ...base(state),
    mode: state.stopped ? state.stoppedMode : pumps ? 'bypass' : 'standby',
    pumpEnable: pumps,
    flowSetpointMlPerMin: pumps ? state.preset.flowMlPerMin : 0,
    heaterEnable: heats && inflow !== null && flowConfirmed(state, state.preset.flowMlPerMin),
    inflowSetpointCelsius: warmed(inflow ?? standbyIntent.inflowSetpointCelsius),
    watchdogMs: asks.holdHeartbeat ? selfTestWatchdogMs : watchdogMs,
    clearBits: asks.clearBits | state.clearBits,
  };
}

const warmed = (celsius: number): number =>
  Math.min(inflowCeilingCelsius, Math.max(20, celsius + selfTestWarmsCelsius));
