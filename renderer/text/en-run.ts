import { minutesSeconds, number, en as words } from '../../electron/contract/text.ts';
import type { ClockStop, HoldStands } from '../../electron/contract/view.ts';
import type {
  CircuitMode,
  HoldReason,
  MissingReason,
  NoEstimateReason,
  Phase,
} from '../../electron/contract/words.ts';
import { addedKelvin, asSet, oneDecimal, wallTime } from './format.ts';

export const header = {
  hospitalNumber: (text: string) => `No. ${text}`,
  session: (count: number) => `Session ${count}`,
  preset: (celsius: number, minutes: number, version: number) =>
    `${asSet(celsius)} °C × ${minutes} min · v${version}`,
  simulation: 'SIMULATION',
  timeScale: (scale: number) => `×${number(scale)}`,
  rig: (serial: string) => `Rig ${serial}`,
  noRig: 'No rig',
  link: {
    closed: 'link closed',
    connecting: 'connecting',
    up: 'link up',
    ageing: 'link slow',
    lost: 'LINK LOST',
  },
  theme: 'Dark or light',
};

export const phaseStrip = {
  label: 'Phases',
  round: (phase: Phase, round: number, of: number) =>
    of > 1 ? `${words.phase[phase]} ${round} of ${of}` : words.phase[phase],
  rinses: (count: number) => (count > 1 ? `Rinse × ${count}` : 'Rinse'),
  since: (seconds: number) => `for ${minutesSeconds(seconds)}`,
};

export const status = {
  noAlarm: 'No alarm',
  lastAlarm: (wallMs: number, what: string) => `last ${wallTime(wallMs)} ${what}`,
  noneYet: 'none in this run',
  outOfReach: (target: number, mlPerMin: number, reach: number, low: number, high: number | null) =>
    `${asSet(target)} °C cannot be reached at ${number(mlPerMin)} mL/min: about ${oneDecimal(reach)} °C${
      high === null ? '' : ` (${oneDecimal(low)}–${oneDecimal(high)})`
    }.`,
  whatHelps: (mlPerMin: number | null, limitedBy: 'flow' | 'heater') =>
    mlPerMin !== null
      ? `More flow helps: ${number(mlPerMin)} mL/min or more. The team decides.`
      : limitedBy === 'heater'
        ? 'The heater is at its limit, and more flow does not help. The team decides how to go on.'
        : 'No flow of this rig is enough. The team decides how to go on.',
  stale: 'The screen gets nothing new from the console. Watch the machine.',
};

export const alarms = {
  acknowledge: 'ACKNOWLEDGE',
  acknowledgeAll: (count: number) => (count === 1 ? 'Acknowledge' : `Acknowledge all ${count}`),
  pauseAudio: 'AUDIO PAUSE',
  pauseLasts: 'for 2:00',
  audioPaused: 'AUDIO PAUSED',
  acknowledged: 'ACKNOWLEDGED',
  acknowledgedBy: (person: string | null, seconds: number) =>
    `${person === null ? '' : `${person}, `}at ${minutesSeconds(seconds)}`,
  isAcknowledged: 'acknowledged',
  andMore: (count: number) => `${count} more alarms`,
  place: (count: number, of: number) => `${count} of ${of}`,
  now: (value: string) => `now ${value}`,
  began: (value: string) => `began at ${value}`,
  raised: (seconds: number) => `raised ${minutesSeconds(seconds)}`,
  cleared: (seconds: number) => `over since ${minutesSeconds(seconds)}`,
  acknowledgedShort: (seconds: number) => `acknowledged ${minutesSeconds(seconds)}`,
  none: 'No alarm is active.',
  on: 'On',
  latched: 'Over, waiting for acknowledgement',
  past: 'Over',
  effects: 'brings with it',
  step: (count: number, text: string) => `${count}.\u00a0${text}`,
};

export const panel = {
  trend: 'Trend',
  map: 'Map',
  figures: 'Figures',
  alarms: (count: number) => (count === 0 ? 'Alarms' : `Alarms ${count}`),
  events: 'Events',
  drug: '+ Drug',
  note: '+ Note',
  reading: '+ Reading',
  vital: '+ Vitals',
  fluid: '± Fluid',
  lastTenMinutes: '10 min',
  noEvents: 'Nothing has happened yet.',
  writing: 'writing…',
  selfTest: 'Self-test',
  machineTest: 'Machine test',
  selfTestState: { waiting: 'waiting', running: 'running', passed: 'passed', failed: 'FAILED' },
  close: 'Close',
};

