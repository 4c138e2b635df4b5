import type { Words } from './dictionary.ts';

export const phase: Words['phase'] = {
  'self-test': 'Self-test',
  prime: 'Prime',
  'machine-test': 'Machine test',
  preheat: 'Preheat',
  fill: 'Fill',
  'heat-up': 'Heat-up',
  treatment: 'Treatment',
  dwell: 'Dwell',
  drain: 'Drain',
  rinse: 'Rinse',
  'rinse-drain': 'Rinse drain',
  disconnect: 'Disconnect',
  complete: 'Complete',
};

export const circuitMode: Words['circuitMode'] = {
  standby: 'Standby',
  prime: 'Prime',
  bypass: 'Bypass',
  fill: 'Fill',
  circulate: 'Circulate',
  drain: 'Drain',
  rinse: 'Rinse',
};

export const rigState: Words['rigState'] = {
  'power-up': 'Power-up',
  standby: 'Standby',
  running: 'Running',
  safe: 'Safe state',
  fault: 'Fault',
  'self-test': 'Self-test',
};

export const interlock: Words['interlock'] = {
  'watchdog-expired': 'Watchdog expired',
  'over-temperature': 'Over-temperature',
  'no-flow': 'No flow',
  'air-in-line': 'Air in line',
  'reservoir-low': 'Reservoir low',
  'over-pressure': 'Over-pressure',
  'heater-fault': 'Heater fault',
  'pump-fault': 'Pump fault',
  'cover-open': 'Cover open',
  'on-battery': 'On battery',
  'emergency-stop': 'Emergency stop',
  'inflow-sensor-fault': 'Inflow sensor fault',
};

export const probeSite: Words['probeSite'] = {
  inflow: 'inflow',
  outflow: 'outflow',
  'cavity-upper': 'upper cavity',
  'cavity-lower': 'lower cavity',
  'not-used': 'not used',
};

export const missing: Words['missing'] = {
  open: 'open circuit',
  shorted: 'shorted',
  'out-of-range': 'out of range',
  'not-fitted': 'not fitted',
  stuck: 'stuck',
  outvoted: 'outvoted',
  ignored: 'ignored for a while',
  'no-value': 'no value',
  'link-lost': 'link lost',
  'no-telemetry': 'no telemetry',
};

export const hold: Words['hold'] = {
  operator: 'held by the operator',
  'stop-run': 'held by STOP RUN',
  alarm: 'held by an alarm',
  interlock: 'held by an interlock of the rig',
  'link-lost': 'held since the link was lost',
  'rig-restarted': 'held since the rig restarted',
  'console-restarted': 'held since the console was started again',
  'control-temperature-unknown': 'held, control temperature unknown',
  'inflow-unknown': 'held, inflow temperature unknown',
  'cavity-unknown': 'held, no cavity probe left',
  'inflow-contradicted': 'held, the heat balance contradicts the inflow sensor',
  'core-too-hot': 'held, the patient’s core is too hot',
  'command-not-in-force': 'held, the rig did not follow a command',
  'console-fault': 'held after a fault of the console',
};

export const outcome: Words['outcome'] = {
  completed: 'Completed',
  'ended-early': 'Ended early',
  stopped: 'Stopped',
  aborted: 'Aborted',
  interrupted: 'Interrupted',
};

export const interruptionCause: Words['interruptionCause'] = {
  'console-ended': 'the console ended',
  'computer-restarted': 'the computer was restarted',
  unknown: 'cause not known',
  standstill: 'the computer stood still',
};

export const setUpCheck: Words['setUpCheck'] = {
  'consent-seen': 'Consent seen',
  'identity-checked': 'Patient identity checked',
  'circuit-fitted': 'Circuit and disposables fitted',
  'catheters-placed': 'Catheters placed',
  'probes-placed': 'Probes placed, sites as entered',
  'drug-prepared': 'Drug prepared as entered',
  'alarms-tried': 'Alarms heard, three colours seen',
};

export const action: Words['action'] = {
  'heat-off': 'HEAT OFF',
  'pause-flow': 'PAUSE FLOW',
  'stop-run': 'STOP RUN',
  'drain-now': 'DRAIN NOW',
  advance: 'Go on',
  'start-treatment': 'Start treatment',
  'confirm-return': 'Return seen',
  'confirm-fresh-fluid': 'Fresh fluid connected',
  'record-fluid': 'Record fluid',
  'resume-heat': 'Resume heat',
  'resume-flow': 'Resume flow',
  'circulate-unheated': 'Circulate unheated',
  'take-command': 'Take command again',
  'clear-interlocks': 'Clear interlocks',
  'end-treatment': 'End treatment',
  'extend-until-in-band': 'Extend until in band',
  'extend-by': 'Extend the treatment',
  'control-by-outflow': 'Control by the outflow',
  'go-on-without-cavity': 'Go on without a cavity probe',
  'ignore-probe': 'Ignore a probe for 5 min',
  'change-target': 'Change target',
  'end-run': 'End run',
  acknowledge: 'Acknowledge',
  'pause-audio': 'Pause audio',
  'resume-audio': 'Audio on',
  'change-alarm-limit': 'Change alarm limit',
  'record-drug': 'Record drug',
  'addition-not-given': 'Planned addition not given',
  'record-note': 'Record note',
  'record-reading': 'Record reading',
  'change-flow': 'Change flow',
  'leave-retained': 'Go on, fluid not recovered',
  'skip-rinses': 'Skip the rinses',
  'leave-bypass': 'Leave bypass',
  'lift-core-hold': 'Lift the core hold',
};

