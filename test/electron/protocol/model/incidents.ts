import fc from 'fast-check';
import type { OperatorAction } from '../../../../electron/domain/action.ts';
import { interlocks } from '../../../../electron/domain/circuit.ts';
import type { Fault, FaultProbe } from '../../../../native-bridge/simulator/faults.ts';
import { anyAction } from './actions.ts';

/** What a person does, or what goes wrong, this long after the one before. */
export type Incident = { readonly afterSeconds: number } & (
  | { readonly press: OperatorAction }
  | { readonly fault: Fault; readonly forSeconds: number }
);

const { constant, constantFrom, record } = fc;
const probe = constantFrom<FaultProbe>(1, 2, 3, 4);
const causes = [
  'air-in-line',
  'heater-fault',
  'pump-fault',
  'cover-open',
  'on-battery',
  'emergency-stop',
  'inflow-sensor-fault',
  'pump-stalled',
  'rig-fault',
  'rig-restart',
  'line-cut',
] as const;

/** Every fault of the simulated rig that reaches the console by its telemetry, and a cut line. */
export const anyFault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 4, arbitrary: constantFrom(...causes).map((fault): Fault => ({ fault })) },
  record({ fault: constantFrom('probe-open', 'probe-shorted', 'probe-stuck'), probe }),
  record({ fault: constant('probe-drifting'), probe, celsiusPerMin: constantFrom(-2, -0.1, 0.1, 2) }),
  record({ fault: constant('probe-in-jet'), probe: constantFrom<FaultProbe>(3, 4), share: constant(0.5) }),
  record({
    fault: constant('flow-blocked'),
    line: constantFrom('inflow', 'outflow'),
    openShare: constantFrom(0, 0.05, 0.3, 0.7),
  }),
  record({ fault: constant('flow-wrong'), share: constantFrom(0.7, 1.3) }),
  record({ fault: constant('flow-falling'), sharePerMin: constant(0.1), leastShare: constant(0.5) }),
  record({
    fault: constant('fluid-added'),
    ml: constantFrom(100, 500),
    celsius: constant(22),
    overSeconds: constant(60),
  }),
  record({ fault: constant('heater-stuck-on'), percent: constantFrom(30, 100) }),
  record({ fault: constant('heater-weak'), percent: constantFrom(0, 40) }),
  record({ fault: constant('over-pressure'), mmHg: constantFrom(200, 400) }),
  record({ fault: constant('reservoir-low'), ml: constant(100) }),
  record({ fault: constant('interlock-latched'), interlock: constantFrom(...interlocks) }),
);

/** Rather soon, or after a while. */
const afterSeconds = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 5, max: 90 }));

export const anyIncident: fc.Arbitrary<Incident> = fc.oneof(
  { weight: 2, arbitrary: record({ afterSeconds, press: anyAction }) },
  {
    weight: 1,
    arbitrary: record({ afterSeconds, fault: anyFault, forSeconds: fc.integer({ min: 1, max: 120 }) }),
  },
);
