import type { AlarmCode, AlarmKind, AlarmUnit, Priority, Reaction } from '../domain/alarm.ts';
import type { HoldReason } from '../domain/phase.ts';
import {
  aboveForProbes,
  beyond,
  cavityProbesDisagree,
  controlUnknown,
  type Finding,
  flowDeviation,
  found,
  interlocksLatched,
  probeFaults,
} from './detection.ts';
import type { Signals } from './signals.ts';

/** One row of the limits table: what is watched, how long it must last, what the console does by itself. */
export interface Condition {
  readonly code: AlarmCode;
  readonly priority: Priority;
  readonly kind: AlarmKind;
  readonly unit: AlarmUnit;
  /** How long it must last before it alarms, ms of session time. */
  readonly delayMs: number;
  readonly reaction: Reaction;
  /** The reason a hold names when the reaction holds heat or flow. */
  readonly reason: HoldReason;
  /** Where the threshold comes from. */
  readonly source: string;
  readonly detect: (signals: Signals) => readonly Finding[];
}

const quiet = { reaction: 'none', reason: 'alarm' } as const;
const heaterOff = { reaction: 'heater-off', reason: 'alarm' } as const;
const allOff = { reaction: 'heater-and-pump-off', reason: 'alarm' } as const;
const body = { kind: 'physiological' } as const;
const technical = { kind: 'technical', unit: 'none' } as const;
const celsius = { ...body, unit: 'celsius' } as const;
const proposal = 'default proposed by this project; a site signs it off';
const ceiling = 'cavity not above 43–44 °C (docs/hazards.md); default proposed by this project';

/** 46.00 °C is also what the console writes to register 5, so the rig cuts off there by itself. */
const inflowVeryHighCelsius = 46.0;

