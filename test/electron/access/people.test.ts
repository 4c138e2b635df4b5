import { describe, expect, it } from 'vitest';
import { activePerson, addPerson, changePerson, type People } from '../../../electron/access/people.ts';
import { personOf } from './bench.ts';

const service = personOf('s', 'Service engineer', 'service');
const ming = personOf('m', 'Example, Xiaoming (王小明)', 'perfusionist');
const gone = personOf('g', 'Gone', 'clinician', false);
const people: People = [service, ming, gone];
const refused = (problem: object) => ({ ok: false, problem });

describe('people', () => {
  it('are added and changed, the others left as they are', () => {
    const added = addPerson(people, personOf('n', '  New  ', 'or-staff'));
    expect(added).toMatchObject({ ok: true, person: { id: 'n', name: 'New', role: 'or-staff' } });
    expect(added.ok && added.people.slice(0, 3)).toEqual(people);
    const changed = changePerson(people, 'm', { role: 'clinician' });
    expect(changed).toMatchObject({ ok: true, people: [service, { ...ming, role: 'clinician' }, gone] });
  });

  it.each(['Service engineer', ' service  ENGINEER ', 'Ｓervice engineer'])(
    'a second "%s" could not be told from the first',
    (name) => {
      const taken = refused({ kind: 'name-taken', name: 'Service engineer' });
      expect(addPerson(people, personOf('n', name, 'clinician'))).toEqual(taken);
      expect(changePerson(people, 'm', { name })).toEqual(taken);
    },
  );

  it('but the name of somebody inactive is free, until they come back', () => {
    const added = addPerson(people, personOf('n', 'Gone', 'or-staff'));
    expect(added.ok).toBe(true);
    expect(added.ok && changePerson(added.people, 'g', { active: true })).toEqual(
      refused({ kind: 'name-taken', name: 'Gone' }),
    );
  });

  it.each([{ active: false }, { role: 'clinician' }] as const)(
    'the last service engineer stays one: %j',
    (change) => {
      expect(changePerson(people, 's', change)).toEqual(refused({ kind: 'last-service' }));
      const two = [...people, personOf('t', 'Second', 'service')];
      expect(changePerson(two, 's', change).ok).toBe(true);
    },
  );

  it.each([
    ['', { kind: 'name-missing' }],
    ['  ', { kind: 'name-missing' }],
    ['x'.repeat(201), { kind: 'name-wrong', problem: { kind: 'too-long', most: 200, tooMany: 1 } }],
    ['a\uFFFD', { kind: 'name-wrong', problem: { kind: 'lost' } }],
    ['a\uD800', { kind: 'name-wrong', problem: { kind: 'lost' } }],
  ])('a name that is none is refused: %j', (name, problem) => {
    expect(changePerson(people, 'm', { name })).toEqual(refused(problem));
    expect(addPerson(people, personOf('n', name, 'clinician'))).toEqual(refused(problem));
  });

  it('only who is active can sign in', () => {
    expect(activePerson(people, 'm')).toBe(ming);
    expect(activePerson(people, 'g')).toBeNull();
    expect(changePerson(people, 'x', {})).toEqual(refused({ kind: 'no-such-person' }));
  });
});
