import type { Alarm, Reaction } from '../domain/alarm.ts';
import type { AlarmEvent } from '../domain/alarm-event.ts';
import type { Finding } from './finding.ts';
import { escalated, goesOn, raise } from './occurrence.ts';
import { type AlarmState, identityOf, inOrder, isOn, type Note, newNote, stays } from './state.ts';

export interface Reacting extends Finding {
  readonly reaction: Reaction;
}

/** Back within this time after it was over it flickers, ms. */
const flickerMs = 60_000;
/** What flickers is over only when it has been away for this long, ms: it fills neither list nor log. */
const awayMs = 30_000;

/** Raises what is new, carries on what lasts, clears what is over. The same state when nothing changed. */
export function lasting(
  state: AlarmState,
  findings: readonly Reacting[],
  events: AlarmEvent[],
  nowMs: number,
): AlarmState {
  const holding = new Map<string, Reacting>();
  for (const finding of findings) if (!holding.has(finding.identity)) holding.set(finding.identity, finding);
  const { shown, notes } = carryOn(state, holding, events, nowMs);
  const raised = raiseNew(state, shown, holding, events, nowMs);
  if (shown === state.shown && raised.length === 0)
    return notes === state.notes ? state : { ...state, notes };
  const comesBack = new Set(raised.map(identityOf));
  const left = shown.filter((alarm) => stays(alarm) && (isOn(alarm) || !comesBack.has(identityOf(alarm))));
  const next = inOrder([...left, ...raised]);
  return {
    ...state,
    shown: next,
    notes: new Map(next.map((alarm) => [alarm.id, notes.get(alarm.id) ?? noteOf(alarm, state.gone, nowMs)])),
    gone: goneAfter(state.gone, shown, nowMs),
    count: state.count + raised.length,
  };
}

const noteOf = (alarm: Alarm, gone: AlarmState['gone'], nowMs: number): Note => {
  const goneMs = gone.get(identityOf(alarm));
  return goneMs !== undefined && nowMs - goneMs <= flickerMs ? { ...newNote, flickers: true } : newNote;
};

function carryOn(
  state: AlarmState,
  holding: ReadonlyMap<string, Reacting>,
  events: AlarmEvent[],
  nowMs: number,
): Pick<AlarmState, 'shown' | 'notes'> {
  let notes = state.notes;
  const note = (id: string, change: Partial<Note>): void => {
    notes = new Map(notes).set(id, { ...(notes.get(id) ?? newNote), ...change });
  };
  const shown = state.shown.map((alarm) => {
    if (!isOn(alarm)) return alarm;
    const { flickers, awaySinceMs, unwatchedMs } = notes.get(alarm.id) ?? newNote;
    const finding = holding.get(identityOf(alarm));
    if (finding !== undefined) {
      if (awaySinceMs !== null) note(alarm.id, { awaySinceMs: null });
      return further(alarm, finding, events, nowMs, unwatchedMs);
    }
    if (flickers && awaySinceMs === null) note(alarm.id, { awaySinceMs: nowMs });
    if (flickers && nowMs - (awaySinceMs ?? nowMs) < awayMs) return alarm;
    const cleared = { ...alarm, clearedMs: nowMs };
    events.push({ type: 'alarm-cleared', alarm: cleared });
    return cleared;
  });
  const same = shown.every((alarm, at) => alarm === state.shown[at]);
  return { shown: same ? state.shown : shown, notes };
}

function further(
  alarm: Alarm,
  finding: Reacting,
  events: AlarmEvent[],
  nowMs: number,
  unwatchedMs: number,
): Alarm {
  const worse = goesOn(alarm, finding.value);
  const urgent = escalated(worse, finding, nowMs, unwatchedMs);
  if (urgent === null) return worse;
  events.push({ type: 'alarm-escalated', alarm: urgent });
  return urgent;
}

function raiseNew(
  state: AlarmState,
  shown: readonly Alarm[],
  holding: ReadonlyMap<string, Reacting>,
  events: AlarmEvent[],
  nowMs: number,
): Alarm[] {
  const on = new Set(shown.filter(isOn).map(identityOf));
  const raised: Alarm[] = [];
  for (const [name, finding] of holding) {
    if (on.has(name)) continue;
    const alarm = raise(finding, finding.reaction, state.count + raised.length + 1, nowMs);
    raised.push(alarm);
    events.push({ type: 'alarm-raised', alarm });
  }
  return raised;
}

function goneAfter(gone: AlarmState['gone'], shown: readonly Alarm[], nowMs: number): AlarmState['gone'] {
  const over = shown.filter(({ clearedMs }) => clearedMs === nowMs).map((alarm) => identityOf(alarm));
  return over.length === 0 ? gone : new Map([...gone, ...over.map((name) => [name, nowMs] as const)]);
}

/** What has been over for longer than a flicker is forgotten; the same map when there is nothing of it. */
export function recentlyGone(gone: AlarmState['gone'], nowMs: number): AlarmState['gone'] {
  if (gone.size === 0) return gone;
  const recent = [...gone].filter(([, goneMs]) => nowMs - goneMs <= flickerMs);
  return recent.length === gone.size ? gone : new Map(recent);
}
