import { minutesSeconds, number, en as words } from '../../electron/contract/text.ts';
import type { AdviceKey, AdviceText, RunView } from '../../electron/contract/view.ts';
import { asSet } from './format.ts';

type Values = AdviceText['values'];
type Sentence = (run: RunView, values: Values) => string;

const target = (run: RunView) => `${asSet(run.control.targetCelsius)} °C`;
const ml = (value: number) => `${number(value)} mL`;
const left = ({ clocks }: RunView) => minutesSeconds(clocks.leftSeconds);
const stillIn = ({ volume }: RunView) => ml(Math.max(0, volume.inCavityMl));

/** `, 45 s to go` where main says how long; "" otherwise. */
const toGo = ({ seconds }: Values) =>
  typeof seconds === 'number' && seconds > 0 ? `, ${Math.ceil(seconds)} s to go` : '';
const below = ({ celsius }: Values) => (typeof celsius === 'number' ? ` below ${number(celsius, 1)} °C` : '');

/** What goes on and what comes next, one short sentence each. */
export const advice: Readonly<Record<AdviceKey, Sentence>> = {
  'self-test-running': () => 'Self-test is running. Nothing to do.',
  'self-test-passed': () => 'Self-test passed.',
  'self-test-failed': () => 'Test failed. Put right what is named below, then repeat it.',
  priming: () => 'Priming the circuit. Let the air out.',
  'machine-testing': () => 'Pump, heater and watchdog are tested in bypass. Nothing to do.',
  'machine-test-passed': () => 'Machine test passed. The pump rests.',
  preheating: (run) => `Preheating in bypass to ${target(run)}.`,
  'preheat-ready': (run) => `Inflow holds ${target(run)}. Ready to fill.`,
  filling: (run) => `Filling the cavity, ${stillIn(run)} of ${ml(run.volume.planMl)}.`,
  filled: (run) => `${stillIn(run)} are in, the pump rests. Outflow open, return seen?`,
  'heating-up': (run) => `Heating up to ${target(run)}.`,
  'heating-up-late': (run, { minutes, limit }) =>
    `Heating up to ${target(run)}, likely in band after ${minutes} min, later than the ${limit} min planned.`,
  'heat-up-settling': (run, values) => `At ${target(run)}, settling${toGo(values)}.`,
  'treatment-may-start': () => 'At temperature. Treatment may start.',
  holding: () => 'Holding. Nothing to do.',
  'out-of-band': (run) => (run.control.state === 'above' ? 'Above band, cooling.' : 'Below band, heating.'),
  'no-reserve': () => 'In band. The inflow is at its ceiling: no reserve.',
  'time-complete': (run) => `${number(run.preset.minutes)} min of treatment are complete.`,
  'extended-by': (run) => `The plan is complete. Extended: ${left(run)} to go.`,
  'in-band-complete': (run) => `${number(run.preset.minutes)} min in band are complete.`,
  'plan-elapsed-question': (run) => `Planned time is over, ${left(run)} in band is missing. End or extend?`,
  extended: (run) => `Extended: ${left(run)} in band to go.`,
  dwelling: (run) => `Dwelling, ${left(run)} to go. Nothing circulates.`,
  'dwell-complete': (run) => `${number(run.preset.minutes)} min of dwell are complete.`,
  draining: (run) => `Draining, ${stillIn(run)} still in.`,
  'drain-low': (run) => `Hardly any outflow, ${stillIn(run)} still in by the count.`,
  'drain-beyond-count': () => 'More comes out than was counted in. Go on until nothing comes.',
  'drain-retained': (run) => `Nothing more comes out, ${stillIn(run)} still in by the count.`,
  'rinse-asks': () => 'The pump rests. Is fresh fluid connected for the rinse?',
  rinsing: (run) => `Rinsing, ${stillIn(run)} of ${ml(run.preset.rinses.volumeMl)} in.`,
  'rinse-draining': (run) => `Draining the rinse, ${stillIn(run)} still in.`,
  disconnecting: () => 'Pump stopped, valves closed. Disconnect the patient.',
  complete: () => 'Run complete.',
  'heat-held': (run) => `Heat is ${run.heatHeld === null ? 'held off' : words.hold[run.heatHeld]}.`,
  'flow-held': (run) => `Flow is ${run.flowHeld === null ? 'held off' : words.hold[run.flowHeld]}.`,
  stopped: (run) =>
    run.volume.inCavityMl > 0
      ? `STOPPED. About ${stillIn(run)} of fluid in the cavity.`
      : 'STOPPED. Heater and pump are off.',
  'stop-not-confirmed': () => 'STOP RUN: not confirmed by the machine yet.',
  'hold-not-confirmed': () => 'Flow and heat off: not confirmed by the machine yet.',
  'restarting-through-bypass': () => 'Restarting through bypass until the inflow has cooled.',
  'link-lost': () => 'Link to the rig lost. Use the switch on the machine.',
  'link-back': () => 'Link is back. The rig waits for your decision.',
  'rig-restarted': () => 'The rig restarted. It waits for your decision.',
  'console-restarted': () => 'The console was started again. The machine waits for your decision.',
  'control-unknown': () => 'Control temperature unknown. Heat is off.',
  'next-confirm-prime': (_run, { ml: needed }) =>
    `Next: prime, you confirm${typeof needed === 'number' ? ` with ${ml(needed)} in the reservoir` : ''}. Inflow and outflow connected and clamped?`,
  'next-confirm-machine-test': () =>
    'Next: test pump and heater, you confirm once free of air. Inflow and outflow still clamped?',
  'next-confirm-preheat': () => 'Next: preheat in bypass, you confirm.',
  'next-confirm-fill': (run) => `Next: fill with ${ml(run.volume.planMl)}, you confirm.`,
  'next-confirm-circulate': () => 'Next: circulate. Somebody looks that the outflow is open.',
  'next-dwell': () => 'Next: dwell, by itself when the volume is in.',
  'next-confirm-treatment': (run, values) =>
    run.primary?.blocked === null
      ? 'Next: start treatment, you confirm.'
      : `Next: treatment, you confirm once ${target(run)} has held for 60 s${toGo(values)}.`,
  'next-drain-confirm': (run) =>
    run.phase === 'dwell'
      ? `Next: drain after ${left(run)} more, you confirm.`
      : `Next: drain after ${left(run)} in band, you confirm.`,
  'next-confirm-rinse': (run) => `Next: rinse with ${ml(run.preset.rinses.volumeMl)}, you confirm.`,
  'next-confirm-fresh-fluid': (run) =>
    `Next: rinse with ${ml(run.preset.rinses.volumeMl)}, once somebody has looked.`,
  'next-rinse-drain': () => 'Next: drain the rinse, by itself when the volume is in.',
  'next-confirm-disconnect': () => 'Next: disconnect, you confirm once no more comes out.',
  'next-measure-drain': () => 'Next: weigh or measure what was drained and enter it, then complete the run.',
  'next-confirm-complete': () => 'Next: complete the run, you confirm once the patient is disconnected.',
  'next-report': () => 'Next: the report is written.',
  'next-resume-heat': (_, values) => `Next: resume heat${below(values)}, you decide.`,
  'next-resume-flow': (run) =>
    run.stopped
      ? 'Next: circulate unheated, drain, or end. You decide.'
      : 'Next: resume flow, you decide. It starts through bypass.',
  'next-take-command': () => 'Look at the machine, then take command. Heater stays off.',
  'next-clear-interlocks': () => 'Remove the cause at the machine, then clear the interlock.',
  'next-use-machine-switch': () => 'Look at the machine. Check cable and power. The console sends nothing.',
};
