import { minutesSeconds, number, en as words } from '../../electron/contract/text.ts';
import type { FluidAnswer, MachineDoing, RescueRequest, RescueView } from '../../electron/contract/view.ts';
import type { CircuitMode, Refusal } from '../../electron/contract/words.ts';
import type { ButtonText } from './en-actions.ts';
import { wallDate, wallTime } from './format.ts';

/** What a machine that circulates sends its fluid through. */
const circulating: Readonly<Partial<Record<CircuitMode, string>>> = {
  circulate: 'The machine is circulating through the patient',
  bypass: 'The machine is circulating through its bypass',
  prime: 'The machine is priming',
};

const asked: Readonly<Record<RescueView['asked'], string>> = {
  off: 'Heater and pump off',
  'circulate-unheated': 'Go on circulating, unheated',
  drain: 'Drain',
};

const buttons: Readonly<Record<RescueRequest, ButtonText>> = {
  off: { title: 'Heater and pump off', caption: 'at once, machine to standby' },
  drain: { title: 'Drain, volume unknown', caption: 'press and hold' },
  'end-drain': { title: 'The drain is over', caption: 'pump off' },
  'circulate-unheated': { title: 'Go on circulating, unheated', caption: 'flow as it is, or less' },
  'clear-interlocks': { title: 'Clear interlocks', caption: '' },
};

/** Of a patient whose last record ended with fluid in, or of a machine that is pumping: what to do by hand. */
const byHand =
  'To drain by hand: stop the pump at the machine, open the clamp of the drain line, hang its bag lower than the patient.';

/** The machine outside a run. */
export const machine = {
  port: {
    ask: 'The rig is on another port …',
    looking: 'Looking for ports …',
    none: 'This computer shows no port to choose. Plug the rig in, then look again.',
    choose: 'Where is the rig plugged in? Only its own machine is taken.',
    chosen: (path: string) => `Looking for the rig on ${path} …`,
  },
  heading: 'The machine',
  ready: 'Machine stands: ready',
  readyWith: 'Machine stands: interlocks latched',
  notHeard: 'Machine not heard yet',
  doing: (doing: MachineDoing, mode: CircuitMode | null): string => {
    switch (doing) {
      case 'stood-down':
        return 'The machine stands';
      case 'circulating':
        return circulating[mode ?? 'circulate'] ?? 'The machine is circulating';
      case 'filling':
        return 'The machine is pumping into the patient';
      case 'draining':
        return 'The machine is draining the patient';
      case 'pumping-other':
        return 'The machine is pumping in standby';
      case 'standing':
        return 'Nothing flows, but the machine has not stood down';
      case 'unknown':
        return 'What the machine does is not known';
    }
  },
  useTheSwitch: 'LINK DOWN: use the switch on the machine.',
  byHand,
  notAsked: 'Nobody has asked for this here: there may be fluid in a patient. Look, then decide below.',
  leftIn: (ml: number | null) =>
    ml === null
      ? 'Nobody knows how much is in the cavity. It can be drained from here.'
      : `About ${number(ml)} mL are in the cavity. They can be drained from here.`,
  standingDown: (seconds: number) =>
    `Told to stand down for ${minutesSeconds(seconds)} and has not: use the switch on the machine.`,
  anotherConsole: 'Another console commands it; this one only reads.',
  fault: 'This console has failed just now.',
  faulted: 'This console has failed and writes nothing more: start it again.',
  interlocks: (names: string) => `Interlocks latched: ${names}`,
  asked: (of: RescueView['asked'], seconds: number) =>
    `Asked: ${asked[of]}, ${minutesSeconds(seconds)} ago, written.`,
  drainUnfinished: 'The machine drains no more, and the cavity is not known to be empty.',
  handDrain: {
    label: 'Drained by hand, mL',
    enter: 'Enter',
    entered: (ml: number) => `Entered: ${number(ml)} mL. What came besides, mL`,
  },
  dry: 'Nothing comes any more: look for kinks and clots, then press “The drain is over”.',
  askAgain: (of: RescueView['asked']) => `${asked[of]}: NOT SENT – ask again.`,
  facts: {
    mode: 'Mode',
    flow: 'Flow',
    pump: 'Pump',
    heater: 'Heater, in force',
    drained: 'Drained',
    dry: 'Nothing comes for',
  },
  on: 'on',
  off: 'off',
  mlPerMin: 'mL/min',
  ml: 'mL',
  seconds: 's',
  button: buttons,
  /** More of them than a button holds stand in full with the machine. */
  interlockNames: (names: readonly string[]) =>
    names.length > 2 ? `all ${names.length} named above` : names.join(', ').toLowerCase(),
  keepHolding: 'keep holding',
  asking: 'not confirmed yet',
  why: {
    cannotBeSent: 'cannot be sent now',
    notSent: 'NOT SENT',
    notHeard: 'not while the machine is not heard',
    notNow: 'not now',
    onlyWhatCirculates: 'only what circulates already',
    inRecord: (ml: number) => `${number(ml)} mL so far`,
  },
  refused: (request: RescueRequest, why: Refusal) => `${buttons[request].title}: ${words.refusal[why]}`,
  notSent: (request: RescueRequest) => `${buttons[request].title}: NOT SENT. Use the switch on the machine.`,
};

/** What the last record of the machine left in somebody. */
export const fluid = {
  /** `patient` "": what was done outside a run has none. */
  title: (ml: number | null, patient: string, endedWallMs: number) => {
    const volume = ml === null ? 'a volume nobody knows' : `about ${number(ml)} mL`;
    const at = `${wallDate(endedWallMs)} ${wallTime(endedWallMs)}`;
    return patient === ''
      ? `What was last done with this machine, outside a run, left ${volume} in a cavity, ${at}`
      : `The last run on this machine ended with ${volume} in the cavity of ${patient}, ${at}`;
  },
  ask: 'A run can start once it has been drained, or somebody says by name what has become of it.',
  by: 'Who says so',
  needsName: 'enter who says so',
  drain: 'Drain now',
  answer: {
    'cavity-empty': { title: 'The cavity is empty', caption: 'drained otherwise' },
    'another-patient': { title: 'This is another patient', caption: 'nothing of that run here' },
  } satisfies Record<FluidAnswer, ButtonText>,
  notTaken: 'The console did not take the answer. Try again.',
};
