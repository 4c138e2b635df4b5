import { z } from 'zod';
import { memberOf, nameIn } from './leniently.ts';
import { fromPlainJson } from './plain.ts';
import { personName } from './text-schema.ts';

/** `by` has looked at patient and catheters: they are those of this run. */
const takeUp = z.strictObject({ choice: z.literal('take-up'), by: personName });

/**
 * What becomes of a run that a lost console left open. Taking up is confirmed by a named person; drain and end are never
 * refused for a name, like the interventions.
 */
export const recoverRequest: z.ZodType<{ choice: 'take-up' | 'drain' | 'end'; by: string }> = z
  .unknown()
  .transform((sent, context) => {
    const choice = memberOf(sent, 'choice');
    if (choice === 'drain' || choice === 'end') return { choice, by: nameIn(sent) } as const;
    const read = fromPlainJson(takeUp).safeParse(sent);
    if (read.success) return read.data;
    const { path, message } = read.error.issues[0] ?? { path: [], message: 'it is none' };
    const chosen = path[0] === 'choice' ? 'the choice is none of take-up, drain, end' : message;
    context.addIssue({ code: 'custom', path: [...path], message: chosen });
    return z.NEVER;
  });
