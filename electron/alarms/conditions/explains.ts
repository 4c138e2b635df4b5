import type { AlarmCode } from '../../domain/alarm.ts';

const flow: readonly AlarmCode[] = ['flow-deviation', 'flow-deviation-large', 'no-flow-with-heater'];
const cold: readonly AlarmCode[] = ['control-temperature-low', 'control-temperature-very-low'];
const unheard: readonly AlarmCode[] = [
  ...flow,
  ...cold,
  'probe-fault',
  'cavity-probes-disagree',
  'control-temperature-unknown',
  'command-not-in-force',
  'heater-on-while-off',
  'clock-disagreement',
];

/** What an alarm brings with it by itself: shown under it, not beside it. No alarm explains itself in a round. */
export const explains: Readonly<Partial<Record<AlarmCode, readonly AlarmCode[]>>> = {
  'link-lost': unheard,
  'rig-restarted': [...flow, ...cold, 'command-not-in-force', 'clock-disagreement'],
  'emergency-stop': [...flow, ...cold, 'command-not-in-force'],
  'rig-interlock': [...flow, ...cold],
  'no-flow-with-heater': ['flow-deviation', 'flow-deviation-large', ...cold],
  'flow-deviation-large': ['flow-deviation'],
  'control-temperature-unknown': ['probe-fault', 'cavity-probes-disagree'],
  'cavity-temperature-high': ['control-temperature-high'],
  'control-temperature-very-low': ['control-temperature-low'],
  'inflow-very-high': ['inflow-high'],
  'core-temperature-high-limit': ['core-temperature-medium-limit', 'core-temperature-low-limit'],
  'core-temperature-medium-limit': ['core-temperature-low-limit'],
  'cavity-pressure-high': ['cavity-pressure-raised'],
  'cavity-volume-over-largest': ['cavity-volume-over-plan'],
};
