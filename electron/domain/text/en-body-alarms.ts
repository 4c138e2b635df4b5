import type { Words } from './dictionary.ts';
import { core, fixed, flow, ofProbe } from './en-alarm-titles.ts';

export const temperatureAlarms = {
  'control-temperature-high': {
    name: 'Control temperature high',
    title: fixed('Control temperature'),
    steps: ['Check that the cavity probes are placed as entered', 'HEAT OFF if it goes on rising'],
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
      'Check that the cavity probes are placed as entered',
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
    steps: [
      'Tell the anaesthetist and the surgeon',
      'Cool the patient or lower the target, as the team decides',
    ],
  },
  'core-temperature-high-limit': {
    name: 'Patient core very high',
    title: core,
    steps: ['Tell the anaesthetist and the surgeon at once', 'HEAT OFF unless they decide on a lower target'],
  },
} satisfies Partial<Words['alarm']>;

export const circuitAlarms = {
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
      'If it stays: drain by gravity and enter the volume',
    ],
  },
  'drain-unfinished': {
    name: 'Drain not finished',
    title: fixed('The machine drains no more, the cavity is not known to be empty'),
    steps: [
      'Check pump, outflow line, clamps and catheters',
      'Ask for the drain again',
      'If nothing comes: drain by gravity and enter the volume',
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
  'return-missing': {
    name: 'Return missing',
    title: fixed('Coming back of what goes in'),
    steps: [
      'Open the outflow: clamp, kink, suction, clot',
      'PAUSE FLOW if it does not come',
      'Compare with the reservoir level',
    ],
  },
  'return-unseen': {
    name: 'Return not seen',
    title: () => 'Nothing on this rig measures what comes back',
    steps: ['Look at the outflow and the reservoir', 'Confirm that it comes back, or PAUSE FLOW'],
  },
  'reservoir-falling': {
    name: 'Reservoir falling',
    title: fixed('Lost by the reservoir beyond the count'),
    steps: ['Look at the outflow, and for a leak', 'Look at the abdomen', 'PAUSE FLOW until it is found'],
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
