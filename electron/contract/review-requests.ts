import { z } from 'zod';
import { type Said, signatureMeanings } from '../domain/addendum.ts';
import { fieldLimits } from '../domain/field-limits.ts';
import { fromPlainJson } from './plain.ts';
import { textOf, words } from './text-schema.ts';

const runId = textOf(fieldLimits.line).min(1, 'is missing');
const path = textOf(fieldLimits.path).min(1, 'is missing');

const said: z.ZodType<Said> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('explanation'), deviation: path, text: words }),
  z.strictObject({ type: z.literal('signature'), meaning: z.enum(signatureMeanings) }),
  z.strictObject({ type: z.literal('late-entry'), field: path, value: words, reason: words }),
  z.strictObject({
    type: z.literal('correction'),
    field: path,
    // As it stands, untouched: what was typed with a blank is corrected with it.
    old: z.string('must be a text').max(fieldLimits.words).nullable(),
    new: words,
    reason: words,
  }),
  z.strictObject({ type: z.literal('note'), text: words }),
  z.strictObject({ type: z.literal('released-unsigned'), reason: words }),
]);

export const reviewRequests = {
  /** A closed record, to be reviewed. */
  review: fromPlainJson(z.strictObject({ runId })),
  /** What whoever is signed in says of it. */
  say: fromPlainJson(z.strictObject({ runId, said })),
} as const;
