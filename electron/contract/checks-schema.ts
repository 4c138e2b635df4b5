import { z } from 'zod';
import { type Checks, checklistAnswers, contraindicationAnswers } from '../domain/case.ts';
import { fieldLimits, mostListItems } from '../domain/field-limits.ts';
import { textOf } from './text-schema.ts';

const line = textOf(fieldLimits.line);
const person = textOf(fieldLimits.name);
const id = textOf(fieldLimits.line).min(1, 'the id is missing');

const checklistAnswer = z
  .strictObject({
    id,
    answer: z.enum(checklistAnswers, `must be one of ${checklistAnswers.join(', ')}`),
    by: person.default(''),
    atWallMs: z.number().nullable().default(null),
    reason: line.default(''),
  })
  .refine(({ answer, reason }) => answer !== 'not-done' || reason !== '', {
    path: ['reason'],
    message: 'why it is not done is missing',
  });

/** What a screen sends of an item: who says so, and when, is not for it to say. */
export const checklistRequest = z.strictObject({
  id,
  answer: z.enum(checklistAnswers, `must be one of ${checklistAnswers.join(', ')}`),
  reason: line.default(''),
});

/** All probes in one vessel, as a screen has judged them. */
export const dipRequest = z.strictObject({
  meansCelsius: z.array(z.number().nullable()).length(4),
  spreadKelvin: z.number().min(0),
});

const contraindicationAnswer = z
  .strictObject({
    id,
    answer: z.enum(contraindicationAnswers, `must be one of ${contraindicationAnswers.join(', ')}`),
    reason: line.default(''),
    clinician: person.default(''),
  })
  .superRefine(({ answer, reason, clinician }, context) => {
    if (answer === 'no') return;
    if (reason === '')
      context.addIssue({ code: 'custom', path: ['reason'], message: 'the reason is missing' });
    if (clinician === '')
      context.addIssue({ code: 'custom', path: ['clinician'], message: 'the clinician is missing' });
  });

const onceEach = (all: readonly { readonly id: string }[]): boolean =>
  new Set(all.map((one) => one.id)).size === all.length;

/** What was asked of the team before the run. */
export const checksSchema = z.strictObject({
  checklist: z.array(checklistAnswer).max(mostListItems).refine(onceEach, 'an item is answered twice'),
  contraindications: z
    .array(contraindicationAnswer)
    .max(mostListItems)
    .refine(onceEach, 'an item is answered twice'),
  feverAcceptedBy: person.default(''),
  dipCheck: z
    .strictObject({
      by: person,
      atWallMs: z.number(),
      meansCelsius: z.array(z.number().nullable()).length(4),
      spreadKelvin: z.number().min(0),
    })
    .nullable()
    .default(null),
}) satisfies z.ZodType<Checks>;
