import { z } from 'zod';
import { type Addendum, documentStatuses, signatureMeanings } from '../../domain/addendum.ts';
import { missingReasons } from '../../domain/reading.ts';
import { eventSchema } from '../../record/codec/event-schema.ts';
import { count, number, schemaOf, text } from '../../record/codec/exact.ts';
import { runHeaderSchema } from '../../record/codec/header-schema.ts';
import { actorSchema } from '../../record/codec/people-schema.ts';
import { summarySchema } from '../../report/summary.ts';
import { channelSchemas, type ReadingChannel, readingNames } from './channels.ts';

const said = <const T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

const addendumSchema = schemaOf<Addendum>()(
  z.strictObject({
    number: z.int().min(1),
    atWallMs: number,
    by: actorSchema,
    said: z.discriminatedUnion('type', [
      said('explanation', { deviation: text, text }),
      said('signature', { meaning: z.enum(signatureMeanings) }),
      said('late-entry', { field: text, value: text, reason: text }),
      said('correction', { field: text, old: text.nullable(), new: text, reason: text }),
      said('note', { text }),
      said('released-unsigned', { reason: text }),
    ]),
  }),
);

const unreadable = z.strictObject({ type: z.literal('unreadable'), was: text, body: text, why: text });

const missingRun = z.strictObject({
  channel: z.enum(readingNames as [ReadingChannel, ...ReadingChannel[]]),
  reason: z.enum(missingReasons),
  /** Index of the first sample, from 0. */
  from: count,
  samples: z.int().min(1),
});

export const sessionVersion = 1;

/** `session.json`, version 1 (docs/chart-tables.md). */
export const sessionSchema = z.strictObject({
  $schema: z.literal('session.schema.json'),
  format: z.literal('isotherm-session'),
  version: z.literal(sessionVersion),
  status: z.enum(documentStatuses),
  /** Of the sealed record, SHA-256. */
  recordSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  header: runHeaderSchema,
  summary: summarySchema,
  events: z.array(
    z.strictObject({
      seq: z.int().min(1),
      sessionMs: number,
      wallMs: number,
      event: z.union([eventSchema, unreadable]),
    }),
  ),
  addenda: z.array(addendumSchema),
  samples: z.strictObject({
    count,
    /** As many values in each as `count`. */
    channels: z.strictObject(channelSchemas),
    missing: z.array(missingRun),
  }),
});
export type Session = z.infer<typeof sessionSchema>;

/** `assets/chart/session.schema.json`: JSON Schema, draft 2020-12. */
export const sessionJsonSchema = (): string =>
  `${JSON.stringify(z.toJSONSchema(sessionSchema, { reused: 'ref' }), null, 2)}\n`;
