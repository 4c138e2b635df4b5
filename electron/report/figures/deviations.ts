import type { AlarmCode } from '../../domain/alarm.ts';
import {
  type ChecklistAnswer,
  type ContraindicationAnswer,
  feverCelsius,
  type ProbeId,
} from '../../domain/case.ts';
import type { KeptEvent, RunHeader } from '../../domain/run-event.ts';
import type { Figures } from '../figures.ts';
import { type AdditionRecord, additionRecords } from './additions.ts';
import type { LoggedAlarm, Moment } from './alarm-log.ts';
import { type LostProbe, oneProbe, probesLost } from './control-probes.ts';
import { endOf, isDeviation } from './deviating-events.ts';

/** What went otherwise than planned. */
export type DeviationWhat =
  | ({ readonly kind: 'contraindication' } & ContraindicationAnswer)
  | ({ readonly kind: 'check-not-done' } & ChecklistAnswer)
  | { readonly kind: 'fever'; readonly celsius: number; readonly acceptedBy: string }
  | { readonly kind: 'event'; readonly kept: KeptEvent }
  /** `of`: so many were planned. */
  | ({ readonly kind: 'addition-missing' | 'addition-late'; readonly of: number } & AdditionRecord)
  | ({ readonly kind: 'control-probe-lost' } & LostProbe)
  /** In treatment. `throughout`: no other lay in the cavity; `probe` `null`: not always the same. */
  | { readonly kind: 'one-control-probe'; readonly probe: ProbeId | null; readonly throughout: boolean }
  | { readonly kind: 'alarm'; readonly code: AlarmCode; readonly subject: string; readonly times: number }
  | { readonly kind: 'start-late'; readonly lateSeconds: number }
  | { readonly kind: 'drain-by-count'; readonly drainedMl: number }
  | { readonly kind: 'lost-time'; readonly times: number; readonly seconds: number }
  | { readonly kind: 'breaks-off' };

export interface Deviation {
  /** The same whenever it is asked for of this record, and no other has it: what is said of it later goes by it. */
  readonly key: string;
  /** `null`: before the run. */
  readonly at: Moment | null;
  readonly what: DeviationWhat;
  /** `null`: it has no length. */
  readonly lasted: Lasted | null;
}

/** `until` `null`: it came more than once. `not-over`: it was on when the record ended. */
export type Lasted = 'not-over' | { readonly seconds: number; readonly until: Moment | null };

/** A treatment that begins this long after the control temperature came into band begins late, min (proposal). */
export const startLateMinutes = 5;

/** Alarms that tell of a deviation which no other entry of the record does. */
const tellingAlarms: ReadonlySet<AlarmCode> = new Set([
  'audio-not-working',
  'core-reading-due',
  'phase-time-limit',
]);

/** All that went otherwise than planned, in the order it came; what was so before the run comes first. */
export function deviationsOf(
  header: RunHeader,
  events: readonly KeptEvent[],
  figures: Figures,
): readonly Deviation[] {
  const at = momentsOf(header, events);
  const found = [
    ...beforeTheRun(header),
    ...startLate(figures, at),
    ...ofControlProbes(header, figures, at),
    ...additionsAmiss(header, events, at),
    ...ofAlarms(figures.alarms),
    ...events.filter(({ event }) => isDeviation(event)).map((kept) => ofEvent(kept, events)),
    ...drainByCount(figures, at),
    ...lostTime(figures, at),
    ...breaksOff(figures),
  ];
  return found.toSorted((a, b) => (a.at?.sessionMs ?? -1) - (b.at?.sessionMs ?? -1));
}

type MomentAt = (seconds: number) => Moment;

/** The wall time of a moment is that of the last event before it, and as much later: a clock may have been set. */
const momentsOf =
  ({ startedWallMs }: RunHeader, events: readonly KeptEvent[]): MomentAt =>
  (seconds) => {
    const sessionMs = 1000 * seconds;
    const before = events.findLast((kept) => kept.sessionMs <= sessionMs);
    const wallMs = (before?.wallMs ?? startedWallMs) + sessionMs - (before?.sessionMs ?? 0);
    return { sessionMs, wallMs };
  };

/** What was known and decided before anything was pumped. */
function beforeTheRun({ case: { checks, bodyTemperatureBeforeCelsius: celsius } }: RunHeader): Deviation[] {
  const { checklist = [], contraindications = [], feverAcceptedBy: acceptedBy = '' } = checks ?? {};
  const before = (key: string, what: DeviationWhat): Deviation => ({ key, at: null, what, lasted: null });
  return [
    ...contraindications
      .filter(({ answer }) => answer !== 'no')
      .map((one) => before(`contraindication:${one.id}`, { kind: 'contraindication', ...one })),
    ...checklist
      .filter(({ answer }) => answer === 'not-done')
      .map((one) => before(`checklist:${one.id}`, { kind: 'check-not-done', ...one })),
    ...(celsius !== null && celsius > feverCelsius
      ? [before('fever', { kind: 'fever', celsius, acceptedBy })]
      : []),
  ];
}

function startLate({ phases, treatment }: Figures, at: MomentAt): Deviation[] {
  const heatUp = phases.find(({ name }) => name === 'heat-up');
  const begun = phases.find(({ name }) => name === 'treatment');
  const { timeToTargetSeconds: toTarget } = treatment;
  if (heatUp === undefined || begun === undefined || toTarget === null) return [];
  const lateSeconds = begun.startSeconds - (heatUp.startSeconds + toTarget);
  if (lateSeconds <= 60 * startLateMinutes) return [];
  const what = { kind: 'start-late', lateSeconds } as const;
  return [{ key: 'start-late', at: at(begun.startSeconds), what, lasted: null }];
}

