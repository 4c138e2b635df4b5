import type { AlarmState } from '../../../electron/alarms/step.ts';
import type { OperatorAction } from '../../../electron/domain/action.ts';
import { type DrugEntry, noDrug } from '../../../electron/domain/drug.ts';
import { comesBeyondCount } from '../../../electron/protocol/drain-guards.ts';
import { latchedBits, refusalOf } from '../../../electron/protocol/guards.ts';
import { planElapsed } from '../../../electron/protocol/plan-time.ts';
import { additionsDue, coreReadingDue } from '../../../electron/protocol/reminders.ts';
import { asksForReturn } from '../../../electron/protocol/return-watch.ts';
import type { RunState } from '../../../electron/protocol/state.ts';

/** From the moment an action is possible until it is pressed, ms: to notice, read and reach. */
const reactionMs = 3000;

/**
 * Treatment may start from ±0.5 °C on. This operator waits until the control temperature shows target to within this,
 * °C, but no longer than that, ms, once it may start: an hour at target is what was prescribed.
 */
const startsWithinCelsius = 0.2;
const waitsForTargetMs = 15 * 60_000;
/** At target for this long, and the start still refused (a flow far from the set one), ms: a clinician decides to start. */
const startsAnywayMs = 5 * 60_000;

const clinician = 'Campaign clinician';
const early = { reason: 'At target; the flow is not as set', clinician } as const;
const checkedBy = ['Campaign operator', clinician] as const;
const drug: DrugEntry = { ...noDrug, name: 'As prescribed for the campaign' };

/** A pause of the flow that the plan of the campaign asks for; seconds of circulation, heat-up included. */
export interface PlannedPause {
  readonly afterSeconds: number;
  readonly seconds: number;
}

/** What this person sees beside the console. */
export interface Seen {
  /** Heat-up included. */
  readonly circulatedSeconds: number;
  /** By a thermometer of their own. */
  readonly coreCelsius: number;
}

/** A careful person at the console: does the next thing the protocol accepts, some seconds after it does. */
export class Operator {
  readonly #pauses: PlannedPause[];
  #pausedUntilMs = 0;
  #wanted = '';
  #sinceMs = 0;
  #atTargetSinceMs: number | null = null;
  /** Session time since which treatment might have started; `null`: it never could so far. */
  mayStartSinceMs: number | null = null;

  constructor(pauses: readonly PlannedPause[]) {
    this.#pauses = [...pauses];
  }

  /** The action pressed now, or `null`. */
  next(state: RunState, alarms: AlarmState, seen: Seen, nowMs: number): OperatorAction | null {
    if (this.#pauses[0] !== undefined && seen.circulatedSeconds >= this.#pauses[0].afterSeconds) {
      const pause = this.#pauses.shift() as PlannedPause;
      this.#pausedUntilMs = nowMs + pause.seconds * 1000;
      return { type: 'pause-flow' };
    }
    return nowMs < this.#pausedUntilMs
      ? null
      : this.#react(this.#nextAction(state, alarms, seen), state, nowMs);
  }

  #nextAction(state: RunState, alarms: AlarmState, seen: Seen): OperatorAction | null {
    const action = nextAction(state, alarms, seen);
    if (state.phase !== 'heat-up' || (action !== null && action.type !== 'start-treatment')) return action;
    const { value } = state.control.celsius;
    const atTarget = value !== null && Math.abs(value - state.targetCelsius) <= startsWithinCelsius;
    this.#atTargetSinceMs = atTarget ? (this.#atTargetSinceMs ?? state.nowMs) : null;
    if (action !== null) {
      this.mayStartSinceMs ??= state.nowMs;
      return atTarget || state.nowMs - this.mayStartSinceMs >= waitsForTargetMs ? action : null;
    }
    if (this.#atTargetSinceMs === null || state.nowMs - this.#atTargetSinceMs < startsAnywayMs) return null;
    return accepted(state, { type: 'start-treatment', drug, early, checkedBy });
  }

  #react(action: OperatorAction | null, state: RunState, nowMs: number): OperatorAction | null {
    const wanted = action === null ? '' : `${action.type} ${state.phase}`;
    if (wanted !== this.#wanted) {
      this.#wanted = wanted;
      this.#sinceMs = nowMs;
    }
    if (action === null || nowMs - this.#sinceMs < reactionMs) return null;
    this.#wanted = '';
    return action;
  }
}

function nextAction(state: RunState, alarms: AlarmState, seen: Seen): OperatorAction | null {
  const unread = alarms.shown.filter((alarm) => alarm.acknowledgedMs === null).map((alarm) => alarm.id);
  if (unread.length > 0) return { type: 'acknowledge', alarmIds: unread };
  return afterHold(state) ?? asked(state, seen) ?? inPlan(state);
}

/** What a reminder asks for: a drug is given, the core is read, the return is looked at. */
function asked(state: RunState, { coreCelsius }: Seen): OperatorAction | null {
  if (coreReadingDue(state)) {
    return { type: 'record-reading', kind: 'core-temperature', value: Math.round(10 * coreCelsius) / 10 };
  }
  if (asksForReturn(state)) return accepted(state, { type: 'confirm-return' });
  const addition = additionsDue(state).findIndex((due) => due !== null);
  if (addition < 0) return null;
  const name = state.preset.additions[addition]?.label ?? '';
  return accepted(state, { type: 'record-drug', drug: { ...noDrug, name }, addition, checkedBy });
}

/** What lifts a hold, the most basic first. */
function afterHold(state: RunState): OperatorAction | null {
  if (state.decision !== 'none') return accepted(state, { type: 'take-command' });
  if (state.interlockBits !== 0) {
    return accepted(state, { type: 'clear-interlocks', bits: latchedBits(state) });
  }
  if (state.flowHeld !== null) {
    return accepted(state, { type: 'resume-flow' }) ?? accepted(state, { type: 'circulate-unheated' });
  }
  if (state.control.celsius.value === null) {
    const byOutflow = accepted(state, { type: 'control-by-outflow', clinician });
    if (byOutflow !== null) return byOutflow;
  }
  return state.heatHeld === null ? null : accepted(state, { type: 'resume-heat' });
}

function inPlan(state: RunState): OperatorAction | null {
  switch (state.phase) {
    case 'heat-up':
      return accepted(state, {
        type: 'start-treatment',
        drug,
        early: null,
        checkedBy,
      });
    case 'treatment':
      return planElapsed(state) ? accepted(state, { type: 'end-treatment', early: null }) : null;
    case 'rinse':
      return accepted(state, { type: 'confirm-fresh-fluid', seenBy: clinician });
    case 'drain':
    case 'rinse-drain':
      return (
        accepted(state, { type: 'advance', from: state.phase }) ??
        (comesBeyondCount(state)
          ? null
          : accepted(state, { type: 'leave-retained', from: state.phase, reason: 'Nothing comes any more' }))
      );
    default:
      return goesOn(state);
  }
}

/** The time-out is read where it alone stands in the way. */
function goesOn(state: RunState): OperatorAction | null {
  const advance: OperatorAction = { type: 'advance', from: state.phase };
  return refusalOf(state, advance) === 'needs-time-out'
    ? accepted(state, { type: 'time-out', names: checkedBy })
    : accepted(state, advance);
}

const accepted = (state: RunState, action: OperatorAction): OperatorAction | null =>
  refusalOf(state, action) === null ? action : null;
