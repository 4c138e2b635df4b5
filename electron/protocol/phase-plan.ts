import type { AlarmCode } from '../domain/alarm.ts';
import type { CircuitMode } from '../domain/circuit.ts';
import type { Phase } from '../domain/phase.ts';
import type { Preset, TreatmentMode } from '../domain/preset.ts';

/**
 * All there is to know of a phase: what the rig is told, what ends it and who confirms that, how long it may take.
 * It is entered by the exits that lead to it, under their guards. docs/phases.md is generated from this table.
 */
export interface PhasePlan {
  /** Only runs of this mode come here; `null`: both do. */
  readonly only: TreatmentMode | null;
  readonly mode: CircuitMode;
  /** Which flow is pumped: the set flow in force, or one of the preset; `none`: the pump stands. */
  readonly flow: 'set' | 'fill' | 'drain' | 'none';
  /** `inflow`: the inflow is held at target; `control`: the cascade holds the control temperature. */
  readonly heat: 'off' | 'inflow' | 'control';
  /** Which volume of the preset ends it by itself, once pumped. */
  readonly volume: 'fill' | 'rinse' | null;
  readonly limit: TimeLimit | null;
  readonly exits: readonly Exit[];
}

/** How long a phase may take before the console says so; nothing else follows from it. */
export interface TimeLimit {
  readonly minutes: number;
  readonly after: 'entry' | 'planned-minutes';
  readonly alarm: Extract<AlarmCode, 'phase-time-limit' | 'treatment-beyond-plan'>;
}

export interface Exit {
  readonly on: Trigger;
  readonly guard: Guard;
  readonly to: Phase;
}

/** Who lets each trigger happen. `clinician`: a reason and a named clinician are kept with it. */
export const confirmedBy = {
  advance: 'person',
  'start-treatment': 'person',
  'start-treatment-early': 'clinician',
  'end-treatment': 'person',
  'end-treatment-early': 'clinician',
  'leave-retained': 'reason',
  'skip-rinses': 'reason',
  'drain-now': 'person',
  'end-run': 'reason',
  'volume-reached': 'itself',
} as const satisfies Record<string, 'person' | 'reason' | 'clinician' | 'itself'>;
export type Trigger = keyof typeof confirmedBy;

/** Conditions of an exit; what each looks at stands in `guards.ts`. */
export type Guard =
  | 'none'
  | 'filled'
  | 'single-instillation'
  | 'self-test-passed'
  | 'circulating'
  | 'inflow-settled'
  | 'may-start'
  | 'control-temperature-known'
  | 'minutes-complete'
  | 'named-reason'
  | 'fluid-in-cavity'
  | 'drained-rinses-left'
  | 'drained-no-rinse-left'
  | 'retained-rinses-left'
  | 'retained-no-rinse-left'
  | 'rinses-to-skip'
  | 'rinse-to-skip';

/** brief: preheat and heat-up 30 minutes, others 15; treatment 10 beyond its plan. */
const within = (minutes: 15 | 30): TimeLimit => ({ minutes, after: 'entry', alarm: 'phase-time-limit' });
const beyondPlan: TimeLimit = { minutes: 10, after: 'planned-minutes', alarm: 'treatment-beyond-plan' };

/** By a person, wherever fluid may stand in the cavity; and the end of the run, with a reason, from everywhere. */
const drainNow: Exit = { on: 'drain-now', guard: 'fluid-in-cavity', to: 'drain' };
const endRun: Exit = { on: 'end-run', guard: 'named-reason', to: 'complete' };

const ended: readonly Exit[] = [
  { on: 'end-treatment', guard: 'minutes-complete', to: 'drain' },
  { on: 'end-treatment-early', guard: 'named-reason', to: 'drain' },
  drainNow,
  endRun,
];
const drainedExits: readonly Exit[] = [
  { on: 'advance', guard: 'drained-rinses-left', to: 'rinse' },
  { on: 'advance', guard: 'drained-no-rinse-left', to: 'disconnect' },
  { on: 'leave-retained', guard: 'retained-rinses-left', to: 'rinse' },
  { on: 'leave-retained', guard: 'retained-no-rinse-left', to: 'disconnect' },
  { on: 'skip-rinses', guard: 'rinses-to-skip', to: 'disconnect' },
  endRun,
];

/** Both modes come here, and no volume ends it. */
const usual = { only: null, volume: null } as const;

