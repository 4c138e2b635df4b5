import { existsSync } from 'node:fs';
import { isAbsolute, join, normalize } from 'node:path';
import { z } from 'zod';
import { type Destination, documentKinds } from '../delivery/destination.ts';
import type { ReadDestinations } from '../delivery/server.ts';
import { parseJson } from '../domain/json-text.ts';
import { readTextFile } from './text-file.ts';

const path = z
  .string('must be a text')
  .max(1_000, 'at most 1000 characters')
  .refine(isAbsolute, 'must be a whole path, from the root of the file system on')
  .transform((given) => normalize(`${given}/`).slice(0, -1));

const destination: z.ZodType<Destination> = z.strictObject({
  id: z
    .string('must be a text')
    .regex(
      /^[a-z0-9][a-z0-9-]{0,39}$/,
      'must be 1 to 40 small letters, digits and "-", and never changes its meaning',
    ),
  name: z.string('must be a text').trim().min(1, 'is missing').max(200, 'at most 200 characters'),
  folder: path,
  spool: path.nullable(),
  kinds: z
    .array(z.enum(documentKinds, `must be of ${documentKinds.join(', ')}`))
    .min(1, 'nothing would go there'),
  acknowledgements: path.nullable(),
  stick: z.boolean('must be true or false'),
});

const deliveryFile = z
  .strictObject({
    version: z.literal(1, 'must be 1'),
    destinations: z.array(destination).max(20, 'at most 20'),
  })
  .superRefine(({ destinations }, context) => {
    for (const [at, one] of destinations.entries())
      for (const [field, message] of clashes(one, destinations.slice(0, at)))
        context.addIssue({ code: 'custom', path: ['destinations', at, field], message });
  });

/** Two destinations in one folder would take each other's documents for their own, and each other's answers. */
function clashes(one: Destination, before: readonly Destination[]): [keyof Destination, string][] {
  const found: [keyof Destination, string][] = [];
  const foldersOf = (all: readonly Destination[]) =>
    all.flatMap(({ folder, acknowledgements, spool }) => [folder, acknowledgements, spool]);
  const { id, folder, acknowledgements, spool, stick } = one;
  if (before.some((other) => other.id === id)) found.push(['id', 'is that of another destination']);
  if (foldersOf(before).includes(folder) || folder === acknowledgements || folder === spool)
    found.push(['folder', 'is named twice: give documents, acknowledgements and spool folders of their own']);
  if (acknowledgements !== null && foldersOf(before).includes(acknowledgements))
    found.push(['acknowledgements', 'is a folder of another destination']);
  if (stick && acknowledgements !== null)
    found.push(['acknowledgements', 'must be null: nobody answers on a stick']);
  return found;
}

/** Reads `delivery.json` of the data folder; where there is none, nothing is delivered. Every field that is wrong is named. */
export function readDeliveryFile(dataFolder: string): ReadDestinations {
  const file = join(dataFolder, 'delivery.json');
  if (!existsSync(file)) return { ok: true, destinations: [] };
  const refused = (why: string): ReadDestinations => ({
    ok: false,
    problem: `delivery ${file}: ${why}. Nothing is delivered: mend the file and start again.`,
  });
  const read = readTextFile(file);
  if (!read.ok) return refused(read.problem);
  const json = parseJson(read.text);
  if (!json.ok) return refused(`not valid JSON (${json.why})`);
  const parsed = deliveryFile.safeParse(json.json);
  if (parsed.success) return { ok: true, destinations: parsed.data.destinations };
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${messageOf(issue)}`);
  return refused(issues.join('; '));
}

const messageOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys'
    ? `has no ${issue.keys.map((key) => `"${key}"`).join(', ')}: check its spelling, or take it out`
    : issue.message;
