import type { RunState } from '../../../../electron/protocol/state.ts';
import type { Fault } from '../../../../native-bridge/simulator/faults.ts';
import { deliversIntoCavity } from '../../../../native-bridge/simulator/physics/hydraulics.ts';
import type { Rig } from '../../../../native-bridge/simulator/rig.ts';

/** What is true of machine and patient after a tick, whatever the console believes. */
export interface Truth {
  readonly rig: Rig;
  readonly state: RunState;
  /** Power the heater draws, % of its rating. */
  readonly heaterPercent: number;
  /** Names of all faults there have been so far. */
  readonly faults: ReadonlySet<Fault['fault']>;
  /** Exchanges since HEAT OFF, PAUSE FLOW or STOP RUN was taken, none lost; `null`: heat was resumed, or it never was. */
  readonly exchangesSinceOff: number | null;
  /** Seconds the pump has stood still, as it truly does. */
  readonly stillSeconds: number;
  /** Seconds the flow has been below a tenth of what is asked, by the machine's own meter. */
  readonly noFlowSeconds: number;
  /** The highest target that was in force so far, °C: a cavity cools slowly to a lower one. */
  readonly highestTargetCelsius: number;
}

export interface TruthPromise {
  readonly says: string;
  readonly kept: (truth: Truth) => boolean;
}

/** The rig's limit is 46.0 °C; from its cut-off to what still comes out of the exchanger, K (docs/simulator.md). */
const overshootKelvin = 1.5;
/** The rig's own no-flow interlock comes after 3 s; the console's request is out one exchange after the meter. */
const noFlowSeconds = 1;
const tickSeconds = 0.1;
/** The alarm comes after 1 s, and the pump runs down with 600 mL/min each second. */
const runsOnMl = 250;

const heaterAtFault = ({ faults }: Truth): boolean => faults.has('heater-stuck-on');
/** The machine regulates by its own inflow sensor: when that lies the truth goes elsewhere (docs/safety/README.md, W-03). */
const sensorAtFault = ({ faults }: Truth): boolean =>
  faults.has('probe-drifting') || faults.has('probe-stuck') || faults.has('probe-in-jet');
/** Fluid that nobody counts, or an outflow that no meter shows (docs/safety/README.md, W-08). */
const volumeAtFault = ({ faults, rig }: Truth): boolean =>
  faults.has('fluid-added') || (faults.has('flow-blocked') && !rig.identity.features.outflowMeter);

/** What is promised of the machine and the patient themselves. */
export const truthPromises: readonly TruthPromise[] = [
  {
    says: 'one exchange after HEAT OFF, PAUSE FLOW or STOP RUN the heater draws no power',
    kept: (truth) =>
      heaterAtFault(truth) ||
      truth.exchangesSinceOff === null ||
      truth.exchangesSinceOff < 1 ||
      truth.heaterPercent === 0,
  },
  {
    says: 'whenever the heater draws power the pump turns, or has turned a tick ago',
    kept: (truth) => heaterAtFault(truth) || truth.heaterPercent === 0 || truth.stillSeconds <= tickSeconds,
  },
  {
    says: 'without flow the heater draws power no longer than a second',
    kept: (truth) =>
      heaterAtFault(truth) || truth.heaterPercent === 0 || truth.noFlowSeconds <= noFlowSeconds,
  },
  {
    says: 'what flows to the patient is never above the limit of the machine and what its exchanger holds',
    kept: (truth) => {
      const { plant, control } = truth.rig;
      if (heaterAtFault(truth) || sensorAtFault(truth)) return true;
      if (!deliversIntoCavity(control.mode) || plant.flows.intoCavity === 0) return true;
      return plant.circuit.inflowCelsius <= 46.0 + overshootKelvin;
    },
  },
  {
    says: 'no part of the cavity is ever more than 1.0 °C above the highest target so far',
    kept: (truth) => {
      const { rig, highestTargetCelsius } = truth;
      const { upperCelsius, lowerCelsius } = rig.plant.cavity;
      if (heaterAtFault(truth) || sensorAtFault(truth)) return true;
      return Math.max(upperCelsius, lowerCelsius) <= highestTargetCelsius + 1.0;
    },
  },
  {
    says: 'the cavity never holds more than the largest volume and what the pump still brings',
    kept: (truth) => {
      const { rig, state } = truth;
      if (volumeAtFault(truth)) return true;
      return rig.plant.volumes.cavityMl <= state.preset.largestCavityVolumeMl + runsOnMl;
    },
  },
  {
    says: 'a run that is complete pumps and heats nothing',
    kept: ({ rig, state }) =>
      state.phase !== 'complete' ||
      state.nowMs - state.enteredMs < 1000 ||
      state.decision !== 'none' ||
      (!rig.control.heaterEnable && !rig.control.pumpEnable),
  },
];
