import { type Alarm, priorities, type Reaction } from '../domain/alarm.ts';
import type { Finding } from './finding.ts';
import { signalTable } from './signal-table.ts';
import { level } from './state.ts';

/** A new occurrence; `count` makes its id unique in the run. */
export function raise(finding: Finding, reaction: Reaction, count: number, nowMs: number): Alarm {
  const { condition, identity, subject, value, limit } = finding;
  const { code, priority, kind, signal } = condition;
  return {
    id: `${identity}#${count}`,
    code,
    subject,
    priority,
    kind,
    unit: signalTable[signal].unit,
    value,
    limit,
    worst: value,
    reaction,
    raisedMs: nowMs,
    escalatedMs: null,
    clearedMs: null,
    acknowledgedMs: null,
    acknowledgedBy: null,
    reminders: 0,
    under: null,
  };
}

/** It still holds: the worst value since; the same object when nothing changed. */
export function goesOn(alarm: Alarm, value: number | null): Alarm {
  if (value === null || alarm.worst === null || alarm.limit === null) return alarm;
  const worse = Math.abs(value - alarm.limit) > Math.abs(alarm.worst - alarm.limit);
  return worse ? { ...alarm, worst: value } : alarm;
}

/** It has been seen to last for so long that it is more urgent than before, and asks for a person again. */
export function escalated(
  alarm: Alarm,
  { condition }: Finding,
  nowMs: number,
  unwatchedMs: number,
): Alarm | null {
  const { escalation } = condition;
  if (escalation === null || nowMs - alarm.raisedMs - unwatchedMs < escalation.afterMs) return null;
  if (level(alarm) >= priorities.indexOf(escalation.priority)) return null;
  return {
    ...alarm,
    priority: escalation.priority,
    escalatedMs: nowMs,
    acknowledgedMs: null,
    acknowledgedBy: null,
  };
}