function ofControlProbes(header: RunHeader, figures: Figures, at: MomentAt): Deviation[] {
  const lost = probesLost(header, figures).map(
    (one): Deviation => ({
      key: `control-probe:${one.probe}`,
      at: at(one.fromSeconds),
      what: { kind: 'control-probe-lost', ...one },
      lasted: { seconds: one.seconds, until: one.times === 1 ? at(one.fromSeconds + one.seconds) : null },
    }),
  );
  const alone = oneProbe(header, figures);
  if (alone === null) return lost;
  const { fromSeconds, seconds, probe, throughout } = alone;
  const what = { kind: 'one-control-probe', probe, throughout } as const;
  return [...lost, { key: 'one-control-probe', at: at(fromSeconds), what, lasted: { seconds, until: null } }];
}

/** Planned additions that were not recorded, or late. Those that were not given stand among the events, with who said so and why. */
function additionsAmiss(header: RunHeader, events: readonly KeptEvent[], at: MomentAt): Deviation[] {
  const begun = events.find(
    ({ event }) => event.type === 'phase' && (event.to === 'treatment' || event.to === 'dwell'),
  );
  return additionRecords(header, events).flatMap((one, _, all) => {
    const { number, plannedMinutes, recordedMinutes, notGiven, late } = one;
    if (notGiven || (recordedMinutes !== null && !late)) return [];
    const minutes = recordedMinutes ?? plannedMinutes;
    const kind = recordedMinutes === null ? 'addition-missing' : 'addition-late';
    const what = { kind, of: all.length, ...one } as const;
    const moment = at((begun?.sessionMs ?? 0) / 1000 + 60 * minutes);
    return [{ key: `addition:${number}`, at: moment, what, lasted: null }];
  });
}

/** Each once, however often it came: a fault that comes and goes is one deviation. */
function ofAlarms(alarms: readonly LoggedAlarm[]): Deviation[] {
  const telling = alarms.filter(({ alarm }) => tellingAlarms.has(alarm.code));
  const all = Map.groupBy(telling, ({ alarm: { code, subject } }) =>
    subject === '' ? code : `${code}:${subject}`,
  );
  return [...all].flatMap(([name, ones]) => {
    const [first] = ones;
    if (first === undefined) return [];
    const { code, subject } = first.alarm;
    const what = { kind: 'alarm', code, subject, times: ones.length } as const;
    return [{ key: `alarm:${name}`, at: first.raised, what, lasted: spanOf(ones) }];
  });
}

function spanOf(alarms: readonly LoggedAlarm[]): Lasted {
  let seconds = 0;
  for (const { raised, cleared } of alarms) {
    if (cleared === null) return 'not-over';
    seconds += (cleared.sessionMs - raised.sessionMs) / 1000;
  }
  return { seconds, until: alarms.length === 1 ? (alarms[0]?.cleared ?? null) : null };
}

function ofEvent(kept: KeptEvent, events: readonly KeptEvent[]): Deviation {
  const { seq, sessionMs, wallMs, event } = kept;
  return {
    key: `event:${seq}`,
    at: { sessionMs, wallMs },
    what: { kind: 'event', kept },
    lasted: lastedOf(kept, endOf(event), events),
  };
}

function lastedOf(
  { seq, sessionMs }: KeptEvent,
  isEnd: ReturnType<typeof endOf>,
  events: readonly KeptEvent[],
): Lasted | null {
  if (isEnd === null) return null;
  const end = events.find((later) => later.seq > seq && isEnd(later.event));
  if (end === undefined) return 'not-over';
  return {
    seconds: (end.sessionMs - sessionMs) / 1000,
    until: { sessionMs: end.sessionMs, wallMs: end.wallMs },
  };
}

/** What was drained is known by the count of the console alone. */
function drainByCount({ phases, volumes }: Figures, at: MomentAt): Deviation[] {
  const { drainedMl, drainMeasuredMl } = volumes;
  const drained = phases.findLast(({ name }) => name === 'drain' || name === 'rinse-drain');
  if (drained === undefined || drainMeasuredMl !== null) return [];
  const what = { kind: 'drain-by-count', drainedMl } as const;
  return [{ key: 'drain-by-count', at: at(drained.startSeconds + drained.seconds), what, lasted: null }];
}

function lostTime({ gaps }: Figures, at: MomentAt): Deviation[] {
  const lost = gaps.filter((gap) => gap.of === 'record');
  const [first] = lost;
  if (first === undefined) return [];
  const seconds = lost.reduce((sum, gap) => sum + gap.seconds, 0);
  const what = { kind: 'lost-time', times: lost.length, seconds } as const;
  return [{ key: 'lost-time', at: at(first.startSeconds), what, lasted: { seconds, until: null } }];
}

const breaksOff = ({ breaksOff: isCut, sessionSeconds, endWallMs }: Figures): Deviation[] =>
  isCut
    ? [
        {
          key: 'breaks-off',
          at: { sessionMs: 1000 * sessionSeconds, wallMs: endWallMs },
          what: { kind: 'breaks-off' },
          lasted: null,
        },
      ]
    : [];