/** Names of the checks of the self-test; a check without a name here is shown as it is called. */
export const selfTestChecks: Readonly<Record<string, string>> = {
  link: 'Link: replies fresh and in a row',
  probes: 'Probes: plausible and agreeing at rest',
  interlocks: 'Interlocks: none, heater and pump off',
  pump: 'Pump: flow follows',
  heater: 'Heater: power follows',
  watchdog: 'Watchdog: the machine turns its heater off by itself',
  rest: 'At rest: heater off, no interlock',
};

export const control = {
  site: { inflow: 'perfusate (controlled)', cavity: 'cavity (controlled)', outflow: 'outflow (controlled)' },
  target: (celsius: number, band: number, mayChange: boolean) =>
    `target ${number(celsius, 2)} ± ${oneDecimal(band)}${mayChange ? ' ▸' : ''}`,
  /** One of several cavity probes is left: what is shown is no reading of a probe. */
  alone: (probe: string, kelvin: number) => [`${probe} only`, ...addedKelvin(kelvin)].join(', '),
  change: 'Change the target',
  state: {
    'in-band': 'in band',
    below: 'below band',
    above: 'above band',
    unknown: 'unknown',
    'not-judged': '',
  },
  since: (wallMs: number) => `since ${wallTime(wallMs)}`,
  celsius: '°C',
};

export const probe = {
  ceiling: (celsius: number) => `max ${oneDecimal(celsius)}`,
  isControl: 'control',
  /** How long still. */
  ignored: (left: string) => `ignored, ${left} left`,
  reads: (celsius: string) => `at ${celsius}`,
};

export const missing = (reason: MissingReason): string => words.missing[reason];
export const ageing = (ms: number): string => `${number(ms / 1000, 1)} s`;

/** Why the in-band clock stands, as short as its place allows. */
const clockStops: Readonly<Record<ClockStop, string>> = {
  'not-started': 'not started',
  'below-band': 'below band',
  'above-band': 'above band',
  'temperature-unknown': 'no temperature',
  'not-circulating': 'not circulating',
  'link-lost': 'link lost',
  ended: 'ended',
  'not-judged': 'not judged',
  'no-drug': 'no drug',
  'not-filled': 'not in yet',
  drained: 'drained',
};

export const time = {
  left: {
    'in-band': (planned: number) => `Left in band of ${minutesSeconds(planned)}`,
    elapsed: (planned: number) => `Left of ${minutesSeconds(planned)}`,
    dwell: (planned: number) => `Left of ${minutesSeconds(planned)} of dwell`,
  },
  planned: { 'in-band': 'Planned in band', elapsed: 'Planned' },
  ends: 'Ends',
  at: (wallMs: number) => wallTime(wallMs),
  extend: 'Extend the treatment',
  dwell: 'Dwell',
  complete: 'In band complete',
  elapsed: 'Elapsed',
  inBand: 'In band',
  drug: 'Drug contact',
  stands: (why: ClockStop) => `stands: ${clockStops[why]}`,
};

/** While heating up: how long still, and how warm it can get. */
export const heatUp = {
  toBand: 'In band in about',
  min: 'min',
  minutesRange: (low: number, high: number | null) =>
    high === null
      ? `${number(low)} or more`
      : low === high
        ? `${number(low)}`
        : `${number(low)}–${number(high)}`,
  canReach: 'Can reach',
  celsius: (celsius: number) => `${oneDecimal(celsius)} °C`,
  digits: (celsius: number) => oneDecimal(celsius),
  celsiusRange: (low: number, high: number | null) =>
    high === null ? `${oneDecimal(low)} or more` : `${oneDecimal(low)}–${oneDecimal(high)}`,
  planned: 'Planned time',
  drug: 'Drug contact',
  none: {
    'not-heating-up': '',
    gathering: 'being estimated',
    'not-heating': 'heat is off',
    'control-unknown': 'no temperature',
  } satisfies Readonly<Record<NoEstimateReason, string>>,
  outOfReach: (celsius: number) => `${asSet(celsius)} °C out of reach, at best about`,
  helps: (mlPerMin: number | null, limitedBy: 'flow' | 'heater') =>
    mlPerMin !== null
      ? `more flow helps: ${number(mlPerMin)} mL/min or more`
      : limitedBy === 'heater'
        ? 'the heater is at its limit; more flow does not help'
        : 'no flow of this rig is enough',
  changeFlow: 'Change flow',
  orMore: (mlPerMin: number) => `${number(mlPerMin)} mL/min or more`,
};