export const phasePlans: Readonly<Record<Phase, PhasePlan>> = {
  // What needs no fluid: nothing is pumped or heated in a circuit that may be dry.
  'self-test': {
    ...usual,
    mode: 'standby',
    flow: 'none',
    heat: 'off',
    limit: within(15),
    exits: [{ on: 'advance', guard: 'self-test-passed', to: 'prime' }, drainNow, endRun],
  },
  prime: {
    ...usual,
    mode: 'prime',
    flow: 'set',
    heat: 'off',
    limit: within(15),
    exits: [{ on: 'advance', guard: 'circulating', to: 'machine-test' }, drainNow, endRun],
  },
  // Pump, heater and watchdog, the circuit being full; its checks say when each runs.
  'machine-test': {
    ...usual,
    mode: 'bypass',
    flow: 'set',
    heat: 'off',
    limit: within(15),
    exits: [{ on: 'advance', guard: 'self-test-passed', to: 'preheat' }, drainNow, endRun],
  },
  preheat: {
    ...usual,
    mode: 'bypass',
    flow: 'set',
    heat: 'inflow',
    limit: within(30),
    exits: [{ on: 'advance', guard: 'inflow-settled', to: 'fill' }, drainNow, endRun],
  },
  fill: {
    ...usual,
    mode: 'fill',
    flow: 'fill',
    heat: 'inflow',
    volume: 'fill',
    limit: within(15),
    exits: [
      // The pump rests: whether what goes in comes back is for a person to see.
      { on: 'advance', guard: 'filled', to: 'heat-up' },
      { on: 'volume-reached', guard: 'single-instillation', to: 'dwell' },
      drainNow,
      endRun,
    ],
  },
  'heat-up': {
    ...usual,
    only: 'circulation',
    mode: 'circulate',
    flow: 'set',
    heat: 'control',
    limit: within(30),
    exits: [
      { on: 'start-treatment', guard: 'may-start', to: 'treatment' },
      { on: 'start-treatment-early', guard: 'control-temperature-known', to: 'treatment' },
      drainNow,
      endRun,
    ],
  },
  treatment: {
    ...usual,
    only: 'circulation',
    mode: 'circulate',
    flow: 'set',
    heat: 'control',
    limit: beyondPlan,
    exits: ended,
  },
  // Fluid stands in the cavity, which nothing can heat: pump and heater off, valves closed.
  dwell: {
    ...usual,
    only: 'single-instillation',
    mode: 'standby',
    flow: 'none',
    heat: 'off',
    limit: beyondPlan,
    exits: ended,
  },
  drain: {
    ...usual,
    mode: 'drain',
    flow: 'drain',
    heat: 'off',
    limit: within(15),
    exits: drainedExits,
  },
  rinse: {
    ...usual,
    mode: 'rinse',
    flow: 'fill',
    heat: 'off',
    volume: 'rinse',
    limit: within(15),
    exits: [
      { on: 'volume-reached', guard: 'none', to: 'rinse-drain' },
      // Nothing has been pumped yet: the pump rests until somebody has seen that fresh fluid is connected.
      { on: 'skip-rinses', guard: 'rinse-to-skip', to: 'disconnect' },
      drainNow,
      endRun,
    ],
  },
  'rinse-drain': {
    ...usual,
    mode: 'drain',
    flow: 'drain',
    heat: 'off',
    limit: within(15),
    exits: drainedExits,
  },
  disconnect: {
    ...usual,
    mode: 'standby',
    flow: 'none',
    heat: 'off',
    limit: within(15),
    exits: [{ on: 'advance', guard: 'none', to: 'complete' }, drainNow, endRun],
  },
  complete: {
    ...usual,
    mode: 'standby',
    flow: 'none',
    heat: 'off',
    limit: null,
    exits: [],
  },
};

/** Circulating at temperature, or standing in the cavity. */
export const isTreating = (phase: Phase): boolean => phase === 'treatment' || phase === 'dwell';

/** Whether runs of a mode come to a phase. */
export function isInMode(phase: Phase, mode: TreatmentMode): boolean {
  const { only } = phasePlans[phase];
  return only === null || only === mode;
}

/** Modes in which fluid goes into the patient. */
export const intoPatient = (mode: CircuitMode): boolean =>
  mode === 'fill' || mode === 'circulate' || mode === 'rinse';

/** What is planned, and the set flow in force. */
export interface Flows {
  readonly preset: Pick<Preset, 'fillFlowMlPerMin' | 'drainFlowMlPerMin'>;
  readonly setFlowMlPerMin: number;
}

export function phaseFlowMlPerMin(phase: Phase, { preset, setFlowMlPerMin }: Flows): number {
  switch (phasePlans[phase].flow) {
    case 'set':
      return setFlowMlPerMin;
    case 'fill':
      return preset.fillFlowMlPerMin;
    case 'drain':
      return preset.drainFlowMlPerMin;
    case 'none':
      return 0;
  }
}

/** Volume that ends a phase by itself, mL; `null`: no volume does. */
export function phaseVolumeMl(phase: Phase, preset: Preset): number | null {
  const { volume } = phasePlans[phase];
  if (volume === null) return null;
  return volume === 'fill' ? preset.fillVolumeMl : preset.rinses.volumeMl;
}
