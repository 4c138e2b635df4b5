import type { Phase } from '../../../electron/domain/phase.ts';
import type { Fault } from '../../../native-bridge/simulator/faults.ts';
import { controlled, type Expectation, everyPhase, type Row, row } from '../expectation.ts';

/** The rig's own limit of the inflow: what its sensor makes of it, a patient shall not get more, °C (docs/link.md). */
const rigLimitCelsius = 47;
/** A person waits for it: the self-test does not pass a placed probe without a value. */
const failsSelfTest: Partial<Expectation> = { fails: 'probes' };
const told = (subject: string, why: string) =>
  ({ alarm: 'probe-fault', subject, priority: 'medium', why }) as const;

/** The self-test waits for probes that answer. */
const afterSelfTest = everyPhase.filter((phase) => phase !== 'self-test');
const loose = (probe: 1 | 2 | 3 | 4, everySeconds: number, badSeconds: number): Fault => ({
  fault: 'probe-intermittent',
  probe,
  everySeconds,
  badSeconds,
});
const oftenTold = (subject: string): Partial<Expectation> => ({
  ...told(subject, 'never gone for long, and gone a third of the time: named within 10 s'),
  limit: 'often-missing',
});

/** A value that is gone, stands still, or leaves the truth. */
export const probeRows: readonly Row[] = [
  row(
    'T1 open',
    { fault: 'probe-open', probe: 1 },
    everyPhase,
    {
      alarm: 'interlock-inflow-sensor-fault',
      priority: 'high',
      heater: 'off',
      why: 'the rig cuts its heater without its own sensor; the pump goes on',
    },
    { 'self-test': failsSelfTest },
  ),
  row(
    'T2 open',
    { fault: 'probe-open', probe: 2 },
    everyPhase,
    told('T2', 'the outflow probe controls nothing: told, nothing turned off'),
    { 'self-test': failsSelfTest },
  ),
  row(
    'T3 open',
    { fault: 'probe-open', probe: 3 },
    everyPhase,
    told('T3', 'the other cavity probe holds the temperature'),
    { 'self-test': failsSelfTest },
  ),
  row(
    'T4 shorted',
    { fault: 'probe-shorted', probe: 4 },
    everyPhase,
    told('T4', 'the other cavity probe holds the temperature'),
    { 'self-test': failsSelfTest },
  ),
  row(
    'T1 stuck',
    { fault: 'probe-stuck', probe: 1 },
    everyPhase,
    { ...told('T1', 'nothing is heated by it'), watchSeconds: 60 },
    {
      preheat: blindInflow('the inflow is what is controlled here'),
      fill: blindInflow('the inflow is what is controlled here'),
      ...inPhases(controlled, {
        alarm: 'inflow-probe-lost',
        heater: 'off',
        reactsWithinMs: 1300,
        why: 'limit and cut-off of the inflow are blind: told after 1 s, heat is held after 2 s',
      }),
    },
  ),
  row('T3 stuck', { fault: 'probe-stuck', probe: 3 }, everyPhase, {
    ...told('T3', 'the same value to 0.001 °C for 30 s'),
    watchSeconds: 60,
  }),
  row('T3 loose, 0.5 s of every 1.5 s', loose(3, 1.5, 0.5), afterSelfTest, oftenTold('T3')),
  row('T4 loose, 1.7 s of every 5 s', loose(4, 5, 1.7), afterSelfTest, oftenTold('T4')),
  row('T2 loose, 0.2 s of every 0.5 s', loose(2, 0.5, 0.2), afterSelfTest, oftenTold('T2')),
  row('T1 loose, 0.5 s of every 1.5 s', loose(1, 1.5, 0.5), controlled, {
    alarm: 'interlock-inflow-sensor-fault',
    priority: 'high',
    also: ['inflow-probe-lost'],
    heater: 'off',
    why: 'the rig cuts its heater at the first time it has no sensor of its own',
  }),
  row('T3 drifts +1 °C/min', { fault: 'probe-drifting', probe: 3, celsiusPerMin: 1 }, controlled, {
    alarm: 'probe-outvoted',
    subject: 'T3',
    priority: 'medium',
    watchSeconds: 150,
    why: 'the outflow witnesses against it',
  }),
  row('T4 drifts −1 °C/min', { fault: 'probe-drifting', probe: 4, celsiusPerMin: -1 }, controlled, {
    alarm: 'probe-outvoted',
    subject: 'T4',
    priority: 'medium',
    watchSeconds: 150,
    why: 'the outflow witnesses against it',
  }),
  row('T3 drifts up in the dwell', { fault: 'probe-drifting', probe: 3, celsiusPerMin: 5 }, ['dwell'], {
    alarm: 'cavity-temperature-high',
    subject: 'T3',
    priority: 'high',
    heater: 'off',
    watchSeconds: 200,
    why: 'nothing flows that could witness: the hottest probe counts',
  }),
  row('T1 drifts +1 °C/min', { fault: 'probe-drifting', probe: 1, celsiusPerMin: 1 }, ['treatment'], {
    alarm: 'interlock-over-temperature',
    priority: 'high',
    foretold: 'control-temperature-low',
    inflowBelowCelsius: rigLimitCelsius,
    also: ['inflow-contradicted', 'inflow-high', 'control-temperature-very-low'],
    heater: 'off',
    watchSeconds: 400,
    why: 'it starves the cavity, which tells; then the rig believes its sensor: the safe side',
  }),
  row('T1 drifts −0.5 °C/min', { fault: 'probe-drifting', probe: 1, celsiusPerMin: -0.5 }, controlled, {
    alarm: 'inflow-contradicted',
    subject: 'T1',
    priority: 'medium',
    heater: 'off',
    inflowBelowCelsius: rigLimitCelsius,
    watchSeconds: 300,
    why: 'the true inflow leaves its ceiling behind, heated by a sensor that reads too low: the heater gives more than that inflow needs',
  }),
  row('T3 nears the inflow jet', { fault: 'probe-in-jet', probe: 3, share: 0.4 }, ['treatment'], {
    alarm: 'probe-outvoted',
    subject: 'T3',
    priority: 'medium',
    watchSeconds: 150,
    why: 'it tells the inflow, not the cavity: the outflow witnesses against it',
  }),
  row('T3 in the inflow jet', { fault: 'probe-in-jet', probe: 3, share: 1 }, controlled, {
    alarm: 'cavity-temperature-high',
    subject: 'T3',
    priority: 'high',
    limit: 'cavity-highest',
    heater: 'off',
    why: 'too sudden for a witness: the hottest valid probe counts, the safe side',
  }),
  row(
    'core probe open',
    { fault: 'probe-open', probe: 'core' },
    everyPhase,
    { alarm: 'core-probe-lost', priority: 'low', why: 'it can be read by hand; more urgent after 10 min' },
    inPhases(['self-test', 'prime', 'machine-test', 'preheat', 'disconnect'], {
      alarm: null,
      why: 'no warm fluid is in the patient, nor comes there',
    }),
  ),
  row('core rises to 39.5 °C', { fault: 'probe-drifting', probe: 'core', celsiusPerMin: 5 }, everyPhase, {
    alarm: 'core-temperature-high-limit',
    priority: 'high',
    also: ['core-temperature-medium-limit'],
    foretold: 'core-temperature-low-limit',
    watchSeconds: 75,
    why: 'told in three steps; heat is for people to decide',
  }),
];

/** Without the control temperature nothing is heated. */
function blindInflow(why: string): Partial<Expectation> {
  return {
    alarm: 'control-temperature-unknown',
    subject: '',
    priority: 'high',
    also: ['inflow-probe-lost'],
    heater: 'off',
    why,
  };
}

function inPhases(phases: readonly Phase[], exception: Partial<Expectation>): Row['but'] {
  return Object.fromEntries(phases.map((phase) => [phase, exception]));
}