export const clockStop: Words['clockStop'] = {
  'not-started': 'treatment not started',
  'below-band': 'below band',
  'above-band': 'above band',
  'temperature-unknown': 'control temperature unknown',
  'not-circulating': 'not circulating',
  'link-lost': 'link lost',
  ended: 'treatment ended',
  'not-judged': 'not judged, nothing circulates',
  'no-drug': 'no drug recorded',
  'not-filled': 'drug not in the cavity yet',
  drained: 'cavity drained',
};

export const phaseCause: Words['phaseCause'] = {
  advance: 'confirmed',
  start: '',
  'start-treatment': 'started',
  'start-treatment-early': 'started before the conditions were met',
  'end-treatment': 'treatment ended',
  'end-treatment-early': 'treatment ended early',
  'drain-now': 'DRAIN NOW',
  'end-run': 'run ended by the operator',
  'volume-reached': 'planned volume reached',
  'leave-retained': 'fluid not recovered, with a reason',
  'skip-rinses': 'rinses skipped, with a reason',
};

export const readingKind: Words['readingKind'] = {
  'core-temperature': 'Core temperature',
  ascites: 'Ascites',
  'drained-volume': 'Drained, measured',
  'cavity-pressure': 'Cavity pressure',
};

export const fluidKind: Words['fluidKind'] = {
  irrigation: 'Irrigation',
  ascites: 'Ascites',
  'other-in': 'Other, in',
  suction: 'Suction',
  'ascites-removed': 'Ascites removed',
  sample: 'Sample',
  'other-out': 'Other, out',
};
export const fluidWay: Words['fluidWay'] = { in: 'Fluid in', out: 'Fluid out' };

export const treatmentMode: Words['treatmentMode'] = {
  circulation: 'Circulation',
  'single-instillation': 'Single instillation',
};

export const selfTestCheck: Words['selfTestCheck'] = {
  link: 'Link',
  probes: 'Probes',
  interlocks: 'Interlocks',
  pump: 'Pump',
  heater: 'Heater',
  watchdog: 'Watchdog',
  rest: 'Rest',
};

export const linkCounter: Words['linkCounter'] = {
  exchanges: 'Exchanges',
  timeouts: 'Time-outs',
  crcErrors: 'CRC errors',
  blockCrcErrors: 'Block CRC errors',
  shortFrames: 'Short frames',
  exceptions: 'Exceptions',
  staleEchoes: 'Stale echoes',
  noiseBytes: 'Noise bytes',
  reconnects: 'Reconnects',
};

export const sex: Words['sex'] = { female: 'Female', male: 'Male', other: 'Other', unknown: 'Unknown' };
export const cavity: Words['cavity'] = { peritoneal: 'Peritoneal', pleural: 'Pleural', bladder: 'Bladder' };
export const technique: Words['technique'] = { open: 'Open', closed: 'Closed' };
export const setting: Words['setting'] = {
  'intra-operative': 'Intra-operative',
  'post-operative': 'Post-operative',
  percutaneous: 'Percutaneous',
};
export const controlSite: Words['controlSite'] = { inflow: 'Inflow', cavity: 'Cavity', outflow: 'Outflow' };

export const priority: Words['priority'] = { low: 'Low', medium: 'Medium', high: 'High' };
export const alarmKind: Words['alarmKind'] = { physiological: 'Physiological', technical: 'Technical' };
export const reaction: Words['reaction'] = {
  none: '',
  'heater-off': 'Heater switched off.',
  'heater-off-bypass': 'Heater switched off, flow led through bypass.',
  'heater-and-pump-off': 'Heater and pump switched off.',
};

export const actor: Words['actor'] = {
  console: 'Console',
  rig: 'Rig',
  unattended: 'Unattended operator',
  unknown: 'not named',
};

export const audioOn: Words['audioOn'] = {
  'time-up': 'the pause is over',
  'new-alarm': 'a new alarm broke through',
  person: 'switched on',
};

export const alarmLimit: Words['alarmLimit'] = {
  'control-above-target': 'Control temperature above target by',
  'cavity-above-target': 'Cavity probe above target by',
  'cavity-highest': 'Cavity probe at most',
  'control-below-target': 'Control temperature below target by',
  'control-far-below-target': 'Control temperature far below target by',
  'inflow-highest': 'Inflow at most',
  'core-low': 'Patient core, low alarm from',
  'core-medium': 'Patient core, medium alarm from',
  'core-high': 'Patient core, high alarm from',
  'flow-off': 'Flow off its set-point by',
  'flow-far-off': 'Flow far off its set-point by',
  'cavity-pressure-raised': 'Cavity pressure, medium alarm above',
  'cavity-pressure-high': 'Cavity pressure, high alarm above',
  'volume-over-plan': 'Cavity volume over plan by',
};

export const role: Words['role'] = {
  perfusionist: 'Perfusionist',
  'or-staff': 'OR staff',
  clinician: 'Clinician',
  service: 'Service engineer',
};
