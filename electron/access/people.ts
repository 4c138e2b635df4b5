import type { AccessProblem, AccessResult } from '../domain/access-problem.ts';
import type { Actor } from '../domain/actor.ts';
import { fieldLimits, textProblem } from '../domain/field-limits.ts';
import type { Role } from '../domain/role.ts';
import type { KeptPin } from './pin.ts';

/** Nobody is ever taken out: a record names a person by `id` for good. */
export interface Person {
  readonly id: string;
  /** Family and given name as one text. */
  readonly name: string;
  readonly role: Role;
  /** May sign in. */
  readonly active: boolean;
  readonly pin: KeptPin;
}
export type People = readonly Person[];

/** What can be changed of a person besides the PIN. */
export type PersonFields = Pick<Person, 'name' | 'role' | 'active'>;

export type Changed = AccessResult<{ readonly people: People; readonly person: Person }>;

export const actorOf = ({ id, name, role }: Pick<Person, 'id' | 'name' | 'role'>): Actor => ({
  id,
  name,
  role,
  how: 'signed-in',
});

/** The person of that id who may sign in. */
export const activePerson = (people: People, id: string): Person | null =>
  people.find((one) => one.id === id && one.active) ?? null;

/** `person.id` is one that nobody has or had. */
export const addPerson = (people: People, person: Person): Changed => checked([...people, person], person.id);

export const changePerson = (people: People, id: string, fields: Partial<PersonFields>): Changed =>
  changed(people, id, fields);

export const withPin = (people: People, id: string, pin: KeptPin): Changed => changed(people, id, { pin });

function changed(people: People, id: string, fields: Partial<Person>): Changed {
  if (!people.some((one) => one.id === id)) return { ok: false, problem: { kind: 'no-such-person' } };
  return checked(
    people.map((one) => (one.id === id ? { ...one, ...fields } : one)),
    id,
  );
}

function checked(unchecked: People, id: string): Changed {
  const people = unchecked.map((one) => (one.id === id ? { ...one, name: one.name.trim() } : one));
  const person = people.find((one) => one.id === id) as Person;
  const problem = nameProblem(person.name) ?? nameTaken(people, person) ?? serviceProblem(people);
  return problem === null ? { ok: true, people, person } : { ok: false, problem };
}

export function nameProblem(name: string): AccessProblem | null {
  if (name.trim() === '') return { kind: 'name-missing' };
  const problem = textProblem(name, fieldLimits.name);
  return problem === null ? null : { kind: 'name-wrong', problem };
}

/** Names that a person would read as one are one. */
const called = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Two active people of one name could not be told apart on a screen. */
export function nameTaken(people: People, person: Person): AccessProblem | null {
  const other = people.find(
    (one) => one.id !== person.id && one.active && person.active && called(one.name) === called(person.name),
  );
  return other === undefined ? null : { kind: 'name-taken', name: other.name };
}

/** Without one nobody could add anybody. */
export const serviceProblem = (people: People): AccessProblem | null =>
  people.some(({ role, active }) => active && role === 'service') ? null : { kind: 'last-service' };
