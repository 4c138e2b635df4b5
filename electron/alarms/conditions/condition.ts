import type { AlarmCode, AlarmKind, Priority, Reaction } from '../../domain/alarm.ts';
import type { AlarmLimitName } from '../../domain/alarm-limits.ts';
import type { HoldReason } from '../../domain/phase.ts';
import type { Basis } from '../bases.ts';
import type { Occasion } from '../occasions.ts';
import type { SignalName } from '../signal-table.ts';

/** One row of the limits table: what is watched, how long it must last, what the console does by itself. */
export interface Condition {
  readonly code: AlarmCode;
  readonly priority: Priority;
  readonly kind: AlarmKind;
  /** What is watched; the signal names the unit. */
  readonly signal: SignalName;
  /** When it is judged at all. */
  readonly when: Occasion;
  /** `true`: the signal is a fact and has no limit. */
  readonly is: '>' | '>=' | '<' | 'true';
  readonly limit: LimitRule | null;
  /** It is over once the value is this far on the good side of the limit, in the signal's unit. */
  readonly hysteresis: number;
  /** How long it must last before it alarms, ms of session time. */
  readonly delayMs: number;
  /** In open technique one cavity probe alone is waited for as long as the site says. */
  readonly waitsWhenOpen?: true;
  /** More urgent when it has been on for this long; `null`: never. */
  readonly escalation: { readonly afterMs: number; readonly priority: Priority } | null;
  readonly reaction: Reaction;
  /** While draining it asks for nothing: the drain is what mends it. */
  readonly relievedByDraining?: true;
  /** The reason a hold names when the reaction holds heat or flow. */
  readonly reason: HoldReason;
  /** Where the threshold comes from. */
  readonly source: string;
}

/** A limit counted from a basis, by a fixed amount or by one that can be changed in a run. */
export interface LimitRule {
  readonly basis: Basis;
  /** `plus-of-fill`: in proportion to the fill, the basis. */
  readonly as: 'plus' | 'plus-of-fill' | 'minus' | 'times' | 'percent-above' | 'percent-below';
  readonly by: number | AlarmLimitName;
}

/** A limit that does not depend on the case. */
export const absolute = (by: LimitRule['by']): LimitRule => ({ basis: 'zero', as: 'plus', by });
export const aboveTarget = (by: LimitRule['by']): LimitRule => ({ basis: 'target', as: 'plus', by });
export const belowTarget = (by: LimitRule['by']): LimitRule => ({ basis: 'target', as: 'minus', by });
export const exactly = (basis: Basis): LimitRule => ({ basis, as: 'plus', by: 0 });

export const quiet = { reaction: 'none', reason: 'alarm' } as const;
export const heaterOff = { reaction: 'heater-off', reason: 'alarm' } as const;
export const allOff = { reaction: 'heater-and-pump-off', reason: 'alarm' } as const;
export const body = { kind: 'physiological', when: 'always', hysteresis: 0, escalation: null } as const;
/** A fact about machine, line or console: it holds or it does not. */
export const fact = {
  kind: 'technical',
  when: 'always',
  is: 'true',
  limit: null,
  hysteresis: 0,
  escalation: null,
} as const;
export const proposal = 'default proposed by this project; a site signs it off';
