import {
  inUnit,
  minutesSeconds,
  number,
  unitSymbol,
  withUnit,
  en as words,
} from '../../electron/contract/text.ts';
import type { AlarmLimitView } from '../../electron/contract/view.ts';
import type { AlarmUnit, LimitProblem } from '../../electron/contract/words.ts';
import type { WordsKind } from '../run/dialogues/form.ts';

/** Dialogues: what is asked, and what the button that does it says. */
export const dialogue = {
  title: {
    'end-run': 'End the run here',
    'end-treatment': 'End treatment early',
    'extend-until-in-band': 'Extend until the minutes in band are complete',
    'control-by-outflow': 'Control by the outflow temperature',
    'go-on-without-cavity': 'Go on although no cavity probe is left',
    'confirm-fresh-fluid': 'Is fresh fluid connected for this rinse, and no drug in its supply?',
    'record-note': 'Record a note',
    'leave-retained': 'Go on although fluid is not recovered by the count',
    'skip-rinses': 'Skip the rinses: nothing more into the patient',
    'leave-bypass': 'Leave bypass although the inflow is not known',
    'lift-core-hold': 'Let heat be resumed although the core is too hot',
  },
  reason: 'Reason',
  clinician: 'Clinician who decided it',
  seenBy: 'Who has looked',
  noteText: 'Note',
  drugAdded: 'Drug is in, start the clock',
  drugNotAdded: 'Start the clock, drug later',
  checkedBy: 'Two people have checked patient, drug, dose, volume and expiry',
  checkedFirst: '1',
  checkedSecond: '2',
  next: 'Next',
  nextCheck: 'Next: check',
  back: 'Back',
  needsCheck: 'two people have to check it',
  planned: (index: number, label: string) => `${index + 1}. ${label}`,
  start: {
    'start-treatment': 'Start treatment',
    'start-early': 'Start treatment before the conditions are met',
  },
  startReasons: ['Decision of the surgeon', 'Target not reached in time'] as readonly string[],
  drugTitle: 'Record a drug addition',
  notPlanned: 'Not a planned one',
  notGiven: 'Not given …',
  notGivenTitle: (index: number, label: string) => `Not given: ${index + 1}. ${label}`,
  notGivenConfirm: 'Record: not given',
  notGivenReasons: [
    'Decision of the surgeon',
    'Condition of the patient',
    'Not at hand',
  ] as readonly string[],
  reasons: {
    'end-run': ['Decision of the surgeon', 'Condition of the patient', 'Technical problem'],
    'end-treatment': ['Decision of the surgeon', 'Condition of the patient', 'Core temperature'],
    'leave-retained': ['Ascites counted in', 'Taken up by the patient', 'Suction outside the circuit'],
    'skip-rinses': [
      'Decision of the surgeon',
      'No fresh fluid',
      'Drained in an emergency',
      'Catheter removed',
    ],
    'go-on-without-cavity': ['Decision of the surgeon', 'Perfusate is held', 'Probes out of the cavity'],
    'leave-bypass': ['Inflow sensor failed, volume passed'],
    'lift-core-hold': ['Core is falling', 'Reading is wrong', 'Decision of the anaesthetist'],
  } as Readonly<Partial<Record<WordsKind, readonly string[]>>>,
  confirm: {
    'end-run': 'End run',
    'end-treatment': 'End treatment, drain',
    'extend-until-in-band': 'Extend',
    'control-by-outflow': 'Control by outflow',
    'go-on-without-cavity': 'Go on without',
    'confirm-fresh-fluid': 'Connected, rinse',
    'record-note': 'Record',
    'leave-retained': 'Go on',
    'skip-rinses': 'Skip, disconnect',
    'leave-bypass': 'Leave bypass',
    'lift-core-hold': 'Lift the hold',
  },
  cancel: 'Cancel',
  by: (person: string) => `Recorded for ${person}`,
};

/** Another set flow. */
export const flow = {
  title: 'Change the set flow',
  unit: 'mL/min',
  step: (mlPerMin: number) => (mlPerMin > 0 ? `+${number(mlPerMin)}` : number(mlPerMin)),
  proposal: {
    planned: (mlPerMin: number) => `As planned: ${number(mlPerMin)}`,
    helpful: (mlPerMin: number) => `To reach the target: ${number(mlPerMin)}`,
  },
  range: (low: number, high: number) =>
    `${number(low)} to ${number(high)} mL/min: what the limits and this rig allow. The pump follows at once.`,
  confirm: (mlPerMin: number) => `Change to ${number(mlPerMin)} mL/min`,
  notNow: 'not while flow is held or nothing circulates',
};

