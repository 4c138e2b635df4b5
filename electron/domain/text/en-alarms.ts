import type { Alarm } from '../alarm.ts';
import { type Interlock, interlocks } from '../circuit.ts';
import { type Phase, phases } from '../phase.ts';
import { type AlarmWords, type Placement, probeName, type Words } from './dictionary.ts';
import * as names from './en-names.ts';
import { inUnit, withUnit } from './format.ts';

/** " 43.52 °C, limit 43.50"; "" where the alarm has no value. */
function figures({ value, limit, unit }: Alarm): string {
  if (value === null || unit === 'none') return '';
  const broken = limit === null ? '' : `, limit ${inUnit(limit, unit)}`;
  return ` ${withUnit(value, unit)}${broken}`;
}

const fixed = (what: string) => (alarm: Alarm) => `${what}${figures(alarm)}`;
const ofProbe = (after: string) => (alarm: Alarm, placement: Placement) =>
  `${probeName(names, alarm.subject, placement)}${after}${figures(alarm)}`;
const core = (alarm: Alarm, placement: Placement) =>
  `Patient core${placement.coreSite === '' ? '' : ` (${placement.coreSite})`}${figures(alarm)}`;
const flow = (alarm: Alarm) =>
  alarm.unit === 'percent' ? `Flow off its set-point by${figures(alarm)}` : `Flow${figures(alarm)}`;

const isInterlock = (name: string): name is Interlock => interlocks.some((one) => one === name);
const isPhase = (name: string): name is Phase => phases.some((one) => one === name);
const interlockTitle = ({ subject }: Alarm) =>
  `Rig interlock: ${isInterlock(subject) ? names.interlock[subject].toLowerCase() : subject}`;
const phaseTitle = (alarm: Alarm) =>
  `${isPhase(alarm.subject) ? names.phase[alarm.subject] : alarm.subject} takes long,${figures(alarm)}`;

const temperatureAlarms = {
  'control-temperature-high': {
    name: 'Control temperature high',
    title: fixed('Control temperature'),
    steps: ['Check that the cavity probes lie as entered', 'HEAT OFF if it goes on rising'],
  },
  'cavity-temperature-high': {
    name: 'Cavity temperature high',
    title: ofProbe(''),
    steps: [
      'Check catheter and probe',
      'Keep circulating until the cavity has cooled',
      'Resume heat once in band',
    ],
  },
  'control-temperature-low': {
    name: 'Control temperature low',
    title: fixed('Control temperature'),
    steps: ['Check that heat and flow are on', 'Check circuit and catheters for kinks'],
  },
  'control-temperature-very-low': {
    name: 'Control temperature very low',
    title: fixed('Control temperature'),
    steps: [
      'Check that heat and flow are on',
      'Check that the cavity probes lie as entered',
      'Tell the surgeon',
    ],
  },
  'inflow-high': {
    name: 'Inflow temperature high',
    title: fixed('T1 inflow'),
    steps: ['Check that the flow is at its set-point', 'HEAT OFF if it goes on rising'],
  },
  'inflow-very-high': {
    name: 'Inflow temperature very high',
    title: fixed('T1 inflow'),
    steps: [
      'Check the heater at the machine',
      'Stay in bypass until the inflow has cooled',
      'Then resume heat',
    ],
  },
  'core-temperature-low-limit': {
    name: 'Patient core raised',
    title: core,
    steps: ['Tell the anaesthetist'],
  },
  'core-temperature-medium-limit': {
    name: 'Patient core high',
    title: core,
    steps: ['Tell the anaesthetist and the surgeon', 'Cool the patient as the team decides'],
  },
  'core-temperature-high-limit': {
    name: 'Patient core very high',
    title: core,
    steps: ['Tell the anaesthetist and the surgeon at once', 'HEAT OFF unless they decide otherwise'],
  },
} satisfies Partial<Words['alarm']>;

