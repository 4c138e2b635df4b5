import type { Alarm } from '../alarm.ts';
import { type Phase, phases } from '../phase.ts';
import { type AlarmWords, type Placement, probeName, type Words } from './dictionary.ts';
import { interlockAlarms } from './en-interlock-alarms.ts';
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

const isPhase = (name: string): name is Phase => phases.some((one) => one === name);
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
  'cavity-temperature-rising': {
    name: 'Cavity temperature rising',
    title: fixed('Cavity may reach its limit within a minute:'),
    steps: ['Check that the flow is at its set-point', 'HEAT OFF if it goes on rising'],
  },
  'target-unreachable': {
    name: 'Target cannot be reached',
    title: fixed('Cavity reaches at most'),
    steps: [
      'Check lines and catheters; more flow heats more',
      'Tell the surgeon: more flow, a lower target, or start early',
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
  'flow-falling': {
    name: 'Flow falling',
    title: fixed('Flow falls, within a minute'),
    steps: ['Check lines and catheters for kinks and clots', 'Check the inflow line pressure'],
  },
  'flow-missing': {
    name: 'No flow although the pump is asked for',
    title: fixed('No flow although the pump is asked for:'),
    steps: [
      'Check pump head, lines and clamps',
      'Check that the reservoir holds fluid',
      'PAUSE FLOW if in doubt',
    ],
  },
  'drain-blocked': {
    name: 'Drain gives nothing',
    title: fixed('Drain gives nothing, left in the cavity by count'),
    steps: [
      'Check outflow line, clamps and catheters for clots',
      'Move catheter or patient as the surgeon decides',
      'Go on with fluid retained only with a reason',
    ],
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
  'probe-outvoted': {
    name: 'Cavity probe lies',
    title: ofProbe(': lies, the outflow contradicts it; it does not count'),
    steps: ['Check where the probe lies', 'Check its plug and cable', 'Do not treat by its value'],
  },
  'last-cavity-probe-doubted': {
    name: 'The only cavity probe is in doubt',
    title: () => 'The only cavity probe left contradicts the outflow',
    steps: [
      'Check where the probe lies',
      'Compare with a second thermometer',
      'HEAT OFF if the cavity temperature is not certain',
    ],
  },
  'inflow-probe-lost': {
    name: 'Inflow probe without a usable value',
    title: () => 'T1 inflow: no usable value, its limits cannot be watched',
    steps: [
      'HEAT OFF if T1 does not read again at once',
      'Check plug and cable of T1',
      'After standstill leave bypass only with a named clinician',
    ],
  },
  'core-probe-lost': {
    name: 'Core probe without a usable value',
    title: (_: Alarm, placement: Placement) =>
      `Patient core${placement.coreSite === '' ? '' : ` (${placement.coreSite})`}: no usable value`,
    steps: ['Check plug and place of the core probe', 'Read the core by hand every 10 min and record it'],
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
  'audio-not-working': {
    name: 'Console audio not working',
    title: () => 'The console cannot sound alarms',
    did: 'The rig sounds them with its own buzzer.',
    steps: [
      'Keep the screen in sight',
      'Check speaker, volume and audio output',
      'Touch the screen once: it may wake the audio',
    ],
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
  'addition-due': {
    name: 'Planned addition due',
    title: () => 'A planned addition is due',
    steps: ['Ask the prescriber', 'Record what was added, or that it was not'],
  },
  'core-reading-due': {
    name: 'Core reading due',
    title: () => 'Patient core: reading by hand is due',
    steps: ['Read the patient core', 'Record the reading'],
  },
} satisfies Partial<Record<string, AlarmWords>>;

export const alarm: Words['alarm'] = {
  ...temperatureAlarms,
  ...circuitAlarms,
  ...technicalAlarms,
  ...interlockAlarms,
};
