import { priorities, type Reaction } from '../domain/alarm.ts';
import type { Sound } from '../domain/alarm-event.ts';
import type { HoldReason, Phase } from '../domain/phase.ts';
import { reminderMs } from './people.ts';
import { type AlarmState, level } from './state.ts';
import { pastNow, type Slot, slots } from './watch.ts';

export interface WantedReaction {
  readonly reaction: Reaction;
  readonly reason: HoldReason;
}

/**
 * What a step came to, the same again while nothing moves: an alarm may be on for half an hour, and a thousand
 * treatments are watched ten times a second.
 */
interface Steady {
  readonly found: readonly number[];
  /** How far past its limit each of `found` was at most. */
  readonly most: readonly number[];
  readonly phase: Phase;
  readonly reactions: readonly WantedReaction[];
  readonly sound: Sound;
  /** Session time at which an alarm becomes more urgent, ms. */
  readonly untilMs: number;
  /** Monotonic time at which a reminder is due, ms. */
  readonly untilMonotonicMs: number;
}

/** A memory of results, not of anything that happened: without it every step comes to the same, only later. */
const steadies = new WeakMap<AlarmState, Steady>();

export function stillSteady(
  state: AlarmState,
  found: readonly number[],
  phase: Phase,
  nowMs: number,
  monotonicMs: number,
): Steady | null {
  const steady = steadies.get(state);
  if (steady === undefined || steady.phase !== phase || steady.found.length !== found.length) return null;
  if (nowMs >= steady.untilMs || monotonicMs >= steady.untilMonotonicMs) return null;
  for (let at = 0; at < found.length; at += 1) {
    const slot = found[at] as number;
    if (slot !== steady.found[at] || pastNow(slot) > (steady.most[at] as number)) return null;
  }
  return steady;
}

/** Keeps what a step came to, if all that holds has alarmed and nothing waits for its time. */
export function keepSteady(
  before: AlarmState,
  state: AlarmState,
  found: readonly number[],
  phase: Phase,
  { reactions, sound }: Pick<Steady, 'reactions' | 'sound'>,
): void {
  const notes = [...state.notes.values()];
  const waits = state.pause !== null || state.due.size !== state.pending.size;
  if (waits || notes.some(({ awaySinceMs }) => awaySinceMs !== null)) return;
  const reminders = notes.map(({ quietSinceMs }) => (quietSinceMs ?? Number.POSITIVE_INFINITY) + reminderMs);
  const prior = steadies.get(before);
  const same = prior?.found.length === found.length && found.every((slot, at) => slot === prior.found[at]);
  const most = found.map((slot, at) => Math.max(pastNow(slot), same ? (prior?.most[at] ?? 0) : 0));
  steadies.set(state, {
    found,
    most,
    phase,
    reactions,
    sound,
    untilMs: Math.min(...found.map((slot) => escalatesMs(slots[slot] as Slot, state))),
    untilMonotonicMs: Math.min(...reminders),
  });
}

function escalatesMs({ condition: { code, escalation } }: Slot, state: AlarmState): number {
  const alarm = state.shown.find((one) => one.code === code && one.clearedMs === null);
  if (escalation === null || alarm === undefined) return Number.POSITIVE_INFINITY;
  const done = level(alarm) >= priorities.indexOf(escalation.priority);
  const unwatchedMs = state.notes.get(alarm.id)?.unwatchedMs ?? 0;
  return done ? Number.POSITIVE_INFINITY : alarm.raisedMs + escalation.afterMs + unwatchedMs;
}
