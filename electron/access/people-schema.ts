import { z } from 'zod';
import { fieldLimits, hasLostCharacter } from '../domain/field-limits.ts';
import { roles } from '../domain/role.ts';
import { nameTaken, type People, serviceProblem } from './people.ts';
import { hashLength, pinCost, saltLength } from './pin.ts';

const hex = (length: number) =>
  z
    .string('must be a text')
    .regex(new RegExp(`^[0-9a-f]{${length}}$`), `must be ${length} signs of 0-9 and a-f`);
/** A cheaper one would be guessed, a dearer one would keep people waiting. */
const exactly = (value: number) => z.literal(value, `must be ${value}`);
const closed = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys'
        ? `has ${(keys as string[]).map((key) => `"${key}"`).join(', ')}, which nothing reads: take it out`
        : 'must be an object',
  });

const person = closed({
  id: z
    .string('must be a text')
    .min(1, 'is missing')
    .max(fieldLimits.line, `at most ${fieldLimits.line} characters`),
  name: z
    .string('must be a text')
    .min(1, 'a name is missing')
    .max(fieldLimits.name, `at most ${fieldLimits.name} characters`)
    .refine((name) => name === name.trim(), 'must not begin or end with a blank')
    .refine((name) => !hasLostCharacter(name), 'holds a character that was lost (�): write it again'),
  role: z.enum(roles, `must be one of ${roles.join(', ')}`),
  active: z.boolean('must be true or false'),
  pin: closed({
    salt: hex(saltLength),
    hash: hex(hashLength),
    N: exactly(pinCost.N),
    r: exactly(pinCost.r),
    p: exactly(pinCost.p),
  }),
});

/** `people.json`, version 1. */
export const peopleFileSchema = closed({
  version: z.literal(1, 'this console reads version 1'),
  people: z.array(person, 'must be a list').superRefine((people: People, context) => {
    const find = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    for (const [at, one] of people.entries()) {
      if (people.findIndex(({ id }) => id === one.id) < at) find([at, 'id'], 'another person has it');
      if (nameTaken(people.slice(0, at), one) !== null)
        find([at, 'name'], 'another active person has it: write who is meant, or make one inactive');
    }
    if (serviceProblem(people) !== null)
      find([], 'nobody active has the role service: one has to stay, who adds the others');
  }),
});
