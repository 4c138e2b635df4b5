import { z } from 'zod';
import type { Actor } from '../domain/actor.ts';
import { alarmCodes, alarmKinds, alarmUnits, priorities, reactions } from '../domain/alarm.ts';
import { audioOnCauses } from '../domain/alarm-event.ts';
import { alarmLimitNames } from '../domain/alarm-limits.ts';
import { roles } from '../domain/role.ts';
import type { LoggedAlarm, Moment } from './figures/alarm-log.ts';
import type { Figures } from './figures.ts';

const seconds = z.number().min(0);
const at = z.iso.datetime();
const value = z.number().nullable();

const occurrenceSchema = z.strictObject({
  id: z.string().min(1),
  code: z.enum(alarmCodes),
  subject: z.string(),
  kind: z.enum(alarmKinds),
  priority: z.enum(priorities),
  unit: z.enum(alarmUnits),
  value,
  limit: value,
  worst: value,
  reaction: z.enum(reactions),
  raisedSeconds: seconds,
  raisedAt: at,
  clearedSeconds: seconds.nullable(),
  unseen: z.boolean(),
  escalations: z.array(z.strictObject({ seconds, from: z.enum(priorities), to: z.enum(priorities) })),
  acknowledgements: z.array(z.strictObject({ seconds, at, by: z.string() })),
  reminderSeconds: z.array(seconds),
  under: z.string().nullable(),
  explained: z.array(
    z.strictObject({ by: z.string(), fromSeconds: seconds, untilSeconds: seconds.nullable() }),
  ),
});

/** The alarm log in `summary.json` (docs/summary.md). Seconds of session time; `…At` and `at`: UTC, ISO 8601. */
export const alarmLogSchema = z.strictObject({
  highSeconds: seconds,
  audioPausedSeconds: seconds,
  occurrences: z.array(occurrenceSchema),
  audioPauses: z.array(
    z.strictObject({
      by: z.string(),
      fromSeconds: seconds,
      fromAt: at,
      untilSeconds: seconds.nullable(),
      endedBecause: z.enum(audioOnCauses).nullable(),
      endedBy: z.string().nullable(),
    }),
  ),
  limitChanges: z.array(
    z.strictObject({
      seconds,
      at,
      limit: z.enum(alarmLimitNames),
      from: z.number(),
      to: z.number(),
      by: z.string(),
      role: z.enum(roles),
    }),
  ),
});
export type AlarmLogSummary = z.infer<typeof alarmLogSchema>;

/** The name as entered; of a part of the console its id, and "" where nobody is named. */
const nameOf = ({ id, name }: Actor): string => name || (id ?? '');

const rounded = (figure: number): number => Number(figure.toFixed(3));
const orNull = (figure: number | null): number | null => (figure === null ? null : rounded(figure));
const secondsOf = ({ sessionMs }: Moment): number => rounded(sessionMs / 1000);
const isoOf = ({ wallMs }: Moment): string => new Date(wallMs).toISOString();

export const alarmLogOf = (figures: Figures): AlarmLogSummary => ({
  highSeconds: rounded(figures.alarmTotals.highSeconds),
  audioPausedSeconds: rounded(figures.audioPausedSeconds),
  occurrences: figures.alarms.map(occurrenceOf),
  audioPauses: figures.audioPauses.map(({ by, from, until }) => ({
    by: nameOf(by),
    fromSeconds: secondsOf(from),
    fromAt: isoOf(from),
    untilSeconds: until === null ? null : secondsOf(until),
    endedBecause: until?.cause ?? null,
    endedBy: until === null || until.by.how === 'program' ? null : nameOf(until.by),
  })),
  limitChanges: figures.limitChanges.map(({ limit, from, to, by, role, ...moment }) => ({
    seconds: secondsOf(moment),
    at: isoOf(moment),
    limit,
    from,
    to,
    by: nameOf(by),
    role,
  })),
});

function occurrenceOf({ alarm, raised, ...logged }: LoggedAlarm): AlarmLogSummary['occurrences'][number] {
  const { id, code, subject, kind, priority, unit, reaction, raisedMs, clearedMs } = alarm;
  return {
    id,
    code,
    subject,
    kind,
    priority,
    unit,
    value: orNull(alarm.value),
    limit: orNull(alarm.limit),
    worst: orNull(alarm.worst),
    reaction,
    raisedSeconds: rounded(raisedMs / 1000),
    raisedAt: isoOf(raised),
    clearedSeconds: clearedMs === null ? null : rounded(clearedMs / 1000),
    unseen: logged.unseen,
    escalations: logged.escalations.map((one) => ({ seconds: secondsOf(one), from: one.from, to: one.to })),
    acknowledgements: logged.acknowledgements.map((one) => ({
      seconds: secondsOf(one),
      at: isoOf(one),
      by: nameOf(one.by),
    })),
    reminderSeconds: logged.reminders.map(secondsOf),
    under: logged.under,
    explained: logged.explained.map(({ by, from, until }) => ({
      by,
      fromSeconds: secondsOf(from),
      untilSeconds: until === null ? null : secondsOf(until),
    })),
  };
}
