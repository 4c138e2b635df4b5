import type { Actor } from './actor.ts';

/** Priority by IEC 60601-1-8 practice; the order is from least to most urgent. */
export const priorities = ['low', 'medium', 'high'] as const;
export type Priority = (typeof priorities)[number];

export const alarmKinds = ['physiological', 'technical'] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/** What the console does by itself when the condition comes. */
export const reactions = ['none', 'heater-off', 'heater-off-bypass', 'heater-and-pump-off'] as const;
export type Reaction = (typeof reactions)[number];

/** Every condition the console knows; texts in `text/`, detection in `alarms/conditions.ts`. */
export const alarmCodes = [
  'control-temperature-high',
  'cavity-temperature-high',
  'cavity-temperature-rising',
  'control-temperature-low',
  'control-temperature-very-low',
  'inflow-high',
  'inflow-very-high',
  'heater-on-while-off',
  'command-not-in-force',
  'pump-on-while-off',
  'console-fault',
  'machine-still-pumps',
  'another-console',
  'core-temperature-low-limit',
  'core-temperature-medium-limit',
  'core-temperature-high-limit',
  'target-unreachable',
  'flow-deviation',
  'flow-deviation-large',
  'flow-falling',
  'flow-missing',
  'drain-blocked',
  'drain-unfinished',
  'no-flow-with-heater',
  'inflow-line-pressure-high',
  'cavity-pressure-raised',
  'cavity-pressure-high',
  'return-missing',
  'return-unseen',
  'reservoir-falling',
  'cavity-volume-over-plan',
  'cavity-volume-over-largest',
  'probe-fault',
  'probe-outvoted',
  'last-cavity-probe-doubted',
  'inflow-probe-lost',
  'inflow-contradicted',
  'core-probe-lost',
  'cavity-probes-disagree',
  'control-temperature-unknown',
  'cavity-temperature-unknown',
  'link-lost',
  'rig-restarted',
  'interlock-watchdog-expired',
  'interlock-over-temperature',
  'interlock-no-flow',
  'interlock-air-in-line',
  'interlock-reservoir-low',
  'interlock-over-pressure',
  'interlock-heater-fault',
  'interlock-pump-fault',
  'interlock-cover-open',
  'interlock-on-battery',
  'interlock-inflow-sensor-fault',
  'emergency-stop',
  'storage-failing',
  'storage-low',
  'record-removed',
  'clock-disagreement',
  'screen-not-updating',
  'audio-not-working',
  'phase-time-limit',
  'treatment-beyond-plan',
  'addition-due',
  'core-reading-due',
] as const;
export type AlarmCode = (typeof alarmCodes)[number];

/** Which signal an alarm value belongs to; decides unit and decimals on screen and in the report. `kelvin`: a difference. */
export const alarmUnits = [
  'celsius',
  'kelvin',
  'mlPerMin',
  'mmHg',
  'ml',
  'percent',
  'seconds',
  'megabytes',
  'none',
] as const;
export type AlarmUnit = (typeof alarmUnits)[number];

/** One occurrence of a condition. Times are session time in ms; `null` where it has not happened. */
export interface Alarm {
  /** Unique in the run: `<code>[:<subject>]#<n>`. */
  readonly id: string;
  readonly code: AlarmCode;
  /** What it is about: a probe ("T3"), an interlock name, a phase, or "". */
  readonly subject: string;
  readonly priority: Priority;
  readonly kind: AlarmKind;
  readonly unit: AlarmUnit;
  /** The value that raised it and the limit it broke, as they were. */
  readonly value: number | null;
  readonly limit: number | null;
  /** The worst value since, for the log. */
  readonly worst: number | null;
  readonly reaction: Reaction;
  readonly raisedMs: number;
  /** When its priority went up because it lasted. */
  readonly escalatedMs: number | null;
  readonly clearedMs: number | null;
  readonly acknowledgedMs: number | null;
  readonly acknowledgedBy: Actor | null;
  /** Reminders since it was acknowledged. */
  readonly reminders: number;
  /** Id of the alarm that explains it: it is listed under that one and makes no sound of its own. */
  readonly under: string | null;
}
