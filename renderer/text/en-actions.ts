import { minutesSeconds, number, en as words } from '../../electron/contract/text.ts';
import type {
  Carried,
  Intervention,
  OfferedAction,
  PrimaryActionKind,
  RunView,
} from '../../electron/contract/view.ts';
import type { OperatorAction, Phase, Refusal } from '../../electron/contract/words.ts';
import { interlocksIn } from '../../electron/contract/words.ts';
import { hasFailed } from '../run/testing.ts';
import { asSet } from './format.ts';

/** What a button says: its name, and below it what will happen. */
export interface ButtonText {
  readonly title: string;
  readonly caption: string;
}

const ml = (value: number) => `${number(value)} mL`;
const target = ({ control }: RunView) => `${asSet(control.targetCelsius)} °C`;

export const interventions: Readonly<Record<Intervention, ButtonText>> = {
  'heat-off': { title: 'HEAT OFF', caption: 'keeps circulating' },
  'pause-flow': { title: 'PAUSE FLOW', caption: 'heater and pump off' },
  'stop-run': { title: 'STOP RUN', caption: 'heater and pump off' },
  'drain-now': { title: 'DRAIN NOW', caption: 'press and hold' },
};
export const interventionNotes = {
  notEmergencyStop: 'Not the emergency stop: that is the switch on the machine',
  linkDown: 'LINK DOWN: use the switch on the machine itself',
  /** What became of it at the machine; never "stopped" before the machine shows it. */
  heat: { held: 'not confirmed yet', 'in-force': 'heat is held off', 'not-sent': 'NOT SENT' },
  flow: { held: 'not confirmed yet', 'in-force': 'flow is held off', 'not-sent': 'NOT SENT' },
  stop: { held: 'not confirmed yet', 'in-force': 'stopped', 'not-sent': 'NOT SENT' },
  /** Of a hold that nobody pressed: the link was lost. */
  cannotSend: 'cannot be sent now',
  noFluid: 'no fluid in cavity',
  keepHolding: 'keep holding',
  notNow: 'not in this phase',
};

/** What a button that is held does. */
export const hold = (what: string): string => (what === '' ? 'press and hold' : `hold: ${what}`);
/** Why nothing is started yet. */
export const acknowledgeFirst = (alarm: string): string => `acknowledge first: ${alarm}`;

/** Going on, by the phase it leads to. */
const advance: Readonly<Record<Phase, (run: RunView) => ButtonText>> = {
  'self-test': () => ({ title: 'Self-test', caption: '' }),
  prime: () => ({ title: 'Start priming', caption: 'lines connected, clamped; pump on' }),
  'machine-test': () => ({ title: 'Test the machine', caption: 'free of air; bypass, heater on' }),
  preheat: (run) => ({ title: 'Preheat', caption: `bypass, heater on, to ${target(run)}` }),
  fill: (run) => ({
    title: 'Fill the cavity',
    caption: `${ml(run.preset.fillVolumeMl)} at ${number(run.preset.fillFlowMlPerMin)} mL/min`,
  }),
  'heat-up': () => ({ title: 'Circulate', caption: 'outflow open, return in sight; bypass first' }),
  treatment: () => ({ title: 'Start treatment', caption: '' }),
  dwell: (run) => ({
    title: 'Let it dwell',
    caption: `${number(run.preset.minutes)} min, nothing circulates`,
  }),
  drain: () => ({ title: 'Drain', caption: 'heater off' }),
  rinse: (run) => ({
    title: 'Rinse',
    caption: `${ml(run.preset.rinses.volumeMl)}; first asks for fresh fluid`,
  }),
  'rinse-drain': () => ({ title: 'Drain the rinse', caption: 'heater off' }),
  disconnect: () => ({ title: 'Disconnect', caption: 'pump stops, valves close' }),
  complete: () => ({ title: 'Complete the run', caption: 'ends the run and writes the report' }),
};

const repeatTest: ButtonText = { title: 'Repeat the test', caption: 'once it is put right' };

