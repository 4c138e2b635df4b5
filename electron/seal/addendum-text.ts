import { z } from 'zod';
import { type Actor, actorSources } from '../domain/actor.ts';
import { type Addendum, signatureMeanings } from '../domain/addendum.ts';
import { fieldLimits } from '../domain/field-limits.ts';
import { roles } from '../domain/role.ts';

/** Of the layout of `addendum-n.json`. */
const version = 1;

const words = z.string().min(1).max(fieldLimits.words);
const path = z.string().min(1).max(fieldLimits.path);

const saidSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('explanation'), deviation: path, text: words }),
  z.strictObject({ type: z.literal('signature'), meaning: z.enum(signatureMeanings) }),
  z.strictObject({ type: z.literal('late-entry'), field: path, value: words, reason: words }),
  z.strictObject({
    type: z.literal('correction'),
    field: path,
    old: z.string().max(fieldLimits.words).nullable(),
    new: words,
    reason: words,
  }),
  z.strictObject({ type: z.literal('note'), text: words }),
  z.strictObject({ type: z.literal('released-unsigned'), reason: words }),
]);

const bySchema: z.ZodType<Actor> = z.strictObject({
  id: z.string().nullable(),
  name: z.string(),
  role: z.enum(roles).nullable(),
  how: z.enum(actorSources),
});

const addendumSchema = z.strictObject({
  version: z.literal(version),
  number: z.int().min(1),
  atWallMs: z.number().min(0),
  by: bySchema,
  said: saidSchema,
});

/** JSON of one line, as `addendum-n.json` holds it. Throws, in words, where something of it is no addendum. */
export function addendumText({ number, atWallMs, by, said }: Addendum): string {
  const checked = addendumSchema.safeParse({ version, number, atWallMs, by, said });
  if (!checked.success) throw new Error(problemIn(checked.error));
  return `${JSON.stringify(checked.data)}\n`;
}

export type AddendumTextRead =
  | { readonly ok: true; readonly addendum: Addendum }
  | { readonly ok: false; readonly problem: string };

export function readAddendumText(text: string): AddendumTextRead {
  try {
    const read = addendumSchema.safeParse(JSON.parse(text));
    if (!read.success) return { ok: false, problem: problemIn(read.error) };
    const { version: _, ...addendum } = read.data;
    return { ok: true, addendum };
  } catch (error) {
    return { ok: false, problem: `it is no JSON: ${(error as Error).message}` };
  }
}

function problemIn({ issues: [first] }: z.ZodError): string {
  return first === undefined ? 'it is no addendum' : `${first.path.join('.') || 'it'}: ${first.message}`;
}
