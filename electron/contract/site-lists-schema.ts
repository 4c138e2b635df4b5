import { z } from 'zod';
import { fieldLimits, mostListItems } from '../domain/field-limits.ts';
import { type SiteLists, vitalSignBounds } from '../domain/site-lists.ts';
import { fields } from './strict-fields.ts';
import { textOf } from './text-schema.ts';

const line = textOf(fieldLimits.line).min(1, 'is missing');
const id = z
  .string('must be a text')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters and digits with hyphens between, as "wound-edge"')
  .max(fieldLimits.line, `at most ${fieldLimits.line} characters`);
const number = z.number('must be a number');
const item = { id, en: line, zh: line };

const listOf = <T extends z.ZodType<{ readonly id: string }>>(one: T) =>
  z
    .array(one, 'must be a list')
    .max(mostListItems, `at most ${mostListItems} lines`)
    .superRefine((all, context) => {
      all.forEach((each, index) => {
        if (all.findIndex((other) => other.id === each.id) === index) return;
        context.addIssue({ code: 'custom', path: [index, 'id'], message: `"${each.id}" is there twice` });
      });
    });
const items = listOf(fields(item));
const byCavity = fields({ peritoneal: items, pleural: items, bladder: items });

const checklist = listOf(
  fields({
    ...item,
    mustBeDone: z.boolean('must be true or false'),
    needsSound: z.boolean('must be true or false'),
  }),
);

const { decimals, everyMinutes, unitCharacters } = vitalSignBounds;
const [fewest, most] = decimals;
const [oftenest, rarest] = everyMinutes;
const decimalsProblem = `must be ${fewest} to ${most}`;
const everyProblem = `must be ${oftenest} to ${rarest}, or null`;

const vitalSign = fields({
  ...item,
  unit: textOf(unitCharacters),
  lowest: number,
  highest: number,
  decimals: number.int('must be a whole number').min(fewest, decimalsProblem).max(most, decimalsProblem),
  everyMinutes: number.min(oftenest, everyProblem).max(rarest, everyProblem).nullable(),
}).refine(({ lowest, highest }) => lowest < highest, { path: ['highest'], message: 'must be above lowest' });

/** What a site asks and names. */
export const siteListsSchema: z.ZodType<SiteLists> = fields({
  checklist,
  contraindications: items,
  indications: items,
  catheterPlaces: byCavity,
  probePlaces: byCavity,
  vitalSigns: listOf(vitalSign),
  drugNames: z
    .array(line, 'must be a list')
    .max(mostListItems, `at most ${mostListItems} lines`)
    .refine((all) => new Set(all).size === all.length, 'a name is there twice'),
});
