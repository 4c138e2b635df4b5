import type { AlarmCode } from '../../../electron/domain/alarm.ts';
import { everyPhase, pumped, type Row, row } from '../expectation.ts';

/** docs/link.md, interlocks: all turn the heater off and latch; the last column says what the pump does. */
const latches = (alarm: AlarmCode, pump: 'off' | 'as-before', why: string) =>
  ({ alarm, priority: 'high', heater: 'off', pump, why }) as const;

/** The rig has turned something off by itself, and says why. */
export const interlockRows: readonly Row[] = [
  row(
    'air in line',
    { fault: 'air-in-line' },
    everyPhase,
    latches('interlock-air-in-line', 'off', 'no air into the patient: the pump stops'),
  ),
  row(
    'pump fault',
    { fault: 'pump-fault' },
    everyPhase,
    latches('interlock-pump-fault', 'off', 'a pump at fault stops'),
  ),
  row(
    'cover open',
    { fault: 'cover-open' },
    everyPhase,
    latches('interlock-cover-open', 'off', 'hands may be in the pump head'),
  ),
  row('emergency stop', { fault: 'emergency-stop' }, everyPhase, {
    ...latches('emergency-stop', 'off', 'everything off, valves closed'),
    mode: 'standby',
  }),
  row(
    'heater fault',
    { fault: 'heater-fault' },
    everyPhase,
    latches('interlock-heater-fault', 'as-before', 'unheated circulation is safe: the pump goes on'),
  ),
  row(
    'on battery',
    { fault: 'on-battery' },
    everyPhase,
    latches('interlock-on-battery', 'as-before', 'the battery carries the pump, not the heater'),
  ),
  row('inflow sensor fault', { fault: 'inflow-sensor-fault' }, everyPhase, {
    ...latches('interlock-inflow-sensor-fault', 'as-before', 'no heat that nobody can measure'),
  }),
  row(
    'reservoir low',
    { fault: 'reservoir-low', ml: 100 },
    everyPhase,
    latches('interlock-reservoir-low', 'off', 'an empty reservoir gives air'),
    {
      drain: { pump: 'as-before', why: 'a drain does not draw from the reservoir' },
      'rinse-drain': { pump: 'as-before', why: 'a drain does not draw from the reservoir' },
    },
  ),
  row('line clamped, 400 mmHg', { fault: 'over-pressure', mmHg: 400 }, pumped, {
    ...latches('interlock-over-pressure', 'off', 'above the limit of the rig, 300 mmHg'),
    also: ['inflow-line-pressure-high'],
  }),
  row('line narrow, 200 mmHg', { fault: 'over-pressure', mmHg: 200 }, pumped, {
    alarm: 'inflow-line-pressure-high',
    priority: 'high',
    heater: 'off',
    pump: 'off',
    why: 'above the limit of the site, 150 mmHg, below that of the rig',
  }),
  row(
    'watchdog latched',
    { fault: 'interlock-latched', interlock: 'watchdog-expired' },
    everyPhase,
    latches('interlock-watchdog-expired', 'as-before', 'keeps its flow in circulate and bypass'),
    {
      prime: { pump: 'off', why: 'stops in prime, fill and rinse' },
      fill: { pump: 'off', why: 'stops in prime, fill and rinse' },
      rinse: { pump: 'off', why: 'stops in prime, fill and rinse' },
    },
  ),
  row(
    'over-temperature latched',
    { fault: 'interlock-latched', interlock: 'over-temperature' },
    everyPhase,
    latches('interlock-over-temperature', 'as-before', 'the flow carries the heat away'),
  ),
  row(
    'no-flow latched',
    { fault: 'interlock-latched', interlock: 'no-flow' },
    everyPhase,
    latches('interlock-no-flow', 'as-before', 'the pump goes on trying'),
  ),
];
