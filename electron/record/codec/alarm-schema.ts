import { z } from 'zod';
import { type Alarm, alarmCodes, alarmKinds, alarmUnits, priorities, reactions } from '../../domain/alarm.ts';
import { type AlarmEvent, audioOnCauses } from '../../domain/alarm-event.ts';
import { alarmLimitNames } from '../../domain/alarm-limits.ts';
import { roles } from '../../domain/role.ts';
import { count, number, numberOrNull, schemaOf, text } from './exact.ts';
import { actorSchema } from './people-schema.ts';

const alarm = schemaOf<Alarm>()(
  z.strictObject({
    id: text,
    code: z.enum(alarmCodes),
    subject: text,
    priority: z.enum(priorities),
    kind: z.enum(alarmKinds),
    unit: z.enum(alarmUnits),
    value: numberOrNull,
    limit: numberOrNull,
    worst: numberOrNull,
    reaction: z.enum(reactions),
    raisedMs: number,
    escalatedMs: numberOrNull,
    clearedMs: numberOrNull,
    acknowledgedMs: numberOrNull,
    acknowledgedBy: actorSchema.nullable(),
    reminders: count,
    under: text.nullable(),
  }),
);
const occurrence = <const T extends string>(type: T) => z.strictObject({ type: z.literal(type), alarm });

/** Each is one line of the alarm log. */
export const alarmEventSchemas = [
  occurrence('alarm-raised'),
  occurrence('alarm-escalated'),
  occurrence('alarm-suppressed'),
  occurrence('alarm-surfaced'),
  occurrence('alarm-cleared'),
  occurrence('alarm-acknowledged'),
  occurrence('alarm-reminded'),
  z.strictObject({ type: z.literal('audio-paused'), by: actorSchema, seconds: number }),
  z.strictObject({ type: z.literal('audio-on'), cause: z.enum(audioOnCauses), by: actorSchema }),
  z.strictObject({
    type: z.literal('alarm-limit-changed'),
    limit: z.enum(alarmLimitNames),
    from: number,
    to: number,
    by: actorSchema,
    role: z.enum(roles),
  }),
] as const;

schemaOf<AlarmEvent>()(z.discriminatedUnion('type', alarmEventSchemas));
