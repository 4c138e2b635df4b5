import type { OperatorActionType } from './action.ts';
import type { Alarm, AlarmCode } from './alarm.ts';
import type { Phase } from './phase.ts';

/** What an action sets going. A drain is not among it: nothing holds back what lets fluid out. */
export type SetsGoing = 'heat' | 'pump';

const pump = ['pump'] as const;
const both = ['heat', 'pump'] as const;

/** Held, not pressed, with what each sets going: what starts heat or pump, what ends a treatment, and DRAIN NOW. */
const heldActions: Readonly<Partial<Record<OperatorActionType, readonly SetsGoing[]>>> = {
  'drain-now': [],
  'resume-heat': ['heat'],
  'resume-flow': pump,
  'circulate-unheated': pump,
  'leave-bypass': pump,
  'leave-retained': [],
  'confirm-fresh-fluid': pump,
  'end-treatment': [],
};

/** Going on is held into every phase, with what the phase sets going. */
const heldInto: Readonly<Record<Phase, readonly SetsGoing[]>> = {
  'self-test': [],
  prime: pump,
  'machine-test': both,
  preheat: both,
  fill: both,
  'heat-up': both,
  treatment: both,
  dwell: [],
  drain: [],
  // It waits with the pump at rest until somebody has seen fresh fluid.
  rinse: [],
  'rinse-drain': [],
  disconnect: [],
  complete: [],
};

/** What a held action sets going; `into`: the phase that going on leads to. `null`: it is pressed, not held. */
export const setsGoing = (action: OperatorActionType, into: Phase): readonly SetsGoing[] | null =>
  action === 'advance' ? heldInto[into] : (heldActions[action] ?? null);

/** These are pressed at any moment: a press that comes early is meant all the same. */
export const neverSettles: readonly OperatorActionType[] = ['take-command', 'clear-interlocks'];

/** High alarms that speak against heat alone: cool fluid may go round. Every other one speaks against the pump, too. */
export const againstHeatAlone: readonly AlarmCode[] = [
  'cavity-temperature-high',
  'control-temperature-high',
  'control-temperature-unknown',
  'cavity-temperature-unknown',
  'core-temperature-high-limit',
  'inflow-probe-lost',
  'interlock-heater-fault',
  'interlock-on-battery',
  'interlock-inflow-sensor-fault',
];

/** The high alarm that nobody has acknowledged and that speaks against what is to be set going; `null`: none does. */
export function alarmAgainst(sets: readonly SetsGoing[], alarms: readonly Alarm[]): Alarm | null {
  const ids = new Set(alarms.map(({ id }) => id));
  const against = alarms.find(
    ({ priority, acknowledgedMs, under, code }) =>
      priority === 'high' &&
      acknowledgedMs === null &&
      // What stands under another alarm is acknowledged with it.
      (under === null || !ids.has(under)) &&
      sets.some((one) => one === 'heat' || !againstHeatAlone.includes(code)),
  );
  return against ?? null;
}
