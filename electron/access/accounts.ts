import { randomUUID } from 'node:crypto';
import type { AccessProblem, AccessResult } from '../domain/access-problem.ts';
import type { Actor } from '../domain/actor.ts';
import type { Role } from '../domain/role.ts';
import type { Audited } from './audit-entry.ts';
import type { AuditLog } from './audit-log.ts';
import { InTurn } from './in-turn.ts';
import {
  actorOf,
  addPerson,
  type Changed,
  changePerson,
  nameProblem,
  type People,
  type Person,
  type PersonFields,
  withPin,
} from './people.ts';
import type { PeopleFile } from './people-file.ts';
import { keptPin, pinProblem } from './pin.ts';

type Kept = Promise<AccessResult<{ readonly person: Person }>>;

/** Changes of people, one at a time. The file comes first, then the log: what the log says has happened. */
export class Accounts {
  readonly #file: PeopleFile;
  readonly #audit: AuditLog;
  readonly #turn = new InTurn();

  constructor(file: PeopleFile, audit: AuditLog) {
    this.#file = file;
    this.#audit = audit;
  }

  get people(): People {
    return this.#file.people;
  }

  /** Makes the account that makes the others; its person is who acts. */
  first(name: string, pin: string): Kept {
    return this.#turn.do(async () => {
      if (this.#file.problem !== null) return refused({ kind: 'people-file', said: this.#file.problem });
      if (this.people.length > 0) return refused({ kind: 'people-there' });
      return this.#add(null, name, 'service', pin);
    });
  }

  add(by: Actor, name: string, role: Role, pin: string): Kept {
    return this.#turn.do(() => this.#add(by, name, role, pin));
  }

  change(by: Actor, id: string, fields: Partial<PersonFields>): Kept {
    return this.#turn.do(async () => {
      const before = this.people.find((one) => one.id === id);
      if (before === undefined) return refused({ kind: 'no-such-person' });
      const changed = changePerson(this.people, id, fields);
      return this.#keep(changed, ({ name, role, active }) => [
        by,
        {
          type: 'person-changed',
          person: { id, name },
          old: { name: before.name, role: before.role, active: before.active },
          new: { name, role, active },
        },
      ]);
    });
  }

  setPin(by: Actor, id: string, pin: string): Kept {
    return this.#turn.do(async () => {
      const unfit = pinProblem(pin);
      if (unfit !== null) return refused(unfit);
      const changed = withPin(this.people, id, await keptPin(pin));
      return this.#keep(changed, ({ name }) => [by, { type: 'pin-set', person: { id, name } }]);
    });
  }

  async #add(by: Actor | null, name: string, role: Role, pin: string): Kept {
    // Said before a hash is made of the PIN.
    const unfit = nameProblem(name) ?? pinProblem(pin);
    if (unfit !== null) return refused(unfit);
    const person = { id: randomUUID(), name, role, active: true, pin: await keptPin(pin) };
    return this.#keep(addPerson(this.people, person), (added) => [
      by ?? actorOf(added),
      { type: 'person-added', person: { id: added.id, name: added.name }, role },
    ]);
  }

  async #keep(changed: Changed, entry: (person: Person) => readonly [by: Actor, what: Audited]): Kept {
    if (!changed.ok) return changed;
    const { people, person } = changed;
    const problem = await this.#file.keep(people);
    if (problem !== null) return refused(problem);
    await this.#audit.append(...entry(person));
    return { ok: true, person };
  }
}

const refused = (problem: AccessProblem): { ok: false; problem: AccessProblem } => ({ ok: false, problem });
