import type { DrugCheck, NamedReason, OperatorAction } from '../action.ts';
import { type AlarmLimitName, alarmLimits } from '../alarm-limits.ts';
import { interlocksIn } from '../circuit.ts';
import type { ClockStop } from '../clock-stop.ts';
import type { DrugEntry } from '../drug.ts';
import { fluidRules } from '../fluid.ts';
import { readingRules } from '../manual-reading.ts';
import type { RunEvent, RunTotals, SteppedClock } from '../run-event.ts';
import type { Placement } from './dictionary.ts';
import { alarmCalled, alarm as alarmWords } from './en-alarms.ts';
import * as names from './en-names.ts';
import { refusal } from './en-refusals.ts';
import { rescueEnd, rescueWhy } from './en-rescue.ts';
import { drugLine, vitalLine } from './entries.ts';
import { minutesSeconds, number, withUnit } from './format.ts';

const decided = ({ reason, clinician }: NamedReason) => `${reason} (decided by ${clinician})`;
const checked = (by: DrugCheck | null | undefined) => (by ? `, checked by ${by.join(' and ')}` : '');
const named = (drug: DrugEntry) => (drug.name === '' ? '' : `: ${drugLine(drug)}`);
const limitFigure = (limit: AlarmLimitName, value: number) => withUnit(value, alarmLimits[limit].unit);
const interlockList = (bits: number) =>
  interlocksIn(bits)
    .map((one) => names.interlock[one].toLowerCase())
    .join(', ');
const after = (detail: string) => (detail === '' ? '' : `: ${detail}`);
const clocks: Readonly<Record<SteppedClock, string>> = {
  wall: 'The clock of the computer',
  rig: 'The clock of the rig',
  unknown: 'A clock of computer or rig',
};
const retained = ({ volumeRetainedMl: ml }: RunTotals) =>
  ml === null ? '' : `, ${number(ml)} mL not recovered by count`;
const isClockStop = (why: string): why is ClockStop => why in names.clockStop;

function actionLine(action: OperatorAction, placement: Placement): string {
  const name = names.action[action.type];
  switch (action.type) {
    case 'advance':
      return `${name} from ${names.phase[action.from].toLowerCase()}`;
    case 'start-treatment':
      return `${name}, ${action.drug === null ? 'clock started without drug' : `drug added${named(action.drug)}`}${
        action.early === null ? '' : `, before the conditions were met: ${decided(action.early)}`
      }${checked(action.checkedBy)}`;
    case 'end-treatment':
      return action.early === null ? name : `${name} early: ${decided(action.early)}`;
    case 'clear-interlocks':
      return `${name}: ${interlockList(action.bits)}`;
    case 'extend-until-in-band':
    case 'control-by-outflow':
      return `${name} (decided by ${action.clinician})`;
    case 'end-run':
      return `${name}: ${action.reason}`;
    case 'acknowledge':
      return action.alarmIds.length === 1
        ? 'Acknowledge 1 alarm'
        : `Acknowledge ${action.alarmIds.length} alarms`;
    case 'record-drug':
      return `Drug: ${drugLine(action.drug)}${checked(action.checkedBy)}`;
    case 'record-vital':
      return vitalLine(action, placement, 'en', ': ');
    case 'record-carrier':
      return `Carrier: ${action.carrier.name}, ${withUnit(action.carrier.volumeMl, 'ml')}`;
    case 'time-out':
      return `${name}, ${action.names.join(' and ')}`;
    case 'addition-not-given':
      return `Planned addition ${action.addition + 1} not given: ${action.reason}`;
    case 'record-reading':
      return `${names.readingKind[action.kind]} read by hand: ${withUnit(action.value, readingRules[action.kind].unit)}${action.kind === 'ascites' ? ', not in the count' : ''}`;
    case 'record-fluid':
      return `${names.fluidWay[fluidRules[action.kind].way]}, ${names.fluidKind[action.kind].toLowerCase()}: ${withUnit(action.volumeMl, 'ml')}`;
    case 'confirm-fresh-fluid':
      return `${name}, seen by ${action.seenBy}`;
    case 'change-flow':
      return `${name} to ${withUnit(action.mlPerMin, 'mlPerMin')}`;
    case 'leave-retained':
    case 'skip-rinses':
      return `${name}: ${action.reason}`;
    case 'extend-by':
      return `${name} by ${action.minutes} min (decided by ${action.clinician})`;
    case 'ignore-probe':
      return `${action.probe} ignored for 5 min: ${decided(action)}`;
    case 'change-target':
      return `${name} to ${withUnit(action.celsius, 'celsius')}: ${decided(action)}`;
    case 'go-on-without-cavity':
    case 'leave-bypass':
    case 'lift-core-hold':
      return `${name}: ${decided(action)}`;
    case 'record-note':
      return `Note: ${action.text}`;
    default:
      return name;
  }
}