/** Another target, and a longer treatment: what is asked beside the name of the clinician. */
export const planChange = {
  ignore: {
    open: (probe: string) => `Ignore ${probe} for 5 min`,
    title: (probe: string) => `Ignore ${probe} for 5 minutes`,
    confirm: (probe: string) => `Ignore ${probe}`,
    reasons: ['Hands in the abdomen', 'Probe touched or moved', 'Irrigation at the probe'],
    note: (celsius: string | null) =>
      `${celsius === null ? '' : `It reads ${celsius} °C. `}It does not count for control or limits. 45.0 °C counts all the same. It counts again by itself.`,
  },
  target: {
    title: 'Change the target',
    step: (celsius: number) => signed(celsius, 1),
    planned: (celsius: number) => `As planned: ${number(celsius, 1)}`,
    range: (low: number, high: number) =>
      `${number(low, 1)} to ${number(high, 1)} °C. Band, limits and estimate follow at once; what has to settle settles anew.`,
    reasons: ['Core temperature', 'Target not reached', 'Decision of the surgeon'] as readonly string[],
    confirm: (celsius: number) => `Change to ${number(celsius, 1)} °C`,
  },
  extend: {
    title: 'Extend the treatment',
    step: (minutes: number) => signed(minutes, 0),
    minutes: (minutes: number) => `${number(minutes)} min`,
    note: 'The treatment can be ended at any time once the plan itself is complete.',
    left: (seconds: number) => `Then left: ${minutesSeconds(seconds)}`,
    confirm: (minutes: number) => `Extend by ${number(minutes)} min`,
  },
};
const signed = (value: number, decimals: number): string =>
  value > 0 ? `+${number(value, decimals)}` : `−${number(-value, decimals)}`;

/** A value read off another device. */
export const reading = {
  title: 'Record a reading by hand',
  drained: (countedMl: number) => `All that was drained, rinses too. Counted: ${number(countedMl)} mL`,
  due: 'due',
  isRight: (celsius: number) => `Is ${number(celsius, 1)} °C right?`,
  takesHeat: 'Yes; it takes the heat at once',
  value: (kind: string, unit: AlarmUnit) => `${kind}, ${unitSymbol(unit)}`,
  outside: (low: number, high: number, unit: AlarmUnit) =>
    `a number from ${number(low)} to ${number(high)} ${unitSymbol(unit)}`,
};

/** A service engineer has no say in a run. */
const who = (changedBy: AlarmLimitView['changedBy']) =>
  `${changedBy
    .filter((role) => role !== 'service')
    .map((role) => words.role[role].toLowerCase())
    .join(', ')} only`;

/** Fluid past the machine, into the cavity or out of it. */
export const fluid = {
  title: 'Fluid in or out, by hand: in the count at one touch',
  way: words.fluidWay,
  ml: 'mL',
  another: 'Volume, mL',
  chooseKind: 'choose what it is',
  outside: (low: number, high: number) => `whole mL from ${number(low)} to ${number(high)}`,
};

/** Alarm limits. */
export const limits = {
  title: 'Alarm limits',
  initially: (value: number, unit: AlarmUnit) => `initially ${inUnit(value, unit)}`,
  bounds: (lowest: number, highest: number, unit: AlarmUnit) =>
    `${inUnit(lowest, unit)} to ${withUnit(highest, unit)}`,
  changedBy: who,
  titleOf: (name: string, value: number, unit: AlarmUnit) => `${name}: now ${withUnit(value, unit)}`,
  newLimit: (lowest: number, highest: number, unit: AlarmUnit) =>
    `New limit, a number from ${inUnit(lowest, unit)} to ${withUnit(highest, unit)}`,
  step: (by: number, unit: AlarmUnit) => {
    const size = number(Math.abs(by), unit === 'celsius' ? 1 : 0);
    return by > 0 ? `+${size}` : `−${size}`;
  },
  initial: 'initial',
  problem: (problem: LimitProblem, unit: AlarmUnit): string => {
    switch (problem.kind) {
      case 'bounds':
        return `Outside its hard bounds, ${inUnit(problem.lowest, unit)} to ${withUnit(problem.highest, unit)}`;
      case 'not-below':
        return `Has to be below “${words.alarmLimit[problem.than]}”, ${withUnit(problem.value, unit)}`;
      case 'not-above':
        return `Has to be above “${words.alarmLimit[problem.than]}”, ${withUnit(problem.value, unit)}`;
    }
  },
  who: (changedBy: AlarmLimitView['changedBy']) => `Changed by ${who(changedBy)}, signed in.`,
  back: 'Back',
  look: 'Review change',
  lookAgain: 'Change this alarm limit?',
  change: 'Change the limit',
  atOnce: 'In force at once. The change stands in the record and in the report.',
};
