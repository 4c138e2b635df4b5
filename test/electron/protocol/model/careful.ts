import type { OperatorAction } from '../../../../electron/domain/action.ts';
import { refusalOf } from '../../../../electron/protocol/guards.ts';
import { isTreating } from '../../../../electron/protocol/phase-plan.ts';
import { treatmentComplete } from '../../../../electron/protocol/plan-time.ts';
import type { RunState } from '../../../../electron/protocol/state.ts';
import { drugNamed } from '../../../support/drug.ts';
import { checkedBy, clinician, named } from '../bench.ts';

/** What a careful operator presses next: first what mends, then what the phase waits for; `null`: waits. */
export function carefulAction(state: RunState): OperatorAction | null {
  const wanted: OperatorAction[] = [
    { type: 'take-command' },
    { type: 'clear-interlocks', bits: state.interlockBits },
    { type: 'resume-flow' },
    { type: 'circulate-unheated' },
    { type: 'resume-heat' },
    { type: 'control-by-outflow', clinician },
    { type: 'extend-until-in-band', clinician },
    ...goesOn(state),
  ];
  // Once is enough for what has no end of its own.
  const extended = state.clocks.extended;
  return (
    wanted.find(
      (action) => refusalOf(state, action) === null && !(extended && action.type === 'extend-until-in-band'),
    ) ?? null
  );
}

const timeOut: OperatorAction = { type: 'time-out', names: checkedBy };

function goesOn(state: RunState): OperatorAction[] {
  const { phase } = state;
  if (phase === 'complete') return [];
  if (phase === 'rinse') return [{ type: 'confirm-fresh-fluid', seenBy: clinician }];
  if (phase === 'heat-up')
    return [{ type: 'start-treatment', drug: drugNamed('as typed'), early: null, checkedBy }];
  if (!isTreating(phase)) {
    return [
      ...(phase === 'prime' && state.timeOut === null ? [timeOut] : []),
      { type: 'advance', from: phase },
      { type: 'leave-retained', from: phase, reason: 'nothing comes' },
    ];
  }
  return treatmentComplete(state) ? [{ type: 'end-treatment', early: null }] : [];
}

/** As careful, but with no patience for what takes long. */
export function hastyAction(state: RunState): OperatorAction | null {
  const early: OperatorAction | null =
    state.phase === 'heat-up'
      ? { type: 'start-treatment', drug: drugNamed('as typed'), early: named, checkedBy }
      : isTreating(state.phase) && state.clocks.elapsedMs > 120_000
        ? { type: 'end-treatment', early: named }
        : null;
  return early !== null && refusalOf(state, early) === null ? early : carefulAction(state);
}
