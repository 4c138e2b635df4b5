import type { AlarmCode } from '../../electron/domain/alarm.ts';
import { isCavity } from '../../electron/domain/case.ts';
import { type Interlock, interlockBit } from '../../electron/domain/circuit.ts';
import type { Intent } from '../../electron/domain/command.ts';
import type { Reading } from '../../electron/domain/reading.ts';
import type { Telemetry } from '../../electron/domain/telemetry.ts';
import type { RunState } from '../../electron/protocol/state.ts';

/** What one tick asked, heard and thought. */
export interface Moment {
  readonly nowMs: number;
  readonly intent: Intent;
  readonly telemetry: Telemetry;
  readonly state: RunState;
}

/** Is the limit of an alarm passed in the signals? Written down a second time, for the delay to be judged by. */
type Passed = (moment: Moment, subject: string) => boolean;

const stuckMs = 30_000;
const setFlow = ({ intent }: Moment): number => (intent.pumpEnable ? intent.flowSetpointMlPerMin : 0);
const above = ({ value }: Reading, limit: number): boolean => value !== null && value > limit;
const flowOff =
  (share: number): Passed =>
  (moment) => {
    const flow = moment.telemetry.flowMlPerMin.value ?? 0;
    return setFlow(moment) > 0 && Math.abs(flow - setFlow(moment)) > share * setFlow(moment);
  };
const noFlow: Passed = (moment) => (moment.telemetry.flowMlPerMin.value ?? 0) < 0.1 * setFlow(moment);
const latched =
  (interlock: Interlock): Passed =>
  ({ telemetry }) =>
    (telemetry.interlockBits & interlockBit(interlock)) !== 0;
const coreAtLeast =
  (celsius: number): Passed =>
  ({ telemetry }) =>
    (telemetry.coreCelsius.value ?? 0) >= celsius;

/** Without a value on the wire, or with the same one for 30 s. */
function probeGone({ telemetry, state, nowMs }: Moment, probe: number): boolean {
  const gone = telemetry.probesCelsius[probe]?.value === null;
  return gone || nowMs - (state.probeHistory.sinceMs[probe] ?? nowMs) >= stuckMs;
}

const cavityAbove =
  (limit: (targetCelsius: number) => number): Passed =>
  ({ telemetry, state }, subject) => {
    const probe = Number(subject.slice(1)) - 1;
    const celsius = telemetry.probesCelsius[probe]?.value ?? Number.NEGATIVE_INFINITY;
    return isCavity(state.sites[probe] ?? 'not-used') && celsius > limit(state.targetCelsius);
  };

/** For every alarm that a row of the matrix expects; readings come in steps of 0.001 °C. */
export const passed: Readonly<Partial<Record<AlarmCode | 'cavity-highest' | 'often-missing', Passed>>> = {
  'probe-fault': (moment, subject) => probeGone(moment, Number(subject.slice(1)) - 1),
  // A rule over some seconds: time counts from the fault.
  'often-missing': () => true,
  'inflow-probe-lost': (moment) => probeGone(moment, 0),
  'inflow-contradicted': ({ state }) => Math.abs(state.inflowBalance.offKelvin ?? 0) > 0.8,
  'control-temperature-unknown': (moment) =>
    moment.state.control.site === 'inflow'
      ? probeGone(moment, 0)
      : probeGone(moment, 2) && probeGone(moment, 3),
  'probe-outvoted': ({ state }, subject) =>
    state.probesCelsius[Number(subject.slice(1)) - 1]?.missing === 'outvoted',
  'core-probe-lost': ({ telemetry }) => telemetry.coreCelsius.value === null,
  'core-temperature-high-limit': coreAtLeast(39.5),
  'cavity-temperature-high': cavityAbove((target) => target + 1),
  'cavity-highest': cavityAbove(() => 43.9995),
  'control-temperature-low': ({ state }) =>
    state.control.celsius.value !== null && state.control.celsius.value < state.targetCelsius - 0.5,
  'target-unreachable': ({ state }) => state.estimate.state === 'unreachable',
  'no-flow-with-heater': noFlow,
  'flow-missing': noFlow,
  'flow-deviation': flowOff(0.1),
  'flow-deviation-large': flowOff(0.2),
  'drain-blocked': ({ state }) =>
    state.volumes.drySeconds >= 10 && state.volumes.cavityMl > 0.1 * state.preset.fillVolumeMl,
  'inflow-high': ({ telemetry }) => above(telemetry.probesCelsius[0], 45.5),
  'inflow-line-pressure-high': ({ telemetry }) => above(telemetry.inflowLinePressureMmHg, 150),
  'cavity-pressure-raised': ({ telemetry }) => above(telemetry.cavityPressureMmHg, 20),
  'return-missing': ({ telemetry }) =>
    (telemetry.outflowMlPerMin.value ?? 0) < 0.5 * (telemetry.flowMlPerMin.value ?? 0),
  'reservoir-falling': ({ telemetry, state }) =>
    (state.returns.levelAtStartMl ?? 0) - (telemetry.reservoirMl.value ?? 0) - state.volumes.circulationMl >
    0.1 * state.preset.fillVolumeMl,
  'cavity-volume-over-largest': ({ state }) => state.volumes.cavityMl > state.preset.largestCavityVolumeMl,
  'heater-on-while-off': ({ telemetry, intent }) => telemetry.heaterPowerPercent > 2 && !intent.heaterEnable,
  'pump-on-while-off': ({ telemetry, intent, state }) =>
    !intent.pumpEnable &&
    (telemetry.pumpSpeedRpm > 0 || above(telemetry.flowMlPerMin, 0.1 * state.preset.flowMlPerMin)),
  'command-not-in-force': ({ telemetry: { inForce, interlockBits }, intent }) =>
    interlockBits === 0 &&
    (inForce.pumpEnable !== intent.pumpEnable || inForce.heaterEnable !== intent.heaterEnable),
  'phase-time-limit': ({ state, nowMs }) => nowMs - state.enteredMs > 30 * 60_000,
  'interlock-watchdog-expired': latched('watchdog-expired'),
  'interlock-over-temperature': latched('over-temperature'),
  'interlock-no-flow': latched('no-flow'),
  'interlock-air-in-line': latched('air-in-line'),
  'interlock-reservoir-low': latched('reservoir-low'),
  'interlock-over-pressure': latched('over-pressure'),
  'interlock-heater-fault': latched('heater-fault'),
  'interlock-pump-fault': latched('pump-fault'),
  'interlock-cover-open': latched('cover-open'),
  'interlock-on-battery': latched('on-battery'),
  'interlock-inflow-sensor-fault': latched('inflow-sensor-fault'),
  'emergency-stop': latched('emergency-stop'),
};
