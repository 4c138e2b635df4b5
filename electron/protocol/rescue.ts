import type { Refusal } from '../domain/action.ts';
import { alone } from '../domain/actor.ts';
import { interlocksStopPump } from '../domain/interlock-effects.ts';
import { linkLostAfterMs } from '../domain/link.ts';
import { withinBounds } from '../domain/manual-reading.ts';
import type { RunEvent } from '../domain/run-event.ts';
import { machineDoing, stoodDown } from '../domain/stood-down.ts';
import type { Telemetry } from '../domain/telemetry.ts';
import { emptyMl, retainedAskMl } from '../domain/volume-scale.ts';
import {
  drainUnfinished,
  fresh,
  type RescueAction,
  type RescueEvent,
  type RescueState,
  type RescueStep,
  rescueIntent,
} from './rescue-state.ts';
import { dryAfterSeconds, dryShare } from './volumes.ts';

/** A pump that is asked on and not in force for longer is not asked any more, s (chosen: two watchdog times). */
const startsWithinSeconds = 3;

/** Why an action cannot be taken now; `null`: it can. */
export function rescueRefusal(state: RescueState, action: RescueAction): Refusal | null {
  const { telemetry, rig, kept } = state;
  if (action.type === 'record-reading')
    return withinBounds(action.kind, action.value) ? null : 'reading-out-of-range';
  if (telemetry === null) return 'link-not-up';
  switch (action.type) {
    case 'stop-run':
      return null;
    case 'circulate-unheated':
      if (machineDoing(telemetry, rig) !== 'circulating' || !runs(telemetry)) return 'nothing-to-resume';
      return interlocksStopPump(telemetry.interlockBits, telemetry.inForce.mode) ? 'interlock-latched' : null;
    case 'change-flow': {
      if (state.doing !== 'circulate-unheated' || kept === null) return 'not-in-this-phase';
      const { mlPerMin } = action;
      const may = Number.isInteger(mlPerMin) && mlPerMin >= rig.lowestFlowMlPerMin;
      return may && mlPerMin <= kept.mostMlPerMin ? null : 'flow-out-of-range';
    }
    case 'drain-now':
      return interlocksStopPump(telemetry.interlockBits, 'drain') ? 'interlock-latched' : null;
    case 'clear-interlocks':
      if ((telemetry.interlockBits & action.bits) === 0) return 'nothing-to-resume';
      // A clear bit comes with a whole block: what the machine does otherwise is decided first.
      return state.doing === 'nothing' && !stoodDown(telemetry, rig) ? 'needs-decision' : null;
  }
}

const runs = ({ inForce }: Telemetry): boolean => inForce.pumpEnable && inForce.flowSetpointMlPerMin > 0;

/** The whole rescue: `(state, event, now) → { state, events }`. Pure; never reads a clock. */
export function rescueStep(state: RescueState, event: RescueEvent, nowMs: number): RescueStep {
  switch (event.type) {
    case 'tick':
      return { ...onTick(state, event.telemetry, nowMs), result: null };
    case 'action': {
      const refused = rescueRefusal(state, event.action);
      const events: RunEvent[] = [
        {
          type: 'action',
          by: event.by,
          ...(event.also ?? alone),
          action: event.action,
          refused,
        },
      ];
      if (refused !== null) return { state, events, result: { taken: false, why: refused } };
      return { state: take(state, event.action), events, result: { taken: true } };
    }
    case 'stand-down': {
      const told: RunEvent = {
        type: 'action',
        by: event.by,
        ...alone,
        action: { type: 'stop-run' },
        refused: null,
      };
      return { state: { ...turnOff(state, null), byConsole: true }, events: [told], result: { taken: true } };
    }
    case 'link-restored':
      return { state, events: [event], result: null };
    case 'link-lost':
    case 'rig-restarted':
      return {
        state: {
          ...state,
          ...fresh,
          doing: state.byConsole ? state.doing : 'nothing',
          kept: null,
          telemetry: null,
        },
        events: [event],
        result: null,
      };
  }
}

