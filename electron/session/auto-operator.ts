import type { RunView } from '../contract/view.ts';
import type { DrugCheck, OperatorAction, Refusal } from '../domain/action.ts';
import { type DrugEntry, noDrug } from '../domain/drug.ts';

/** Ticks a careful operator takes to read and press, and between two presses. */
const readingTicks = 20;
/** Session time after which an operator stops hoping that a hold can be lifted: ten minutes. */
const patienceSeconds = 600;

const clinician = 'Demonstration clinician';
const checkedBy: DrugCheck = ['Demonstration nurse', 'Demonstration pharmacist'];

/**
 * Answers every prompt as a careful operator would, from what the screen shows and nothing else.
 * Only for a simulated rig. Reads and presses by ticks, because session time may stand still while the link is
 * down; loses patience by session time, because ticks race while a fast rig's watchdog is tried.
 */
export class AutoOperator {
  #sinceLastAction = 0;
  #phase = '';
  #stuckSinceSeconds: number | null = null;

  /** The next action, or `null` to wait. Called once a tick. */
  next(run: RunView): OperatorAction | null {
    if (run.phase === 'complete') return null;
    this.#countStuck(run);
    this.#sinceLastAction += 1;
    if (this.#sinceLastAction < readingTicks) return null;
    const action = this.#decide(run);
    if (action !== null) this.#sinceLastAction = 0;
    return action;
  }

  #countStuck(run: RunView): void {
    const stuck =
      run.heatHeld !== null || run.flowHeld !== null || run.stopped || run.primary?.blocked != null;
    if (!stuck || run.phase !== this.#phase) this.#stuckSinceSeconds = null;
    if (stuck) this.#stuckSinceSeconds ??= run.sessionSeconds;
    this.#phase = run.phase;
  }

  #losesPatience(run: RunView): boolean {
    return (
      this.#stuckSinceSeconds !== null && run.sessionSeconds - this.#stuckSinceSeconds >= patienceFor(run)
    );
  }

  #decide(run: RunView): OperatorAction | null {
    const unread = run.alarms.filter((alarm) => alarm.acknowledgedMs === null).map((alarm) => alarm.id);
    if (unread.length > 0) return { type: 'acknowledge', alarmIds: unread };
    if (run.advice.now.key === 'link-lost') return null;
    if (this.#losesPatience(run)) return giveUp(run);
    if (run.offered.some(({ action }) => action === 'extend-until-in-band')) {
      return { type: 'extend-until-in-band', clinician };
    }
    if (run.offered.some(({ action }) => action === 'control-by-outflow')) {
      return { type: 'control-by-outflow', clinician };
    }
    if (measures(run)) {
      return { type: 'record-reading', kind: 'drained-volume', value: Math.round(run.balance.drainedMl) };
    }
    if (primaryWaitsFor(run, 'needs-time-out')) return { type: 'time-out', names: checkedBy };
    if (run.offered.some(({ action }) => action === 'confirm-return')) return { type: 'confirm-return' };
    const due = run.additions.findIndex(({ state }) => state === 'due' || state === 'late');
    if (due >= 0) return recordAddition(run, due);
    return leave(run) ?? this.#press(run);
  }

  #press(run: RunView): OperatorAction | null {
    const primary = run.primary;
    if (primary === null || primary.blocked !== null) return null;
    switch (primary.action) {
      case 'advance':
        return { type: 'advance', from: primary.from };
      case 'start-treatment':
        return { type: 'start-treatment', drug: startingDrug(run), early: null, checkedBy };
      case 'confirm-fresh-fluid':
        return { type: 'confirm-fresh-fluid', seenBy: checkedBy[0] };
      case 'clear-interlocks':
        return { type: 'clear-interlocks', bits: primary.bits };
      case 'end-treatment':
        return { type: 'end-treatment', early: null };
      default:
        return { type: primary.action };
    }
  }
}

const primaryWaitsFor = ({ primary }: RunView, why: Refusal): boolean => primary?.blocked === why;

/** A bag is weighed once everything is out; simulated, it weighs what was counted. */
const measures = ({ phase, balance }: RunView): boolean =>
  phase === 'disconnect' && balance.drainMeasuredMl === null && balance.drainedMl > 0;

/** As a case names it, or as the planned addition is called. */
const startingDrug = ({ case: { drugs }, additions }: RunView): DrugEntry => {
  const { addition: _, ...drug } = drugs[0] ?? { ...noDrug, addition: null };
  return { ...drug, name: drug.name || (additions[0]?.label ?? 'as entered by the team') };
};

/** What is on the screen, as typed by the site; a planned addition names no volume. */
const recordAddition = ({ additions, drugNeedsTwo }: RunView, addition: number): OperatorAction => ({
  type: 'record-drug',
  drug: { ...noDrug, name: additions[addition]?.label ?? '' },
  addition,
  checkedBy: drugNeedsTwo ? checkedBy : null,
});

/** What only a person's word ends: a drain that gives nothing, and a bypass with an unknown inflow. */
function leave(run: RunView): OperatorAction | null {
  const offers = (type: OperatorAction['type']): boolean => run.offered.some(({ action }) => action === type);
  // Where the count has nothing left and it still comes, it is waited for.
  if (offers('leave-retained') && (run.volume.inCavityMl > 0 || run.advice.now.key === 'drain-retained')) {
    return { type: 'leave-retained', from: run.phase, reason: 'Nothing comes any more.' };
  }
  // Where nobody knows what is retained no rinse is pumped on top of it.
  if (run.advice.now.key === 'drain-retained' && offers('skip-rinses')) {
    return { type: 'skip-rinses', from: run.phase, reason: 'Nothing comes any more.' };
  }
  return offers('leave-bypass')
    ? { type: 'leave-bypass', reason: 'The exchanger has been flushed.', clinician }
    : null;
}

/** Heating up legitimately blocks the start for long. */
const patienceFor = (run: RunView): number =>
  run.phase === 'heat-up' || run.phase === 'treatment' ? 4 * patienceSeconds : patienceSeconds;

/** Nothing more can be done: drain if there is fluid and it can be drained, then end. */
function giveUp(run: RunView): OperatorAction | null {
  if (run.interventions['drain-now'] && run.phase !== 'disconnect') return { type: 'drain-now' };
  if (run.offered.some(({ action }) => action === 'end-run')) {
    return { type: 'end-run', reason: 'The hold could not be lifted.' };
  }
  return { type: 'stop-run' };
}
