import { z } from 'zod';
import { fieldLimits } from '../domain/field-limits.ts';
import { roles } from '../domain/role.ts';
import { memberOf } from './leniently.ts';
import { fromPlainJson } from './plain.ts';
import { personName, textOf, words } from './text-schema.ts';

/** As people are named in `people.json`. */
const personId = textOf(100).min(1, 'is missing');
/** What is no PIN is told so by whoever checks it; here it is only kept short. */
const pin = z.string('must be a text').max(64, 'at most 64 characters');

/** Whoever stands for something as a second person. */
export const secondPerson = z.strictObject({ personId, pin });
export type SecondPerson = z.infer<typeof secondPerson>;

/** Why somebody who has not signed in acts all the same. Of whoever has, only the reason counts. */
export const glass = z.strictObject({ name: textOf(fieldLimits.name), reason: words });
export type Glass = z.infer<typeof glass>;

/** The same out of a message of which nothing else is refused: what is none is left out. */
export function glassIn(sent: unknown): Glass | null {
  const read = glass.safeParse({ ...plainOf(memberOf(sent, 'glass')) });
  return read.success ? read.data : null;
}
const plainOf = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

export const accessRequests = {
  signIn: fromPlainJson(z.strictObject({ personId, pin })),
  signOut: fromPlainJson(z.null()),
  /** Somebody is at the screen. */
  touch: fromPlainJson(z.null()),
  /** Whose run it is from now on. */
  takeChair: fromPlainJson(z.strictObject({ personId, pin })),
  firstAccount: fromPlainJson(z.strictObject({ name: personName, pin })),
  addPerson: fromPlainJson(z.strictObject({ name: personName, role: z.enum(roles), pin })),
  changePerson: fromPlainJson(
    z.strictObject({ id: personId, name: personName, role: z.enum(roles), active: z.boolean() }),
  ),
  /** `ownPin`: of whoever is signed in, asked for again. */
  setPin: fromPlainJson(z.strictObject({ id: personId, pin, ownPin: pin })),
} as const;