/** Why heat or flow is held, as short as a tile allows. */
const holds: Readonly<Record<HoldReason, string>> = {
  operator: 'operator',
  'stop-run': 'STOP RUN',
  alarm: 'alarm',
  interlock: 'interlock',
  'link-lost': 'link lost',
  'rig-restarted': 'rig restarted',
  'console-restarted': 'console restarted',
  'control-temperature-unknown': 'temp. unknown',
  'inflow-unknown': 'inflow unknown',
  'cavity-unknown': 'no cavity probe',
  'inflow-contradicted': 'inflow doubted',
  'core-too-hot': 'core too hot',
  'command-not-in-force': 'not obeyed',
  'console-fault': 'console fault',
};

/** What was pressed, where a person did. */
const pressedHeat: Readonly<Partial<Record<HoldReason, string>>> = { 'stop-run': 'STOP RUN' };
const pressedFlow: Readonly<Partial<Record<HoldReason, string>>> = {
  operator: 'PAUSE FLOW',
  'stop-run': 'STOP RUN',
};
const holdTitle = (inForce: string, asked: string, stands: HoldStands): string =>
  stands === 'in-force' ? inForce : `${asked}${stands === 'held' ? ': not confirmed' : ' NOT SENT'}`;

export const tiles = {
  flow: 'Flow',
  flowSet: (mlPerMin: number, mayChange: boolean) => `set ${number(mlPerMin)}, ±5 %${mayChange ? ' ▸' : ''}`,
  flowChange: 'Change flow',
  flowAsked: (mlPerMin: number | null) => (mlPerMin === null ? 'nothing asked' : `asked ${number(mlPerMin)}`),
  outflow: 'out',
  mlPerMin: 'mL/min',
  inflowLine: 'Inflow line',
  max: (limit: number) => `max ${number(limit)}`,
  mmHg: 'mmHg',
  cavityPressure: 'Cavity',
  heater: 'Heater',
  percent: '%',
  asked: (state: string) => `set ${state}`,
  confirmed: 'confirmed',
  inForce: (state: string) => `in force ${state}`,
  on: (celsius: number | null) => (celsius === null ? 'on' : `on ${number(celsius, 1)}°`),
  off: 'off',
  volume: 'In the cavity',
  plan: (ml: number, largest: number) => `plan ${number(ml)}, max ${number(largest)}`,
  ml: 'mL',
  core: 'Core',
  byProbe: 'by probe',
  coreLimits: 'It alarms, and takes the heat, at',
  coreHold: 'off',
  byHand: (seconds: number | null) =>
    seconds === null ? 'by hand' : `by hand, ${number(Math.floor(seconds / 60))} min ago`,
  celsius: '°C',
  circuit: 'Circuit',
  reservoir: (ml: number) => `res. ${number(ml)} mL`,
  mode: (mode: CircuitMode) => words.circuitMode[mode],
  modeAsked: (mode: CircuitMode | null) =>
    mode === null ? 'nothing asked' : `asked: ${words.circuitMode[mode].toLowerCase()}`,
  /** A hold by how far it has come: in force, asked for, or carried by nothing. */
  heatHeld: (why: HoldReason, stands: HoldStands) =>
    holdTitle(`HEAT HELD: ${holds[why]}`, pressedHeat[why] ?? 'HEAT OFF', stands),
  flowHeld: (why: HoldReason, stands: HoldStands) =>
    holdTitle(`FLOW HELD: ${holds[why]}`, pressedFlow[why] ?? 'PUMP OFF', stands),
};

/** Names inside the circuit picture, as short as they can be. */
export const circuit = { reservoir: 'res.', cavity: 'cavity' };