function take(state: RescueState, action: RescueAction): RescueState {
  switch (action.type) {
    case 'record-reading':
      // A person has looked to it.
      return {
        ...state,
        byHandMl: state.byHandMl + action.value,
        drainEnded: drainUnfinished(state) ? 'person' : state.drainEnded,
      };
    case 'stop-run':
      return turnOff(state, state.doing === 'drain' ? 'person' : state.drainEnded);
    case 'circulate-unheated': {
      const { mode, flowSetpointMlPerMin: mlPerMin } = (state.telemetry as Telemetry).inForce;
      return {
        ...state,
        ...fresh,
        doing: 'circulate-unheated',
        kept: { mode, mostMlPerMin: mlPerMin, mlPerMin },
      };
    }
    case 'change-flow':
      return state.kept === null ? state : { ...state, kept: { ...state.kept, mlPerMin: action.mlPerMin } };
    case 'drain-now':
      return { ...state, ...fresh, doing: 'drain', kept: null, drainEnded: null };
    case 'clear-interlocks':
      return {
        ...state,
        doing: state.doing === 'nothing' ? 'off' : state.doing,
        clearBits: state.interlockBits & action.bits,
      };
  }
}

const turnOff = (state: RescueState, drainEnded: RescueState['drainEnded']): RescueState => ({
  ...state,
  ...fresh,
  doing: 'off',
  kept: null,
  drainEnded,
});

function onTick(before: RescueState, telemetry: Telemetry | null, nowMs: number): Omit<RescueStep, 'result'> {
  const dtMs = Math.max(0, nowMs - before.nowMs);
  const state = { ...before, nowMs: before.nowMs + dtMs };
  if (telemetry === null) return { state, events: [] };
  const events: RunEvent[] = [];
  const bits = telemetry.interlockBits;
  const latched = bits & ~before.interlockBits;
  const cleared = before.interlockBits & ~bits;
  if (latched !== 0) events.push({ type: 'interlock-latched', bits: latched });
  if (cleared !== 0) events.push({ type: 'interlock-cleared', bits: cleared });
  const heard: RescueState = {
    ...count(state, telemetry, dtMs),
    telemetry,
    interlockBits: bits,
    clearBits: state.clearBits & bits & ~telemetry.inForce.clearBits,
    replies: state.replies + 1,
  };
  const next = ends(heard, telemetry);
  if (next.doing !== heard.doing && next.doing === 'off' && heard.drySeconds < dryAfterSeconds) {
    events.push({ type: 'flow-held', reason: bits === 0 ? 'command-not-in-force' : 'interlock' });
  }
  return { state: next, events };
}

/** What comes out while the machine drains, whoever told it to; in a gap nobody saw anything. */
function count(state: RescueState, telemetry: Telemetry, dtMs: number): RescueState {
  const { inForce } = telemetry;
  const seconds = dtMs > linkLostAfterMs ? 0 : dtMs / 1000;
  const asked = rescueIntent(state)?.pumpEnable === true;
  const notRunningSeconds = asked && !inForce.pumpEnable ? state.notRunningSeconds + seconds : 0;
  if (inForce.mode !== 'drain') return { ...state, notRunningSeconds, drySeconds: 0 };
  const out = telemetry.outflowMlPerMin.value ?? telemetry.flowMlPerMin.value;
  const dry = inForce.pumpEnable && out !== null && out < dryShare * state.drainFlowMlPerMin;
  return {
    ...state,
    notRunningSeconds,
    outMl: state.outMl + ((out ?? 0) * seconds) / 60,
    drySeconds: dry ? state.drySeconds + seconds : 0,
  };
}

/**
 * Nothing comes any more: because it is out, or because something is in its way? With no record nobody knows what was in
 * it; a film and the line hold no more than a drained cavity may.
 */
const hasCome = ({ cavityMl, fillMl, outMl, byHandMl }: RescueState): boolean =>
  cavityMl === null ? outMl > emptyMl(fillMl) : cavityMl - outMl - byHandMl <= retainedAskMl(fillMl);

/** A drain ends when nothing comes; what the machine has stopped is not started again; what stands down is let go. */
function ends(state: RescueState, telemetry: Telemetry): RescueState {
  switch (state.doing) {
    case 'circulate-unheated':
      return telemetry.inForce.pumpEnable ? state : turnOff(state, state.drainEnded);
    case 'drain':
      if (state.drySeconds >= dryAfterSeconds) return turnOff(state, hasCome(state) ? 'dry' : 'blocked');
      return state.notRunningSeconds > startsWithinSeconds ||
        interlocksStopPump(telemetry.interlockBits, 'drain')
        ? turnOff(state, 'machine')
        : state;
    case 'off':
      return state.clearBits === 0 && stoodDown(telemetry, state.rig)
        ? { ...state, doing: 'nothing' }
        : state;
    case 'nothing':
      return state;
  }
}