export function eventLine(event: RunEvent, placement: Placement): string {
  switch (event.type) {
    case 'run-started':
      return `Run started, ${event.header.preset.name} version ${event.header.preset.version}`;
    case 'phase':
      return `${names.phase[event.to]}${after(names.phaseCause[event.cause] ?? event.cause)}`;
    case 'action':
      return `${actionLine(event.action, placement)}${event.refused === null ? '' : `. Refused: ${refusal[event.refused]}`}`;
    case 'chair':
      return event.from === null
        ? `In charge: ${event.to.name}`
        : `Handed over from ${event.from.name} to ${event.to.name}`;
    case 'heat-held':
      return `Heat ${names.hold[event.reason]}`;
    case 'heat-released':
      return 'Heat released';
    case 'flow-held':
      return `Flow ${names.hold[event.reason]}`;
    case 'flow-released':
      return 'Flow released';
    case 'self-test':
      return `Self-test, ${(names.selfTestCheck[event.check] ?? event.check).toLowerCase()}: ${event.passed ? 'passed' : 'failed'}${event.detail === '' ? '' : `, ${event.detail}`}`;
    case 'alarm-raised':
      return `${names.priority[event.alarm.priority]} alarm: ${alarmWords[event.alarm.code].title(event.alarm, placement)}`;
    case 'alarm-cleared':
      return `Alarm over: ${alarmCalled(event.alarm, placement)}`;
    case 'alarm-acknowledged':
      return `Alarm acknowledged: ${alarmCalled(event.alarm, placement)}`;
    case 'alarm-escalated':
      return `Alarm now ${names.priority[event.alarm.priority].toLowerCase()}, it lasts: ${alarmCalled(event.alarm, placement)}`;
    case 'alarm-suppressed':
      return `Alarm explained by another, listed under it: ${alarmCalled(event.alarm, placement)}`;
    case 'alarm-surfaced':
      return `Alarm no longer explained by another: ${alarmCalled(event.alarm, placement)}`;
    case 'alarm-reminded':
      return `REMINDER, alarm persists: ${alarmCalled(event.alarm, placement)}`;
    case 'audio-paused':
      return `AUDIO PAUSED for ${event.seconds} s`;
    case 'audio-on':
      return `Audio on again: ${names.audioOn[event.cause]}`;
    case 'alarm-limit-changed':
      return `Alarm limit changed, ${names.alarmLimit[event.limit].toLowerCase()}: ${limitFigure(event.limit, event.from)} to ${limitFigure(event.limit, event.to)}`;
    case 'link-lost':
      return `Link to the rig lost${after(event.detail)}`;
    case 'link-restored':
      return `Link to the rig restored${after(event.detail)}`;
    case 'rig-restarted':
      return `The rig restarted${after(event.detail)}`;
    case 'interlock-latched':
      return `Interlock latched: ${interlockList(event.bits)}`;
    case 'interlock-cleared':
      return `Interlock cleared: ${interlockList(event.bits)}`;
    case 'addition-due':
      return `Addition ${event.addition + 1} is due: ${event.label}`;
    case 'target-changed':
      return `Target changed from ${number(event.fromCelsius, 1)} to ${withUnit(event.toCelsius, 'celsius')}`;
    case 'probe-counts-again':
      return `${event.probe} counts again`;
    case 'flow-changed':
      return `Set flow changed from ${number(event.fromMlPerMin)} to ${withUnit(event.toMlPerMin, 'mlPerMin')}`;
    case 'in-band-clock':
      return event.running
        ? 'In-band clock runs'
        : `In-band clock stands${after(isClockStop(event.why) ? names.clockStop[event.why] : event.why)}`;
    case 'target-reach': {
      const { reachable, reachCelsius, helpfulFlowMlPerMin: flow } = event;
      const reach = `${number(reachCelsius, 1)} °C likely`;
      if (reachable) return `Target can be reached after all, ${reach}`;
      return `Target cannot be reached, ${reach}${flow === null ? '' : `; ${number(flow)} mL/min would reach it`}`;
    }
    case 'console-fault':
      return `Fault of the console, ${event.failures === 1 ? 'heat off' : `${event.failures} in a row`}${after(event.message)}`;
    case 'record-gap':
      return `Recording was interrupted and goes on: ${number(event.events)} events and ${number(event.samples)} samples are missing from ${minutesSeconds(event.fromMs / 1000)} to ${minutesSeconds(event.toMs / 1000)}`;
    case 'entry-set-aside':
      return `${event.count} ${event.of}${event.count === 1 ? '' : 's'} could not be written as usual and set aside${after(event.why)}`;
    case 'clock-stepped':
      return `${clocks[event.clock]} went ${event.bySeconds < 0 ? 'back' : 'ahead'} by ${number(Math.abs(event.bySeconds), 1)} s; session time did not follow`;
    case 'standstill':
      return `The computer stood still for ${number(event.seconds)} s; session time includes it`;
    case 'taken-up':
      return `Taken up again after ${minutesSeconds(event.gapSeconds)} without a console${after(names.interruptionCause[event.cause])}`;
    case 'rescue-started':
      return `Rescue record begun${after(rescueWhy(event.header))}`;
    case 'rescue-ended':
      return `Rescue record ended${event.volumeOutMl === null ? '' : `, ${withUnit(event.volumeOutMl, 'ml')} drained`}${after(rescueEnd(event.summary))}`;
    case 'fluid-answered':
      return `Fluid left by run ${event.runId}${event.volumeMl === null ? '' : `, ${withUnit(event.volumeMl, 'ml')}`}: ${event.answer === 'cavity-empty' ? 'the cavity is empty' : 'this is another patient'}`;
    case 'run-ended':
      return `Run ended, ${names.outcome[event.outcome].toLowerCase()}: ${minutesSeconds(event.summary.elapsedSeconds)} elapsed, ${minutesSeconds(event.summary.inBandSeconds)} in band${retained(event.summary)}`;
    case 'unreadable':
      return `An entry of the record (${event.was}) cannot be read: ${event.why}`;
  }
}
