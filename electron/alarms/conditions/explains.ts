import type { AlarmCode } from '../../domain/alarm.ts';

const flow: readonly AlarmCode[] = [
  'flow-falling',
  'flow-deviation',
  'flow-deviation-large',
  'flow-missing',
  'no-flow-with-heater',
];
const cold: readonly AlarmCode[] = [
  'target-unreachable',
  'control-temperature-low',
  'control-temperature-very-low',
];
const standing: readonly AlarmCode[] = [...flow, ...cold, 'drain-blocked'];
const unheard: readonly AlarmCode[] = [
  ...standing,
  'probe-fault',
  'probe-outvoted',
  'last-cavity-probe-doubted',
  'inflow-probe-lost',
  'inflow-contradicted',
  'core-probe-lost',
  'cavity-probes-disagree',
  'control-temperature-unknown',
  'cavity-temperature-unknown',
  'command-not-in-force',
  'heater-on-while-off',
  'clock-disagreement',
  'interlock-watchdog-expired',
];

/** What an alarm brings with it by itself: shown under it, not beside it. Nothing explains itself in a round. */
export const explains: Readonly<Partial<Record<AlarmCode, readonly AlarmCode[]>>> = {
  'link-lost': unheard,
  'rig-restarted': [...standing, 'command-not-in-force', 'clock-disagreement'],
  'emergency-stop': [...standing, 'command-not-in-force'],
  'interlock-watchdog-expired': standing,
  'interlock-over-temperature': [...cold, 'inflow-very-high', 'inflow-high'],
  'interlock-no-flow': standing,
  'interlock-air-in-line': standing,
  'interlock-reservoir-low': standing,
  'interlock-over-pressure': [...standing, 'inflow-line-pressure-high'],
  'interlock-heater-fault': cold,
  'interlock-pump-fault': standing,
  'interlock-cover-open': standing,
  'interlock-on-battery': cold,
  // Before the cavity is filled the inflow is the control temperature.
  'interlock-inflow-sensor-fault': [
    ...cold,
    'inflow-probe-lost',
    'inflow-contradicted',
    'probe-fault',
    'control-temperature-unknown',
  ],
  'command-not-in-force': standing,
  'console-fault': cold,
  // The other one's commands are in force.
  'another-console': [...standing, 'command-not-in-force'],
  'inflow-line-pressure-high': ['flow-falling', 'flow-deviation', 'flow-deviation-large', 'flow-missing'],
  'no-flow-with-heater': ['flow-falling', 'flow-deviation', 'flow-deviation-large', ...cold],
  'flow-missing': ['flow-falling', 'flow-deviation', 'flow-deviation-large'],
  'flow-deviation-large': ['flow-falling', 'flow-deviation'],
  'flow-deviation': ['flow-falling'],
  'control-temperature-unknown': [
    'probe-fault',
    'probe-outvoted',
    'last-cavity-probe-doubted',
    'inflow-probe-lost',
    'cavity-probes-disagree',
  ],
  'cavity-temperature-unknown': ['probe-fault', 'probe-outvoted', 'cavity-probes-disagree'],
  'inflow-contradicted': cold,
  'probe-outvoted': ['cavity-probes-disagree'],
  'cavity-temperature-high': ['control-temperature-high', 'cavity-temperature-rising'],
  'control-temperature-high': ['cavity-temperature-rising'],
  'control-temperature-very-low': ['control-temperature-low'],
  'inflow-very-high': ['inflow-high'],
  'core-temperature-high-limit': ['core-temperature-medium-limit', 'core-temperature-low-limit'],
  'core-temperature-medium-limit': ['core-temperature-low-limit'],
  'core-probe-lost': ['core-reading-due'],
  'return-missing': ['return-unseen'],
  'cavity-pressure-high': ['cavity-pressure-raised'],
  'cavity-volume-over-largest': ['cavity-volume-over-plan'],
  'storage-failing': ['storage-low'],
  'screen-not-updating': ['audio-not-working'],
};
