import type { AlarmCode, AlarmKind, AlarmUnit, Priority, Reaction } from '../../domain/alarm.ts';
import type { HoldReason } from '../../domain/phase.ts';
import type { Finding } from '../detection.ts';
import type { Signals } from '../signals.ts';

/** One row of the limits table: what is watched, how long it must last, what the console does by itself. */
export interface Condition {
  readonly code: AlarmCode;
  readonly priority: Priority;
  readonly kind: AlarmKind;
  readonly unit: AlarmUnit;
  /** How long it must last before it alarms, ms of session time. */
  readonly delayMs: number;
  readonly reaction: Reaction;
  /** While draining it asks for nothing: the drain is what mends it. */
  readonly relievedByDraining?: true;
  /** The reason a hold names when the reaction holds heat or flow. */
  readonly reason: HoldReason;
  /** Where the threshold comes from. */
  readonly source: string;
  readonly detect: (signals: Signals) => readonly Finding[];
}

export const quiet = { reaction: 'none', reason: 'alarm' } as const;
export const heaterOff = { reaction: 'heater-off', reason: 'alarm' } as const;
export const allOff = { reaction: 'heater-and-pump-off', reason: 'alarm' } as const;
export const body = { kind: 'physiological' } as const;
export const proposal = 'default proposed by this project; a site signs it off';
