import { z } from 'zod';
import { fieldLimits } from '../domain/field-limits.ts';
import { mostIdentifiers } from '../domain/patient.ts';
import { fromPlainJson } from './plain.ts';
import { textOf } from './text-schema.ts';

const line = textOf(fieldLimits.line);
/** As it stands in the form, perhaps blank. */
const identifier = z.strictObject({ value: line, issuer: line });

export const worklistRequests = {
  /** Who waits; asked for when `worklistRevision` of the view is another. */
  worklist: fromPlainJson(z.null()),
  /** A scan as it was read, held against the numbers that are typed. What is no number is told so by whoever reads it. */
  wristband: fromPlainJson(
    z.strictObject({
      scan: z.string('must be a text').max(fieldLimits.words, `at most ${fieldLimits.words} characters`),
      identifiers: z
        .tuple([identifier], identifier)
        .refine((all) => all.length <= mostIdentifiers, `at most ${mostIdentifiers} identifiers`),
    }),
  ),
} as const;