/** What the first block does once command is taken. */
const takeCommand: Readonly<Record<Carried, ButtonText>> = {
  'as-in-force': { title: 'Take command', caption: 'flow as it is, heater stays off' },
  'heat-off': { title: 'Take command: HEAT OFF', caption: 'flow as it is, heater off' },
  'pause-flow': { title: 'Take command: PAUSE FLOW', caption: 'heater and pump off' },
  stop: { title: 'Take command: STOP', caption: 'heater and pump off' },
};

/** By which the plan is counted. */
const ruledText = { 'in-band': ' in band', elapsed: '', dwell: ' of dwell' } as const;

export const primary: Readonly<
  Record<PrimaryActionKind, (run: RunView, next: Phase, bits: number) => ButtonText>
> = {
  advance: (run, next) => (hasFailed(run) ? repeatTest : advance[next](run)),
  'start-treatment': (run) => ({
    title: 'Start treatment',
    caption: `the clock starts, ${minutesSeconds(run.clocks.plannedSeconds)}${ruledText[run.clocks.ruling]}`,
  }),
  'confirm-fresh-fluid': (run) => ({
    title: 'Connected: rinse',
    caption: `${ml(run.preset.rinses.volumeMl)} into the cavity, unheated`,
  }),
  'resume-heat': (run) => ({ title: 'Resume heat', caption: `heater on again, to ${target(run)}` }),
  'resume-flow': (run) => ({
    title: 'Resume flow',
    caption: `${number(run.setFlow.mlPerMin)} mL/min, through bypass first`,
  }),
  'circulate-unheated': () => ({ title: 'Circulate unheated', caption: 'pump on, heater stays off' }),
  'take-command': ({ primary }) => takeCommand[primary?.carries ?? 'as-in-force'],
  'clear-interlocks': (_run, _next, bits) => ({
    title:
      interlocksIn(bits).length === 1 ? 'Clear interlock' : `Clear ${interlocksIn(bits).length} interlocks`,
    caption: interlocksIn(bits)
      .map((one) => words.interlock[one].toLowerCase())
      .join(', '),
  }),
  'end-treatment': () => ({ title: 'End treatment', caption: 'heater off, starts to drain' }),
};

/** Where nothing is to be pressed: what comes by itself, or when the next press will be due. */
export function ahead(run: RunView): ButtonText | null {
  if (run.mode.inForce === null) {
    return { title: 'Take command', caption: 'possible once the link is back' };
  }
  switch (run.phase) {
    case 'fill':
      return {
        title: run.preset.mode === 'circulation' ? 'Circulate' : 'Dwell',
        caption:
          run.preset.mode === 'circulation' ? 'when the volume is in' : 'by itself, when the volume is in',
      };
    case 'rinse':
      return { title: 'Drain the rinse', caption: 'by itself, when the volume is in' };
    case 'treatment':
      return {
        title: 'End treatment',
        caption: `after ${minutesSeconds(run.clocks.leftSeconds)} more in band`,
      };
    case 'dwell':
      return { title: 'Drain', caption: `after ${minutesSeconds(run.clocks.leftSeconds)} more` };
    default:
      return null;
  }
}

/** Why the primary action cannot be pressed yet, and when it can. */
export function blocked(run: RunView, why: Refusal, value: number | null): string {
  switch (why) {
    case 'not-ready':
      return notReady(run, value);
    case 'cavity-too-hot':
      return value === null ? 'possible once the cavity has cooled' : `possible below ${number(value, 1)} °C`;
    case 'core-too-hot':
      return value === null
        ? 'possible once the core is cooler'
        : `possible with the core below ${number(value, 1)} °C, or lifted by a clinician`;
    case 'reservoir-too-low':
      return `possible with ${ml(value ?? 0)} in the reservoir`;
    case 'still-in-cavity':
      return value === null ? 'possible once drained' : `possible once drained, ${ml(value)} still in`;
    default:
      return blockedShort[why] ?? words.refusal[why];
  }
}

