import { z } from 'zod';
import type { EnteredPreset } from '../domain/preset.ts';
import { presetProblems } from '../domain/preset-problems.ts';
import { rebuiltPreset } from '../domain/preset-rebuilt.ts';
import { fromPlainJson } from './plain.ts';

/** A preset that comes through the door: held to the rules that files and the editor are held to, and made anew. */
export const completePreset: z.ZodType<EnteredPreset> = fromPlainJson(
  z.unknown().transform((value, context) => {
    const problems = presetProblems(value, null);
    for (const { field, message } of problems) {
      context.addIssue({ code: 'custom', path: field.split('.'), message });
    }
    return problems.length === 0 ? rebuiltPreset(value as EnteredPreset) : z.NEVER;
  }),
);
