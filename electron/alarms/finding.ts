import type { Condition } from './conditions/condition.ts';
import type { Signals } from './signals.ts';
import { type AlarmState, identity } from './state.ts';
import { type Figures, figuresOf, pastOf, type Slot, slots } from './watch.ts';

/** A condition that has lasted its delay. */
export interface Finding extends Figures {
  readonly slot: number;
  readonly condition: Condition;
  readonly identity: string;
}

/** Since when each slot that holds has held; the same map when nothing began and nothing ended. */
export function stillPending(
  before: AlarmState['pending'],
  found: readonly number[],
  nowMs: number,
): AlarmState['pending'] {
  if (found.length === before.size && found.every((slot) => before.has(slot))) return before;
  return new Map(found.map((slot) => [slot, before.get(slot) ?? nowMs]));
}

/** What has lasted its delay, in the order of the table. */
export function dueFindings(
  pending: AlarmState['pending'],
  signals: Signals,
  before: Pick<AlarmState, 'limits' | 'trends' | 'spells'>,
  nowMs: number,
): Finding[] {
  const past = pastOf(before, nowMs);
  const due: Finding[] = [];
  for (const [at, sinceMs] of pending) {
    const slot = slots[at] as Slot;
    const { condition } = slot;
    if (nowMs - sinceMs < delayOf(slot, pending, signals)) continue;
    const figures = figuresOf(slot, signals, past, before.limits);
    due.push({ slot: at, condition, identity: identity(condition.code, figures.subject), ...figures });
  }
  return due;
}

/** In open technique a cavity probe that is above its limit alone is waited for: a hand stirs. */
function delayOf(
  { condition, subject }: Slot,
  pending: AlarmState['pending'],
  { openCavityHighMs }: Signals,
): number {
  const { delayMs } = condition;
  if (condition.waitsWhenOpen !== true || openCavityHighMs <= delayMs) return delayMs;
  for (const at of pending.keys()) {
    const other = slots[at] as Slot;
    if (other.condition === condition && other.subject !== subject) return delayMs;
  }
  return openCavityHighMs;
}

/** The same set when it holds the same slots. */
export function dueSlots(before: AlarmState['due'], findings: readonly Finding[]): AlarmState['due'] {
  if (findings.length === before.size && findings.every(({ slot }) => before.has(slot))) return before;
  return new Set(findings.map(({ slot }) => slot));
}
