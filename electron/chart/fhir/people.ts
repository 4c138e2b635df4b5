import type { Actor } from '../../domain/actor.ts';
import { localSystem } from '../local-codes.ts';
import type { Draft } from './draft.ts';
import type { Named, Reference } from './types.ts';

/**
 * Who acted, as a resource of its own: one for a person who had signed in, by the id of the account, and one for a name
 * that was typed. Names do not tell that two of these are the same person. The program is a device; `undefined`: nobody
 * is named.
 */
export function person(draft: Draft, actor: Pick<Actor, 'id' | 'name' | 'how'>): Reference | undefined {
  const { id, name, how } = actor;
  if (how === 'program') return draft.refTo('console');
  if (how === 'signed-in' && id !== null)
    return practitioner(draft, `person/${id}`, name, [
      { system: `${localSystem}/person`, value: id, assigner: { display: 'Isotherm' } },
    ]);
  return namedPerson(draft, name);
}

/** Somebody known by a typed name alone. */
export const namedPerson = (draft: Draft, name: string): Reference | undefined =>
  name.trim() === '' ? undefined : practitioner(draft, `named/${name.trim()}`, name.trim(), undefined);

/** Named where it may be no person, as "Pharmacy". */
export const display = (name: string): Named | undefined =>
  name.trim() === '' ? undefined : { display: name.trim() };

function practitioner(
  draft: Draft,
  key: string,
  name: string,
  identifier: readonly { readonly [key: string]: string | { readonly display: string } }[] | undefined,
): Reference {
  const known = draft.refIf(key);
  const reference =
    known ?? draft.add(key, { resourceType: 'Practitioner', identifier, name: [{ text: name }] });
  return { ...reference, display: name };
}
