import { type Actor, unknownActor } from '../../domain/actor.ts';
import { type Alarm, type AlarmCode, type Priority, priorities } from '../../domain/alarm.ts';
import type { AlarmEvent } from '../../domain/alarm-event.ts';
import type { KeptEvent } from '../../domain/run-event.ts';

/** A moment of the record; session time in ms. */
export interface Moment {
  readonly sessionMs: number;
  readonly wallMs: number;
}

/** One occurrence of an alarm with all that became of it, each in the order it came. */
export interface LoggedAlarm {
  /** As it stood last. */
  readonly alarm: Alarm;
  readonly raised: Moment;
  /** `null`: it was on when the record ended. */
  readonly cleared: Moment | null;
  /** It was on when the link was lost, and nothing has told of it since: not known to be over. */
  readonly unseen: boolean;
  readonly escalations: readonly (Moment & { readonly from: Priority; readonly to: Priority })[];
  /** More than one where an escalation asked again. */
  readonly acknowledgements: readonly (Moment & { readonly by: Actor })[];
  readonly reminders: readonly Moment[];
  /** The alarm it is told under: the one that explained it to its end, or to shortly before; `null`: none. */
  readonly under: string | null;
  /** When another alarm explained it; `until` `null`: to its own end. */
  readonly explained: readonly {
    readonly by: string;
    readonly from: Moment;
    readonly until: Moment | null;
  }[];
}

type OccurrenceEvent = Extract<AlarmEvent, { readonly alarm: Alarm }>;

/** Every occurrence in the order it was raised. */
export function alarmLog(events: readonly KeptEvent[]): LoggedAlarm[] {
  const log = new Map<string, LoggedAlarm>();
  for (const { sessionMs, wallMs, event } of events) {
    if (!isOccurrence(event)) continue;
    const at = { sessionMs, wallMs };
    const { alarm } = event;
    log.set(
      alarm.id,
      further({ ...(log.get(alarm.id) ?? begun(alarm, at)), alarm }, event.type, at, log.get(alarm.id)),
    );
  }
  const found = [...log.values()];
  const cuts = found.filter(({ alarm }) => alarm.code === 'link-lost').map(({ alarm }) => alarm);
  return found.map((one) => ({ ...one, unseen: isUnseen(one.alarm, cuts), under: lastCause(one) }));
}

const isOccurrence = (event: KeptEvent['event']): event is OccurrenceEvent =>
  'alarm' in event && event.type.startsWith('alarm-');

const begun = (alarm: Alarm, raised: Moment): LoggedAlarm => ({
  alarm,
  raised,
  cleared: null,
  unseen: false,
  escalations: [],
  acknowledgements: [],
  reminders: [],
  under: null,
  explained: alarm.under === null ? [] : [{ by: alarm.under, from: raised, until: null }],
});

function further(
  now: LoggedAlarm,
  type: OccurrenceEvent['type'],
  at: Moment,
  before: LoggedAlarm | undefined,
): LoggedAlarm {
  const { alarm } = now;
  switch (type) {
    case 'alarm-raised':
      return now;
    case 'alarm-cleared':
      return { ...now, cleared: at };
    case 'alarm-escalated': {
      const from = before?.alarm.priority ?? alarm.priority;
      return { ...now, escalations: [...now.escalations, { ...at, from, to: alarm.priority }] };
    }
    case 'alarm-acknowledged':
      return {
        ...now,
        acknowledgements: [...now.acknowledgements, { ...at, by: alarm.acknowledgedBy ?? unknownActor }],
      };
    case 'alarm-reminded':
      return { ...now, reminders: [...now.reminders, at] };
    case 'alarm-suppressed':
      return {
        ...now,
        explained: [...ended(now.explained, at), { by: alarm.under ?? '', from: at, until: null }],
      };
    case 'alarm-surfaced':
      return { ...now, explained: ended(now.explained, at) };
  }
}

const ended = (explained: LoggedAlarm['explained'], at: Moment): LoggedAlarm['explained'] =>
  explained.map((one) => ({ ...one, until: one.until ?? at }));

/** An effect that outlives its cause by no more than this stands under it, ms: delays and hysteresis differ. */
const outlivesMs = 5000;

function lastCause({ cleared, explained }: LoggedAlarm): string | null {
  const last = explained.at(-1);
  if (last === undefined) return null;
  if (last.until === null) return last.by;
  return cleared !== null && cleared.sessionMs - last.until.sessionMs <= outlivesMs ? last.by : null;
}

/** What the console finds out by itself, with or without a link. */
const ownCodes: ReadonlySet<AlarmCode> = new Set([
  'link-lost',
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
]);

/** A condition that is gone because nothing is measured any more is not over. */
function isUnseen({ code, clearedMs }: Alarm, cuts: readonly Alarm[]): boolean {
  if (clearedMs === null || ownCodes.has(code)) return false;
  return cuts.some(
    (cut) => clearedMs >= cut.raisedMs && (cut.clearedMs === null || clearedMs < cut.clearedMs),
  );
}

/** What the alarms of a run came to. */
export interface AlarmTotals {
  /** Occurrences by the highest priority each had. */
  readonly byPriority: Readonly<Record<Priority, number>>;
  /** Among them: told under another. */
  readonly explained: Readonly<Record<Priority, number>>;
  /** With at least one high alarm on, explained or not, s of session time. */
  readonly highSeconds: number;
}

export function alarmTotals(alarms: readonly LoggedAlarm[], endMs: number): AlarmTotals {
  const count = (of: readonly LoggedAlarm[]) =>
    Object.fromEntries(
      priorities.map((priority) => [priority, of.filter(({ alarm }) => alarm.priority === priority).length]),
    ) as Record<Priority, number>;
  return {
    byPriority: count(alarms),
    explained: count(alarms.filter(({ under }) => under !== null)),
    highSeconds: covered(alarms.flatMap((one) => highSpan(one, endMs))) / 1000,
  };
}

type Span = readonly [fromMs: number, toMs: number];

function highSpan({ alarm, escalations }: LoggedAlarm, endMs: number): Span[] {
  if (alarm.priority !== 'high') return [];
  const became = escalations.find(({ to }) => to === 'high');
  return [[became?.sessionMs ?? alarm.raisedMs, alarm.clearedMs ?? endMs]];
}

/** Time that lies in at least one of the spans, ms. */
function covered(spans: readonly Span[]): number {
  let sum = 0;
  let untilMs = Number.NEGATIVE_INFINITY;
  for (const [fromMs, toMs] of spans.toSorted(([a], [b]) => a - b)) {
    sum += Math.max(0, toMs - Math.max(fromMs, untilMs));
    untilMs = Math.max(untilMs, toMs);
  }
  return sum;
}