export const conditions: readonly Condition[] = [
  {
    ...celsius,
    ...quiet,
    code: 'control-temperature-high',
    priority: 'medium',
    delayMs: 10_000,
    source: 'control promise ±0.5 °C (seed text)',
    detect: (s) => (s.controlled ? beyond(s.controlCelsius, '>', s.targetCelsius + 0.5) : []),
  },
  {
    ...celsius,
    ...heaterOff,
    code: 'cavity-temperature-high',
    priority: 'high',
    delayMs: 10_000,
    source: ceiling,
    detect: (s) => aboveForProbes(s, 'cavity', '>', s.targetCelsius + 1.0),
  },
  {
    ...celsius,
    ...heaterOff,
    code: 'cavity-temperature-high',
    priority: 'high',
    delayMs: 2_000,
    source: ceiling,
    detect: (s) => aboveForProbes(s, 'cavity', '>=', 44.0),
  },
  {
    ...celsius,
    ...quiet,
    code: 'control-temperature-low',
    priority: 'low',
    delayMs: 60_000,
    source: 'control promise ±0.5 °C (seed text)',
    detect: (s) => (s.phase === 'treatment' ? beyond(s.controlCelsius, '<', s.targetCelsius - 0.5) : []),
  },
  {
    ...celsius,
    ...quiet,
    code: 'control-temperature-very-low',
    priority: 'medium',
    delayMs: 120_000,
    source: proposal,
    detect: (s) => (s.phase === 'treatment' ? beyond(s.controlCelsius, '<', s.targetCelsius - 1.5) : []),
  },
  {
    ...celsius,
    ...quiet,
    code: 'inflow-high',
    priority: 'medium',
    delayMs: 10_000,
    source: 'inflow ceiling 45.0 °C plus 0.5',
    detect: (s) => aboveForProbes(s, 'inflow', '>', 45.5),
  },
  {
    ...celsius,
    reaction: 'heater-off-bypass',
    reason: 'alarm',
    code: 'inflow-very-high',
    priority: 'high',
    delayMs: 2_000,
    source: 'register 5 of the link',
    detect: (s) => aboveForProbes(s, 'inflow', '>=', inflowVeryHighCelsius),
  },
  {
    ...technical,
    unit: 'percent',
    reaction: 'heater-off-bypass',
    reason: 'command-not-in-force',
    code: 'heater-on-while-off',
    priority: 'high',
    delayMs: 5_000,
    source: proposal,
    detect: (s) => (s.heaterRequested ? [] : beyond(s.heaterPowerPercent, '>', 2)),
  },
  {
    ...technical,
    reaction: 'heater-off-bypass',
    reason: 'command-not-in-force',
    code: 'command-not-in-force',
    priority: 'high',
    delayMs: 1_000,
    source: proposal,
    detect: (s) => found(s.commandMismatch),
  },
  {
    ...celsius,
    ...quiet,
    code: 'core-temperature-low-limit',
    priority: 'low',
    delayMs: 10_000,
    source: proposal,
    detect: (s) => beyond(s.coreCelsius, '>=', 38.5),
  },
  {
    ...celsius,
    ...quiet,
    code: 'core-temperature-medium-limit',
    priority: 'medium',
    delayMs: 10_000,
    source: proposal,
    detect: (s) => beyond(s.coreCelsius, '>=', 39.0),
  },
  {
    ...celsius,
    ...quiet,
    code: 'core-temperature-high-limit',
    priority: 'high',
    delayMs: 10_000,
    source: 'core ≥ 39.5 °C: complications, odds ratio 3.77 (10.1245/s10434-019-07495-5)',
    detect: (s) => beyond(s.coreCelsius, '>=', 39.5),
  },
  {
    ...body,
    ...quiet,
    unit: 'mlPerMin',
    code: 'flow-deviation',
    priority: 'low',
    delayMs: 30_000,
    source: proposal,
    detect: (s) => flowDeviation(s, 0.1),
  },
  {
    ...body,
    ...quiet,
    unit: 'mlPerMin',
    code: 'flow-deviation-large',
    priority: 'medium',
    delayMs: 5_000,
    source: proposal,
    detect: (s) => flowDeviation(s, 0.2),
  },
  {
    ...body,
    ...heaterOff,
    unit: 'mlPerMin',
    code: 'no-flow-with-heater',
    priority: 'high',
    delayMs: 2_000,
    source: 'below the 3 s of the rig’s own no-flow interlock',
    detect: (s) => {
      const limit = 0.1 * s.setFlowMlPerMin;
      const asked = s.heatWanted && s.setFlowMlPerMin > 0 && s.flowSteadyMs >= 5_000;
      if (!asked || s.linkLost) return [];
      return s.flowMlPerMin.value === null
        ? [{ subject: '', value: null, limit }]
        : beyond(s.flowMlPerMin, '<', limit);
    },
  },
  {
    ...body,
    ...allOff,
    unit: 'mmHg',
    code: 'inflow-line-pressure-high',
    priority: 'high',
    delayMs: 500,
    source: 'set at commissioning of the rig',
    detect: (s) => beyond(s.inflowLinePressureMmHg, '>', s.inflowLinePressureLimitMmHg),
  },
  {
    ...body,
    ...quiet,
    unit: 'mmHg',
    code: 'cavity-pressure-raised',
    priority: 'medium',
    delayMs: 30_000,
    source: 'target 10–20 mmHg, closed (10.1245/s10434-017-6279-3)',
    detect: (s) => (s.closedTechnique ? beyond(s.cavityPressureMmHg, '>', 20) : []),
  },
  {
    ...body,
    ...allOff,
    unit: 'mmHg',
    code: 'cavity-pressure-high',
    priority: 'high',
    delayMs: 10_000,
    source: proposal,
    detect: (s) => (s.closedTechnique ? beyond(s.cavityPressureMmHg, '>', 30) : []),
  },
  {
    ...body,
    ...quiet,
    unit: 'ml',
    code: 'cavity-volume-over-plan',
    priority: 'medium',
    delayMs: 2_000,
    source: proposal,
    detect: (s) => found(s.cavityVolumeMl > s.planVolumeMl + 500, s.cavityVolumeMl, s.planVolumeMl + 500),
  },
  {
    ...body,
    ...allOff,
    unit: 'ml',
    code: 'cavity-volume-over-largest',
    priority: 'high',
    delayMs: 1_000,
    source: 'largest cavity volume of the preset',
    detect: (s) => found(s.cavityVolumeMl > s.largestVolumeMl, s.cavityVolumeMl, s.largestVolumeMl),
  },
  {
    ...technical,
    ...quiet,
    code: 'probe-fault',
    priority: 'medium',
    delayMs: 1_000,
    source: proposal,
    detect: probeFaults,
  },
  {
    ...celsius,
    ...quiet,
    code: 'cavity-probes-disagree',
    priority: 'low',
    delayMs: 30_000,
    source: proposal,
    detect: (s) => (s.controlled ? cavityProbesDisagree(s, 1.0) : []),
  },
  {
    ...technical,
    reaction: 'heater-off',
    reason: 'control-temperature-unknown',
    code: 'control-temperature-unknown',
    priority: 'high',
    delayMs: 2_000,
    source: 'no heat without a known control temperature',
    detect: controlUnknown,
  },
  {
    ...technical,
    ...quiet,
    unit: 'seconds',
    code: 'link-lost',
    priority: 'high',
    delayMs: 0,
    source: 'telemetry older than 1 s (docs/link.md)',
    detect: (s) => found(s.linkLost, s.linkAgeSeconds, 1),
  },
  {
    ...technical,
    ...quiet,
    code: 'rig-restarted',
    priority: 'high',
    delayMs: 0,
    source: 'docs/link.md',
    detect: (s) => found(s.rigRestarted),
  },
  {
    ...technical,
    ...quiet,
    code: 'rig-interlock',
    priority: 'high',
    delayMs: 0,
    source: 'docs/link.md',
    detect: (s) => interlocksLatched(s, false),
  },
  {
    ...technical,
    ...quiet,
    code: 'emergency-stop',
    priority: 'high',
    delayMs: 0,
    source: 'docs/link.md',
    detect: (s) => interlocksLatched(s, true),
  },
  {
    ...technical,
    ...quiet,
    code: 'storage-failing',
    priority: 'medium',
    delayMs: 0,
    source: proposal,
    detect: (s) => found(s.storageFailing),
  },
  {
    ...technical,
    ...quiet,
    unit: 'seconds',
    code: 'clock-disagreement',
    priority: 'medium',
    delayMs: 5_000,
    source: proposal,
    detect: (s) => found(Math.abs(s.clockDisagreementSeconds) > 2, s.clockDisagreementSeconds, 2),
  },
  {
    ...technical,
    ...quiet,
    unit: 'seconds',
    code: 'screen-not-updating',
    priority: 'medium',
    delayMs: 0,
    source: proposal,
    detect: (s) => found(s.screenStaleSeconds > 5, s.screenStaleSeconds, 5),
  },
  {
    ...body,
    ...quiet,
    unit: 'seconds',
    code: 'phase-time-limit',
    priority: 'medium',
    delayMs: 0,
    source: 'preheat and heat-up 30 min, others 15 min; default proposed by this project',
    detect: (s) => {
      const limit = s.phaseLimitSeconds;
      return limit !== null && s.phaseSeconds > limit
        ? [{ subject: s.phase, value: s.phaseSeconds, limit }]
        : [];
    },
  },
  {
    ...body,
    ...quiet,
    unit: 'seconds',
    code: 'treatment-beyond-plan',
    priority: 'medium',
    delayMs: 0,
    source: proposal,
    detect: (s) => found(s.beyondPlanSeconds > 600, s.beyondPlanSeconds, 600),
  },
];
