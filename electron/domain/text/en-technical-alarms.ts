import { readAdditionSubject } from '../addition-subject.ts';
import type { Alarm } from '../alarm.ts';
import type { AlarmWords, Placement } from './dictionary.ts';
import { figures, fixed, ofProbe, phaseTitle } from './en-alarm-titles.ts';

export const technicalAlarms = {
  'heater-on-while-off': {
    name: 'Heater on that should be off',
    title: fixed('Heater on while commanded off:'),
    steps: [
      'Switch the heater off at the machine',
      'Keep the flow in bypass',
      'Do not use the rig until it is mended',
    ],
  },
  'pump-on-while-off': {
    name: 'Pump on that should be off',
    title: (alarm) => `Pump on while commanded off${alarm.value === null ? '' : `:${figures(alarm)}`}`,
    steps: [
      'Stop the pump with the switch on the machine',
      'Clamp the lines to the patient',
      'Do not use the rig until it is mended',
    ],
  },
  'console-fault': {
    name: 'Console fault',
    title: () => 'A fault in the console itself',
    steps: [
      'Look at the machine, not only at this screen',
      'Resume heat only when values move again',
      'If it comes again, stop the machine by its switch',
    ],
  },
  'machine-still-pumps': {
    name: 'Machine still pumps',
    title: () => 'The run is over and the machine still pumps',
    did: 'The console goes on telling the machine to stand.',
    steps: ['Use the switch on the machine', 'Clamp the lines to the patient', 'Check cable and power'],
  },
  'another-console': {
    name: 'Another console commands the machine',
    title: () => 'Another console commands the machine',
    did: 'This console only reads.',
    steps: ['Find the other console and ask who has the machine', 'Stop the one that is not to command'],
  },
  'command-not-in-force': {
    name: 'Command not in force',
    title: ({ subject }) => `The rig does not follow a command${subject === '' ? '' : `: ${subject}`}`,
    steps: [
      'Look at the machine; switch the heater off there',
      'PAUSE FLOW, then resume flow or drain',
      'If it stays: drain by gravity and enter the volume',
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
    name: 'Cavity probe not believed',
    title: ofProbe(': not believed, the outflow contradicts it; it does not count'),
    steps: ['Check where the probe is placed', 'Check its plug and cable', 'Do not treat by its value'],
  },
  'last-cavity-probe-doubted': {
    name: 'The only cavity probe is in doubt',
    title: () => 'The only cavity probe left contradicts the outflow',
    steps: [
      'Check where the probe is placed',
      'Compare with a second thermometer',
      'HEAT OFF if the cavity temperature is not certain',
    ],
  },
  'inflow-probe-lost': {
    name: 'Inflow probe without a usable value',
    title: () => 'T1 inflow: no usable value, its limits cannot be watched',
    did: 'Heat is held once T1 has been missing for 2 s.',
    steps: [
      'Check plug and cable of T1',
      'Resume heat once T1 reads again',
      'After standstill leave bypass only with a named clinician',
    ],
  },
  'inflow-contradicted': {
    name: 'Inflow sensor contradicted',
    title: fixed('T1 inflow contradicts heater and outflow, off by'),
    steps: [
      'Compare T1 and T2 with a second thermometer',
      'If T2 is wrong, unplug it and resume heat',
      'If T1 is wrong, do not heat with this rig',
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
  'cavity-temperature-unknown': {
    name: 'Cavity temperature unknown',
    title: () => 'No cavity probe is left',
    steps: [
      'Check plugs and cables of the cavity probes',
      'Or go on without, with a named clinician; then resume heat',
    ],
  },
  'link-lost': {
    name: 'Link to the rig lost',
    title: (alarm) =>
      `Link to the rig lost${alarm.value === null ? '' : `, no telemetry for${figures(alarm)}`}`,
    did: 'No command is sent any more; the rig switches its heater off by its own watchdog.',
    steps: [
      'Stop it by its own switch',
      'Check cable and power',
      'Take command when it is back; else drain by gravity and enter the volume',
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
    title: (alarm) =>
      `The console cannot write its record${alarm.value === null ? '' : `, behind by${figures(alarm)}`}`,
    steps: ['Write readings down by hand from now on', 'Free disk space or check the disk'],
  },
  'storage-low': {
    name: 'Little disk space left',
    title: fixed('Little space on the disk of the record:'),
    steps: ['Free space on the disk of the record', 'Have paper at hand in case recording fails'],
  },
  'record-removed': {
    name: 'Record file was removed',
    title: fixed('The file of the record was removed; it is back in its place, whole'),
    steps: [
      'Find out which person or program clears the folder of the records',
      'Keep both out of it until the run is over',
    ],
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
    title: ({ subject }) => {
      const about = readAdditionSubject(subject);
      if (about === null) return 'A planned addition is due';
      return `Drug ${about.number} of ${about.of} is due: ${about.label}`;
    },
    steps: ['Ask the prescriber', 'Record what was added, or that it was not'],
  },
  'core-reading-due': {
    name: 'Core reading due',
    title: () => 'Patient core: reading by hand is due',
    steps: ['Read the patient core', 'Record the reading'],
  },
} satisfies Partial<Record<string, AlarmWords>>;
