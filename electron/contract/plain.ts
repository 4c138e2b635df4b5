import { z } from 'zod';
import { plainCopy } from '../domain/plain-json.ts';

/** The schema held to a fresh copy of plain JSON: whatever else was sent is refused by its place, before it is read. */
export const fromPlainJson = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value, context) => {
    const copy = plainCopy(value);
    if (copy.ok) return copy.value;
    context.addIssue({ code: 'custom', path: [...copy.path], message: copy.message });
    return z.NEVER;
  }, schema);
