import { type Alarm, priorities, type Reaction } from '../domain/alarm.ts';
import type { HoldReason } from '../domain/phase.ts';
import type { Condition } from './conditions/condition.ts';
import { draining } from './occasions.ts';
import { signalTable } from './signal-table.ts';
import type { Signals } from './signals.ts';
import { type Figures, figuresOf, look, type Slot, slots } from './watch.ts';

export interface AlarmState {
  /** Since when a condition holds, by slot, ms of session time. */
  readonly pending: ReadonlyMap<number, number>;
  /** Active ones, and high ones that are over but not yet acknowledged. */
  readonly shown: readonly Alarm[];
  /** Slots whose alarm is on. */
  readonly on: ReadonlySet<number>;
  /** Occurrences so far, for identities. */
  readonly count: number;
}

export const noAlarms: AlarmState = { pending: new Map(), shown: [], on: new Set(), count: 0 };

export interface AlarmStep {
  readonly state: AlarmState;
  readonly raised: readonly Alarm[];
  readonly cleared: readonly Alarm[];
  /** For as long as the condition holds: what a person resumes against it is held again. */
  readonly reactions: readonly { readonly reaction: Reaction; readonly reason: HoldReason }[];
}

/** A condition that has lasted its delay. */
interface Finding extends Figures {
  readonly slot: number;
  readonly condition: Condition;
  readonly identity: string;
}

const nothing: readonly never[] = [];

/** One tick: what has lasted its delay is raised once, what is over is cleared. Pure; free when nothing is found. */
export function stepAlarms(before: AlarmState, signals: Signals, nowMs: number): AlarmStep {
  const found = look(signals, before.on);
  if (found === null && before.pending.size === 0 && before.shown.length === 0) {
    return { state: before, raised: nothing, cleared: nothing, reactions: nothing };
  }
  const pending = stillPending(before.pending, found ?? nothing, nowMs);
  const due = findings(pending, signals, nowMs);
  const holding = new Map(due.map((finding) => [finding.identity, finding]));
  const updated = before.shown.map((alarm) => update(alarm, holding, nowMs));
  const cleared = updated.filter(
    (alarm, i) => alarm.clearedMs !== null && before.shown[i]?.clearedMs === null,
  );
  const active = new Set(updated.filter((a) => a.clearedMs === null).map(identityOf));
  const raised: Alarm[] = [];
  const reactions: { reaction: Reaction; reason: HoldReason }[] = [];
  for (const finding of due) {
    const { condition } = finding;
    const reaction = condition.relievedByDraining && draining(signals) ? 'none' : condition.reaction;
    if (reaction !== 'none') reactions.push({ reaction, reason: condition.reason });
    if (active.has(finding.identity)) continue;
    active.add(finding.identity);
    raised.push(raise(finding, reaction, before.count + raised.length + 1, nowMs));
  }
  if (raised.length === 0 && cleared.length === 0 && same(updated, before.shown)) {
    const state = pending === before.pending ? before : { ...before, pending };
    return { state, raised, cleared, reactions };
  }
  const shown = inOrder([...updated.filter(stays), ...raised]);
  const on = new Set(due.map(({ slot }) => slot));
  return { state: { pending, shown, on, count: before.count + raised.length }, raised, cleared, reactions };
}

/** Acknowledges occurrences that are shown; anything else named is left out. */
export function acknowledge(
  state: AlarmState,
  ids: readonly string[],
  by: string,
  nowMs: number,
): { state: AlarmState; acknowledged: readonly Alarm[] } {
  const acknowledged: Alarm[] = [];
  const marked = state.shown.map((alarm) => {
    if (!ids.includes(alarm.id) || alarm.acknowledgedMs !== null) return alarm;
    const next = { ...alarm, acknowledgedMs: nowMs, acknowledgedBy: by };
    acknowledged.push(next);
    return next;
  });
  return { state: { ...state, shown: marked.filter(stays) }, acknowledged };
}

/** The same map when nothing began and nothing ended. */
function stillPending(
  before: AlarmState['pending'],
  found: readonly number[],
  nowMs: number,
): AlarmState['pending'] {
  if (found.length === before.size && found.every((slot) => before.has(slot))) return before;
  return new Map(found.map((slot) => [slot, before.get(slot) ?? nowMs]));
}

/** What has lasted its delay. */
function findings(pending: AlarmState['pending'], signals: Signals, nowMs: number): Finding[] {
  const due: Finding[] = [];
  for (const [at, sinceMs] of pending) {
    const slot = slots[at] as Slot;
    if (nowMs - sinceMs < slot.condition.delayMs) continue;
    const { condition } = slot;
    const figures = figuresOf(slot, signals);
    due.push({ slot: at, condition, identity: identity(condition.code, figures.subject), ...figures });
  }
  return due;
}

const identity = (code: string, subject: string): string => (subject === '' ? code : `${code}:${subject}`);
const identityOf = (alarm: Alarm): string => identity(alarm.code, alarm.subject);

function raise(finding: Finding, reaction: Reaction, count: number, nowMs: number): Alarm {
  const { condition, subject, value, limit } = finding;
  const { code, priority, kind } = condition;
  return {
    id: `${finding.identity}#${count}`,
    code,
    subject,
    priority,
    kind,
    unit: signalTable[condition.signal].unit,
    value,
    limit,
    worst: value,
    reaction,
    raisedMs: nowMs,
    clearedMs: null,
    acknowledgedMs: null,
    acknowledgedBy: null,
  };
}

function update(alarm: Alarm, holding: ReadonlyMap<string, Finding>, nowMs: number): Alarm {
  if (alarm.clearedMs !== null) return alarm;
  const finding = holding.get(identityOf(alarm));
  if (finding === undefined) return { ...alarm, clearedMs: nowMs };
  const worst = furthest(alarm, finding.value);
  return worst === alarm.worst ? alarm : { ...alarm, worst };
}

function furthest(alarm: Alarm, value: number | null): number | null {
  if (value === null || alarm.worst === null || alarm.limit === null) return alarm.worst;
  return Math.abs(value - alarm.limit) > Math.abs(alarm.worst - alarm.limit) ? value : alarm.worst;
}

/** High ones stay on screen until a person has acknowledged them. */
const stays = (alarm: Alarm): boolean =>
  alarm.clearedMs === null || (alarm.priority === 'high' && alarm.acknowledgedMs === null);

const same = (ours: readonly Alarm[], theirs: readonly Alarm[]): boolean =>
  ours.every((alarm, at) => alarm === theirs[at]);

const inOrder = (alarms: readonly Alarm[]): Alarm[] =>
  [...alarms].sort(
    (a, b) => priorities.indexOf(b.priority) - priorities.indexOf(a.priority) || b.raisedMs - a.raisedMs,
  );