const circuitAlarms = {
  'flow-deviation': {
    name: 'Flow off its set-point',
    title: flow,
    steps: ['Check the lines for kinks', 'Check the inflow line pressure'],
  },
  'flow-deviation-large': {
    name: 'Flow far off its set-point',
    title: flow,
    steps: ['Check the lines for kinks and clamps', 'Check pump and catheters', 'PAUSE FLOW if in doubt'],
  },
  'no-flow-with-heater': {
    name: 'No flow with the heater on',
    title: fixed('No flow with the heater on:'),
    steps: ['Check pump, lines and clamps', 'Resume flow through bypass first', 'Then resume heat'],
  },
  'inflow-line-pressure-high': {
    name: 'Inflow line pressure high',
    title: fixed('Inflow line pressure'),
    steps: ['Open clamps, check inflow line and catheter', 'Resume flow once the pressure has fallen'],
  },
  'cavity-pressure-raised': {
    name: 'Cavity pressure raised',
    title: fixed('Cavity pressure'),
    steps: ['Check that the outflow is free', 'Tell the surgeon'],
  },
  'cavity-pressure-high': {
    name: 'Cavity pressure high',
    title: fixed('Cavity pressure'),
    steps: ['Open the outflow', 'Tell the surgeon and the anaesthetist', 'DRAIN NOW if they decide so'],
  },
  'cavity-volume-over-plan': {
    name: 'Cavity volume over plan',
    title: fixed('Estimated cavity volume'),
    steps: ['Check that the outflow is free', 'Compare with the reservoir level'],
  },
  'cavity-volume-over-largest': {
    name: 'Cavity volume over the largest allowed',
    title: fixed('Estimated cavity volume'),
    steps: ['Check the outflow', 'Tell the surgeon', 'DRAIN NOW if they decide so'],
  },
} satisfies Partial<Words['alarm']>;

const technicalAlarms = {
  'heater-on-while-off': {
    name: 'Heater on that should be off',
    title: fixed('Heater on while commanded off:'),
    steps: [
      'Switch the heater off at the machine',
      'Keep the flow in bypass',
      'Do not use the rig until it is mended',
    ],
  },
  'command-not-in-force': {
    name: 'Command not in force',
    title: ({ subject }) => `The rig does not follow a command${subject === '' ? '' : `: ${subject}`}`,
    steps: [
      'Switch the heater off at the machine',
      'Look at the machine for its state',
      'Then resume or drain',
    ],
  },
  'probe-fault': {
    name: 'Probe without a usable value',
    title: ofProbe(': no usable value'),
    steps: ['Check plug and cable of the probe', 'Replace the probe if it stays'],
  },
  'cavity-probes-disagree': {
    name: 'Cavity probes disagree',
    title: fixed('Cavity probes disagree by'),
    steps: ['Check where both probes lie', 'Check catheters and mixing in the cavity'],
  },
  'control-temperature-unknown': {
    name: 'Control temperature unknown',
    title: () => 'Control temperature unknown',
    steps: [
      'Check plugs and cables of the cavity probes',
      'Or control by the outflow, with a named clinician',
    ],
  },
  'link-lost': {
    name: 'Link to the rig lost',
    title: (alarm) =>
      `Link to the rig lost${alarm.value === null ? '' : `, no telemetry for${figures(alarm)}`}`,
    did: 'No command is sent any more; the rig switches its heater off by its own watchdog.',
    steps: [
      'Look at the machine; use its own switch to stop',
      'Check cable and power',
      'Take command when it is back',
    ],
  },
  'rig-restarted': {
    name: 'Rig restarted',
    title: () => 'The rig restarted during the run',
    did: 'The rig is in standby, heater and pump off.',
    steps: ['Check power and state of the machine', 'Take command again', 'Resume flow, then heat'],
  },
  'rig-interlock': {
    name: 'Interlock of the rig',
    title: interlockTitle,
    did: 'The rig switched its heater off.',
    steps: ['Remove the cause at the machine', 'Clear the interlock', 'Resume flow, then heat'],
  },
  'emergency-stop': {
    name: 'Emergency stop',
    title: () => 'Emergency stop pressed at the machine',
    did: 'The rig switched everything off and closed its valves.',
    steps: [
      'See to the patient',
      'Release the switch when it is safe',
      'Clear the interlock, then resume or drain',
    ],
  },
  'storage-failing': {
    name: 'Recording is failing',
    title: () => 'The console cannot write its record',
    steps: ['Write readings down by hand from now on', 'Free disk space or check the disk'],
  },
  'clock-disagreement': {
    name: 'Clocks disagree',
    title: fixed('Clocks of console and rig differ by'),
    steps: ['Time the treatment by a second clock', 'Note the difference in the record'],
  },
  'screen-not-updating': {
    name: 'Screen not updating',
    title: () => 'The screen did not update',
    steps: ['Do not trust what stood on the screen meanwhile', 'Reload the screen if it stands still'],
  },
  'phase-time-limit': {
    name: 'Phase takes long',
    title: phaseTitle,
    steps: ['See what the phase waits for, named under the phases', 'Go on, or end the run'],
  },
  'treatment-beyond-plan': {
    name: 'Treatment beyond plan',
    title: fixed('Treatment beyond plan,'),
    steps: ['Ask the surgeon', 'End the treatment, then drain'],
  },
} satisfies Partial<Record<string, AlarmWords>>;

export const alarm: Words['alarm'] = { ...temperatureAlarms, ...circuitAlarms, ...technicalAlarms };
