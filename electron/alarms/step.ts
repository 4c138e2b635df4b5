import { type Alarm, priorities, type Reaction } from '../domain/alarm.ts';
import type { HoldReason } from '../domain/phase.ts';
import type { Condition } from './conditions/condition.ts';
import { conditions } from './conditions.ts';
import { draining, type Finding } from './detection.ts';
import type { Signals } from './signals.ts';

export interface AlarmState {
  /** Since when a condition holds, by row and subject, ms of session time. */
  readonly pending: ReadonlyMap<string, number>;
  /** Active ones, and high ones that are over but not yet acknowledged. */
  readonly shown: readonly Alarm[];
  /** Occurrences so far, for identities. */
  readonly count: number;
}

export const noAlarms: AlarmState = { pending: new Map(), shown: [], count: 0 };

export interface AlarmStep {
  readonly state: AlarmState;
  readonly raised: readonly Alarm[];
  readonly cleared: readonly Alarm[];
  /** For as long as the condition holds: what a person resumes against it is held again. */
  readonly reactions: readonly { readonly reaction: Reaction; readonly reason: HoldReason }[];
}

/** One tick: what has lasted its delay is raised once, what is over is cleared. Pure. */
export function stepAlarms(before: AlarmState, signals: Signals, nowMs: number): AlarmStep {
  const pending = new Map<string, number>();
  const holding = new Map<string, Finding>();
  const due: { condition: Condition; finding: Finding }[] = [];
  conditions.forEach((condition, row) => {
    for (const finding of condition.detect(signals)) {
      const key = `${row}:${finding.subject}`;
      const sinceMs = before.pending.get(key) ?? nowMs;
      pending.set(key, sinceMs);
      if (nowMs - sinceMs < condition.delayMs) continue;
      holding.set(identity(condition.code, finding.subject), finding);
      due.push({ condition, finding });
    }
  });
  const updated = before.shown.map((alarm) => update(alarm, holding, nowMs));
  const cleared = updated.filter(
    (alarm, i) => alarm.clearedMs !== null && before.shown[i]?.clearedMs === null,
  );
  const active = new Set(updated.filter((a) => a.clearedMs === null).map((a) => identity(a.code, a.subject)));
  const raised: Alarm[] = [];
  const reactions: { reaction: Reaction; reason: HoldReason }[] = [];
  for (const { condition, finding } of due) {
    const reaction = condition.relievedByDraining && draining(signals) ? 'none' : condition.reaction;
    if (reaction !== 'none') reactions.push({ reaction, reason: condition.reason });
    const id = identity(condition.code, finding.subject);
    if (active.has(id)) continue;
    active.add(id);
    raised.push(
      raise({ ...condition, reaction }, finding, `${id}#${before.count + raised.length + 1}`, nowMs),
    );
  }
  const shown = inOrder([...updated.filter(stays), ...raised]);
  return { state: { pending, shown, count: before.count + raised.length }, raised, cleared, reactions };
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

const identity = (code: string, subject: string): string => (subject === '' ? code : `${code}:${subject}`);

function raise(condition: Condition, finding: Finding, id: string, nowMs: number): Alarm {
  const { code, priority, kind, unit, reaction } = condition;
  const { subject, value, limit } = finding;
  return {
    id,
    code,
    subject,
    priority,
    kind,
    unit,
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
  const finding = holding.get(identity(alarm.code, alarm.subject));
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

const inOrder = (alarms: readonly Alarm[]): Alarm[] =>
  [...alarms].sort(
    (a, b) => priorities.indexOf(b.priority) - priorities.indexOf(a.priority) || b.raisedMs - a.raisedMs,
  );
