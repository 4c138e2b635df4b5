import type { OfferedAction, PrimaryAction, PrimaryActionKind } from '../contract/view.ts';
import type { OperatorAction } from '../domain/action.ts';
import { coreTooHot } from '../protocol/core.ts';
import { wantsHeat } from '../protocol/enter.ts';
import {
  fluidInCavity,
  latchedBits,
  mayLeave,
  refusalOf,
  reservoirNeededMl,
  restartsUnheated,
  resumeBelowCelsius,
  waitsForFreshFluid,
} from '../protocol/guards.ts';
import { isTreating } from '../protocol/phase-plan.ts';
import { planElapsed, treatmentComplete } from '../protocol/plan-time.ts';
import { asksForReturn } from '../protocol/return-watch.ts';
import { preheatSettleMs, settledForMs, startsInMs } from '../protocol/start-rules.ts';
import type { RunState } from '../protocol/state.ts';
import { carriedBy } from './holds.ts';

/** The one action that is next for a person, and whether it may be taken now; `null`: nothing to do. */
export function primaryAction(state: RunState): PrimaryAction | null {
  const action = nextAction(state);
  if (action === null) return null;
  return {
    action: action.type as PrimaryActionKind,
    bits: action.type === 'clear-interlocks' ? action.bits : 0,
    from: state.phase,
    blocked: refusalOf(state, action),
    value: valueFor(state, action),
    carries: action.type === 'take-command' ? carriedBy(state) : null,
  };
}

function nextAction(state: RunState): OperatorAction | null {
  if (state.phase === 'complete') return null;
  if (state.decision !== 'none') return state.telemetry === null ? null : { type: 'take-command' };
  if (state.telemetry === null) return null;
  const latched = latchedBits(state);
  if (latched !== 0 && !mayLeave(state)) return { type: 'clear-interlocks', bits: latched };
  if (restartsUnheated(state)) return { type: 'circulate-unheated' };
  if (state.flowHeld !== null && !mayLeave(state)) return { type: 'resume-flow' };
  if (isTreating(state.phase) && treatmentComplete(state)) return { type: 'end-treatment', early: null };
  if (state.heatHeld !== null && heats(state)) return { type: 'resume-heat' };
  return phaseAction(state);
}

/** The machine test heats as well, if only to see that it can. */
const heats = (state: RunState): boolean => wantsHeat(state) || state.phase === 'machine-test';

function phaseAction(state: RunState): OperatorAction | null {
  switch (state.phase) {
    case 'heat-up':
      return { type: 'start-treatment', drug: null, early: null, checkedBy: null };
    case 'treatment':
      return planElapsed(state) && !state.clocks.extended ? { type: 'end-treatment', early: null } : null;
    case 'fill':
      return state.preset.mode === 'circulation' ? { type: 'advance', from: 'fill' } : null;
    case 'rinse':
      return waitsForFreshFluid(state) ? { type: 'confirm-fresh-fluid', seenBy: '?' } : null;
    case 'dwell':
      return null;
    default:
      return { type: 'advance', from: state.phase };
  }
}

/** The number a blocked action waits for: seconds still to settle, or the temperature to fall below. */
function valueFor(state: RunState, action: OperatorAction): number | null {
  if (action.type === 'resume-heat')
    return coreTooHot(state) ? (state.core.hold?.celsius ?? null) : resumeBelowCelsius(state);
  const fills = action.type === 'advance' && state.phase === 'preheat';
  if (fills && refusalOf(state, action) === 'reservoir-too-low') return reservoirNeededMl(state);
  if (action.type === 'start-treatment') return startsInMs(state) / 1000;
  return fills ? Math.max(0, preheatSettleMs - settledForMs(state)) / 1000 : null;
}

/** What else may be done now, less prominent. */
export function offeredActions(state: RunState): OfferedAction[] {
  const offers: [OperatorAction, boolean][] = [
    [{ type: 'confirm-return' }, false],
    [{ type: 'extend-until-in-band', clinician: '?' }, true],
    [{ type: 'control-by-outflow', clinician: '?' }, true],
    [{ type: 'go-on-without-cavity', ...named }, true],
    [{ type: 'start-treatment', drug: null, early: named, checkedBy: null }, true],
    [{ type: 'end-treatment', early: named }, true],
    [{ type: 'leave-retained', from: state.phase, reason: '?' }, false],
    [{ type: 'skip-rinses', from: state.phase, reason: '?' }, false],
    [{ type: 'leave-bypass', ...named }, true],
    [{ type: 'lift-core-hold', ...named }, true],
    [{ type: 'end-run', reason: '?' }, false],
  ];
  return offers
    .filter(([action]) => refusalOf(state, action) === null && makesSense(state, action))
    .map(([action, needsName]) => ({ action: action.type as OfferedAction['action'], needsName }));
}

const named = { reason: '?', clinician: '?' };

function makesSense(state: RunState, action: OperatorAction): boolean {
  if (action.type === 'confirm-return') return asksForReturn(state);
  if (action.type === 'extend-until-in-band') return !state.clocks.extended;
  if (action.type === 'start-treatment') {
    return refusalOf(state, { type: 'start-treatment', drug: null, early: null, checkedBy: null }) !== null;
  }
  if (action.type === 'end-treatment') {
    return nextAction(state)?.type !== 'end-treatment';
  }
  // With fluid in the cavity a run is ended only from standstill or when the machine cannot be reached.
  if (action.type === 'end-run') {
    return !fluidInCavity(state) || state.stopped || state.decision !== 'none' || state.flowHeld !== null;
  }
  return true;
}