function notReady(run: RunView, value: number | null): string {
  switch (run.phase) {
    case 'self-test':
      return 'possible once the self-test has passed';
    case 'machine-test':
      return 'possible once the machine test has passed';
    case 'prime':
      return 'possible once the flow has settled';
    case 'preheat':
      return value === null
        ? `possible once the inflow holds ${target(run)}`
        : `possible after ${Math.ceil(value)} s more at ${target(run)}`;
    case 'fill':
      return 'possible once the volume is in';
    case 'heat-up':
      return beforeStart[run.preset.clockStartsOn](target(run), value);
    case 'treatment':
      return `possible after ${minutesSeconds(run.clocks.plannedSeconds)}${ruledText[run.clocks.ruling]}`;
    default:
      return value === null ? 'possible once drained' : `possible once drained, ${ml(value)} still in`;
  }
}

/** What a start waits for; `seconds`: how long that has still to last, `null` where it has not begun. */
const beforeStart: Readonly<
  Record<RunView['preset']['clockStartsOn'], (target: string, seconds: number | null) => string>
> = {
  'in-band': (target, seconds) =>
    seconds === null
      ? `possible once ${target} has held for 60 s`
      : `possible after ${Math.ceil(seconds)} s more at ${target}`,
  inflow: (target, seconds) =>
    seconds === null
      ? `possible once the inflow has held ${target} for 30 s`
      : `possible after ${Math.ceil(seconds)} s more of inflow at ${target}`,
  'first-drug': () => 'possible once the control temperature is known',
};

/** As short as the place allows; what never blocks a primary action is said as everywhere. */
const blockedShort: Readonly<Partial<Record<Refusal, string>>> = {
  'no-run': 'no run is open',
  'not-in-this-phase': 'not in this phase',
  'no-fluid-in-cavity': 'no fluid in the cavity',
  'volume-unknown': 'drain first: volume unknown',
  'heat-held': 'resume heat first',
  'flow-held': 'resume flow first',
  'link-not-up': 'possible once the link is up',
  'needs-decision': 'take command first',
  'interlock-latched': 'clear the interlock first',
  'control-temperature-unknown': 'control temperature unknown',
  'inflow-unknown': 'inflow temperature unknown',
  'cavity-unknown': 'no cavity probe is left',
  'target-out-of-range': 'the target is out of range',
  'extension-out-of-range': 'the minutes are out of range',
  'drug-starts-the-clock': 'starts with the first drug',
  'inflow-contradicted': 'the inflow sensor is doubted',
  'nothing-to-resume': 'nothing is held',
  'needs-name': 'needs a reason and a name',
  'run-ended': 'the run has ended',
  'not-shown': 'look again, then press again',
  'needs-two-names': 'needs two names',
  'flow-out-of-range': 'the flow is out of range',
  'no-such-addition': 'no such addition is planned',
  'addition-recorded': 'already recorded',
  'addition-open': 'say first which additions were given',
  'reading-out-of-range': 'the value is out of range',
  'fluid-out-of-range': 'the volume is out of range',
  'inflow-known': 'the inflow is known again',
  'not-your-role': 'not with your role',
  'needs-sign-in': 'sign in first',
  'needs-reason': 'needs a name and a reason',
  'needs-second-person': 'a second person signs with a PIN',
  'needs-time-out': 'read the time-out first',
  'no-such-sign': 'no such sign is listed',
};

export const offered: Readonly<Record<OfferedAction['action'], string>> = {
  'confirm-return': 'Return seen',
  'end-run': 'End run',
  'end-treatment': 'End early',
  'extend-until-in-band': 'Extend until in band',
  'control-by-outflow': 'Control by outflow',
  'go-on-without-cavity': 'Go on without',
  'start-treatment': 'Start early',
  'leave-retained': 'Go on, not drained',
  'skip-rinses': 'Skip rinses',
  'leave-bypass': 'Leave bypass',
  'lift-core-hold': 'Lift core hold',
};

/** Said where an action was not taken. */
export const refused = (type: OperatorAction['type'], why: Refusal): string =>
  `${words.action[type]} not taken. ${words.refusal[why]}`;
export const notSent = (type: OperatorAction['type']): string =>
  `${words.action[type]} did not reach the console's core. Use the switch on the machine.`;
