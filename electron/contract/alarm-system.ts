import type { Actor } from '../domain/actor.ts';
import type { Alarm, AlarmUnit } from '../domain/alarm.ts';
import type { Sound } from '../domain/alarm-event.ts';
import type { AlarmLimitName } from '../domain/alarm-limits.ts';
import type { Role } from '../domain/role.ts';

/** Whether the console can sound: `suspended` and `missing` raise an alarm. */
export const audioStates = ['working', 'suspended', 'missing'] as const;
export type AudioState = (typeof audioStates)[number];

/** What a screen needs of the alarms besides those that are shown. */
export interface AlarmSystemView {
  /** What sounds now, or why nothing does. */
  readonly sound: Sound;
  /** Occurrences of the run as they stand, oldest first; the last 200 of them. */
  readonly history: readonly Alarm[];
  /** Value and limit as they are now, of those that are on. */
  readonly figures: readonly AlarmFigures[];
  readonly limits: readonly AlarmLimitView[];
}

export interface AlarmFigures {
  readonly id: string;
  readonly value: number | null;
  readonly limit: number | null;
}

/** A limit in force, with its hard bounds and who may change it. */
export interface AlarmLimitView {
  readonly name: AlarmLimitName;
  readonly unit: AlarmUnit;
  readonly value: number;
  readonly initial: number;
  readonly lowest: number;
  readonly highest: number;
  readonly changedBy: readonly Role[];
  /** In this run, oldest first. */
  readonly changes: readonly AlarmLimitChange[];
}

export interface AlarmLimitChange {
  readonly sessionMs: number;
  readonly from: number;
  readonly to: number;
  readonly by: Actor;
  readonly role: Role;
}
