import {
  type ConsoleView,
  fluidAnswers,
  type RunView,
  rescueRequests,
} from '../../../../electron/contract/view.ts';
import type { OperatorAction } from '../../../../electron/domain/action.ts';
import { alarmLimitNames, alarmLimits } from '../../../../electron/domain/alarm-limits.ts';
import { probeIds } from '../../../../electron/domain/case.ts';
import { type DrugEntry, noDrug } from '../../../../electron/domain/drug.ts';
import { readingKinds } from '../../../../electron/domain/manual-reading.ts';
import { phases } from '../../../../electron/domain/phase.ts';
import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import { asks, asksToAct, clinician, glass, nobody, orStaff, type Sent } from '../world/door.ts';

const reason = 'Simulated reason';
const named = { reason, clinician: clinician.name };
const checkedBy = ['Simulated nurse', 'Simulated pharmacist'] as const;

const drug: DrugEntry = { ...noDrug, name: 'Simulated drug', volumeMl: 50 };

const interventions = ['heat-off', 'pause-flow', 'stop-run', 'drain-now'] as const;
const plain = ['resume-heat', 'resume-flow', 'circulate-unheated', 'take-command'] as const;

/** What the screen offers as next, or one of what it offers beside it. */
function offered(run: RunView, dice: Draw): OperatorAction | null {
  const { primary, phase } = run;
  if (primary?.blocked === 'needs-time-out' && dice.even(0, 1) < 0.6)
    return { type: 'time-out', names: checkedBy };
  if (primary !== null && dice.even(0, 1) < 0.6) {
    switch (primary.action) {
      case 'advance':
        return { type: 'advance', from: primary.from };
      case 'start-treatment':
        return { type: 'start-treatment', drug: dice.whole(2) === 0 ? drug : null, early: null, checkedBy };
      case 'clear-interlocks':
        return { type: 'clear-interlocks', bits: primary.bits };
      case 'end-treatment':
        return { type: 'end-treatment', early: null };
      case 'confirm-fresh-fluid':
        return { type: 'confirm-fresh-fluid', seenBy: clinician.name };
      default:
        return { type: primary.action };
    }
  }
  const offers = run.offered.filter(({ action }) => action !== 'end-run' || dice.even(0, 1) < 0.2);
  if (offers.length === 0) return null;
  switch (dice.one(offers).action) {
    case 'start-treatment':
      return { type: 'start-treatment', drug: null, early: named, checkedBy: null };
    case 'end-treatment':
      return { type: 'end-treatment', early: named };
    case 'leave-retained':
      return { type: 'leave-retained', from: phase, reason };
    case 'skip-rinses':
      return { type: 'skip-rinses', from: phase, reason };
    case 'leave-bypass':
      return { type: 'leave-bypass', ...named };
    case 'lift-core-hold':
      return { type: 'lift-core-hold', ...named };
    case 'end-run':
      return { type: 'end-run', reason };
    case 'extend-until-in-band':
      return { type: 'extend-until-in-band', clinician: clinician.name };
    case 'confirm-return':
      return { type: 'confirm-return' };
    case 'go-on-without-cavity':
      return { type: 'go-on-without-cavity', ...named };
    case 'control-by-outflow':
      return { type: 'control-by-outflow', clinician: clinician.name };
    default:
      return null;
  }
}

/** Whatever there is to press, wherever one is. */
function silly(dice: Draw): OperatorAction {
  const limit = dice.one(alarmLimitNames);
  return dice.one<() => OperatorAction>([
    () => ({ type: dice.one(plain) }),
    () => ({ type: 'advance', from: dice.one(phases) }),
    () => ({ type: 'leave-retained', from: dice.one(phases), reason }),
    () => ({ type: 'skip-rinses', from: dice.one(phases), reason }),
    () => ({ type: 'start-treatment', drug, early: dice.whole(2) ? named : null, checkedBy }),
    () => ({ type: 'end-treatment', early: dice.whole(2) ? named : null }),
    () => ({ type: 'change-flow', mlPerMin: Math.round(dice.even(1, 10_000)) }),
    () => ({ type: 'clear-interlocks', bits: 1 + dice.whole(0xfff) }),
    () => ({ type: 'leave-bypass', ...named }),
    () => ({ type: 'lift-core-hold', ...named }),
    () => ({ type: 'control-by-outflow', clinician: clinician.name }),
    () => ({ type: 'go-on-without-cavity', ...named }),
    () => ({ type: 'ignore-probe', probe: dice.one(probeIds), ...named }),
    () => ({ type: 'extend-by', minutes: 1 + dice.whole(30), clinician: clinician.name }),
    () => ({ type: 'change-target', celsius: 40 + dice.whole(40) / 10, ...named }),
    () => ({ type: 'record-note', text: 'Simulated note' }),
    () => ({ type: 'confirm-fresh-fluid', seenBy: clinician.name }),
    () => ({ type: 'record-reading', kind: dice.one(readingKinds), value: dice.even(0, 100) }),
    () => ({ type: 'record-drug', drug, addition: null, checkedBy }),
    () => ({
      type: 'change-alarm-limit',
      limit,
      value: dice.even(alarmLimits[limit].lowest, alarmLimits[limit].highest),
    }),
    () => ({ type: 'time-out', names: checkedBy }),
    () => ({
      type: 'record-carrier',
      carrier: { name: 'Simulated carrier', volumeMl: 1 + dice.whole(20_000) },
    }),
    () => ({ type: 'record-vital', sign: dice.one(['lactate', 'no-such-sign']), value: dice.even(-10, 300) }),
    () => ({ type: 'resume-audio' }),
    () => ({ type: 'pause-audio' }),
  ])();
}

/** What somebody asks of the run, seeing that screen; plausible most of the time. */
function anyAction(run: RunView | null, dice: Draw): OperatorAction {
  const kind = dice.even(0, 1);
  if (kind < 0.4) return { type: dice.one(interventions) };
  const offer = run !== null && kind < 0.75 ? offered(run, dice) : null;
  return offer ?? silly(dice);
}

/** What somebody presses: with a run mostly something of it, without one mostly something of the set-up. */
export function anythingToSend({ run, machine }: ConsoleView, dice: Draw): Sent {
  const from = dice.one([clinician, clinician, clinician, orStaff, nobody]);
  const ofRun = run !== null && run.phase !== 'complete';
  if (dice.even(0, 1) < (ofRun ? 0.95 : 0.3)) return asksToAct(anyAction(run, dice), from);
  switch (dice.one(['rescue', 'rescue', 'rescue', 'recover', 'fluid', 'newCase'] as const)) {
    case 'rescue':
      return asks('rescue', { request: dice.one(rescueRequests), bits: machine.interlockBits, glass }, from);
    case 'recover':
      return asks('recover', { choice: dice.one(['take-up', 'drain', 'end']), glass }, from);
    case 'fluid':
      return asks('fluid', { answer: dice.one(fluidAnswers), glass }, from);
    case 'newCase':
      return asks('newCase', null, from);
  }
}
