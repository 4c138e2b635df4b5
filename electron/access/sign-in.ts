import type { AccessProblem, AccessResult } from '../domain/access-problem.ts';
import { type Actor, unknownActor } from '../domain/actor.ts';
import { permission } from '../domain/permissions.ts';
import type { Role } from '../domain/role.ts';
import type { Clock } from '../domain/time.ts';
import { Accounts } from './accounts.ts';
import type { Audited } from './audit-entry.ts';
import type { AuditLog } from './audit-log.ts';
import { activePerson, actorOf, type Person, type PersonFields } from './people.ts';
import type { PeopleFile } from './people-file.ts';
import { PinTries } from './tries.ts';

/** A person as a screen may know them: nothing of a PIN. */
export type KnownPerson = Pick<Person, 'id' | 'name' | 'role' | 'active'>;
type OfPerson = AccessResult<{ readonly person: KnownPerson }>;
type Taken = AccessResult<{ readonly from: KnownPerson | null; readonly to: KnownPerson }>;

export interface AccessOptions {
  readonly file: PeopleFile;
  /** Started. */
  readonly audit: AuditLog;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Whoever is signed in is signed out after so long without a touch. */
  readonly lockAfterMinutes: number;
}

/**
 * Who is signed in, and who holds the chair. It says who acts and blocks nothing: what nobody signed in may do
 * (`permissions.ts`) never comes here. No call waits for a disk but those that change people.
 */
export class Access {
  readonly #options: AccessOptions;
  readonly #accounts: Accounts;
  readonly #tries: PinTries;
  #signedInId: string | null = null;
  #chairId: string | null = null;
  #touchedMs = 0;

  constructor(options: AccessOptions) {
    this.#options = options;
    this.#accounts = new Accounts(options.file, options.audit);
    this.#tries = new PinTries(options.clock, options.audit);
  }

  /** Everybody, inactive ones too; none where the file is wrong (`fileProblem`). */
  get people(): readonly KnownPerson[] {
    return this.#accounts.people.map(known);
  }

  /** Why nobody can sign in, in English: `people.json` is wrong. */
  get fileProblem(): string | null {
    return this.#options.file.problem;
  }

  /** There is nobody yet: `firstAccount` is taken. */
  get wantsFirstAccount(): boolean {
    return this.fileProblem === null && this.people.length === 0;
  }

  /** Whoever is signed in now. Asking is what locks: a console that nobody touched for too long signs out. */
  get signedIn(): KnownPerson | null {
    const idleMs = this.#options.clock.monotonicMs() - this.#touchedMs;
    if (idleMs >= this.#options.lockAfterMinutes * 60_000) this.#leave('idle');
    return this.#person(this.#signedInId);
  }

  /** In whose name a screen acts. */
  get actor(): Actor {
    const person = this.signedIn;
    return person === null ? unknownActor : actorOf(person);
  }

  /** It stays theirs while they are signed out, until somebody takes it or the run is over. */
  get chair(): KnownPerson | null {
    return this.#person(this.#chairId);
  }

  /** Somebody is at the screen. */
  touch(): void {
    if (this.signedIn !== null) this.#touchedMs = this.#options.clock.monotonicMs();
  }

  async signIn(personId: string, pin: string): Promise<OfPerson> {
    const checked = await this.verify(personId, pin);
    if (!checked.ok) return checked;
    this.#enter(checked.person);
    return checked;
  }

  signOut(): AccessResult {
    if (this.signedIn === null) return refused({ kind: 'not-signed-in' });
    this.#leave('person');
    return { ok: true };
  }

  /** That somebody, as a second person, is who they say; nobody is signed in or out by it. */
  async verify(personId: string, pin: string): Promise<OfPerson> {
    const person = activePerson(this.#accounts.people, personId);
    if (person === null) return refused(this.#nobody());
    const problem = await this.#tries.check(person, pin, this.#chairId === personId);
    if (problem !== null) return refused(problem);
    // They may have been made inactive meanwhile.
    const now = activePerson(this.#accounts.people, personId);
    return now === null ? refused({ kind: 'no-such-person' }) : { ok: true, person: known(now) };
  }

  /**
   * Whoever takes the chair says so by PIN, also where the one before is not there any more, and is signed in by it: what
   * comes next is not in the name of who went home. `from`: whose it was.
   */
  async handOver(toPersonId: string, pin: string): Promise<Taken> {
    const checked = await this.verify(toPersonId, pin);
    if (!checked.ok) return checked;
    const { person: to } = checked;
    if (permission(actorOf(to), 'hand-over-chair') !== 'yes') return refused({ kind: 'no-role-for-chair' });
    const from = this.chair;
    this.#chairId = to.id;
    this.#enter(to);
    if (from?.id !== to.id)
      this.#note(actorOf(to), {
        type: 'chair-taken',
        from: from === null ? null : { id: from.id, name: from.name },
      });
    return { ok: true, from, to };
  }

  /** Whoever starts or goes on with a run takes its chair; of whoever may not, it stays as it is. */
  sit(person: Pick<Person, 'id'>): void {
    const to = this.#person(person.id);
    if (to === null || permission(actorOf(to), 'hand-over-chair') !== 'yes' || this.#chairId === to.id)
      return;
    const from = this.chair;
    this.#chairId = to.id;
    this.#note(actorOf(to), {
      type: 'chair-taken',
      from: from === null ? null : { id: from.id, name: from.name },
    });
  }

  /** The run is over: the chair is nobody's. */
  freeChair(): void {
    this.#chairId = null;
  }

  /** The first of all people, a service engineer, who adds the others. */
  async firstAccount(name: string, pin: string): Promise<OfPerson> {
    return asKnown(await this.#accounts.first(name, pin));
  }

  async addPerson(name: string, role: Role, pin: string): Promise<OfPerson> {
    const unfit = this.#mayNotEdit();
    return unfit !== null ? refused(unfit) : asKnown(await this.#accounts.add(this.actor, name, role, pin));
  }

  /** Name, role, or whether they may sign in; who is made inactive is signed out. */
  async changePerson(id: string, fields: Partial<PersonFields>): Promise<OfPerson> {
    const unfit = this.#mayNotEdit();
    if (unfit !== null) return refused(unfit);
    const changed = asKnown(await this.#accounts.change(this.actor, id, fields));
    if (changed.ok && !changed.person.active && this.#signedInId === id) this.#leave('inactive');
    return changed;
  }

  /** Of oneself, or of anybody by a service engineer; `ownPin` is of whoever is signed in, asked for again. */
  async setPin(id: string, pin: string, ownPin: string): Promise<OfPerson> {
    const me = this.signedIn;
    const unfit = me?.id === id ? null : this.#mayNotEdit();
    if (me === null || unfit !== null) return refused(unfit ?? { kind: 'not-signed-in' });
    const checked = await this.verify(me.id, ownPin);
    return checked.ok ? asKnown(await this.#accounts.setPin(actorOf(me), id, pin)) : checked;
  }

  #person(id: string | null): KnownPerson | null {
    const person = this.#accounts.people.find((one) => one.id === id);
    return person === undefined ? null : known(person);
  }

  #nobody(): AccessProblem {
    const said = this.fileProblem;
    return said === null ? { kind: 'no-such-person' } : { kind: 'people-file', said };
  }

  #mayNotEdit(): AccessProblem | null {
    const by = this.actor;
    if (permission(by, 'edit-people') === 'yes') return null;
    return { kind: by.how === 'signed-in' ? 'not-your-role' : 'not-signed-in' };
  }

  /** By a PIN that was right. */
  #enter(person: KnownPerson): void {
    if (this.signedIn?.id !== person.id) {
      this.#leave('another');
      this.#signedInId = person.id;
      this.#note(actorOf(person), { type: 'signed-in' });
    }
    this.#touchedMs = this.#options.clock.monotonicMs();
  }

  #leave(because: 'person' | 'idle' | 'another' | 'inactive'): void {
    const person = this.#person(this.#signedInId);
    this.#signedInId = null;
    if (person !== null) this.#note(actorOf(person), { type: 'signed-out', because });
  }

  /** Nobody waits for the disk of the log; what could not be written is told by `audit.problem`. */
  #note(by: Actor, what: Audited): void {
    void this.#options.audit.append(by, what);
  }
}

const known = ({ id, name, role, active }: Person): KnownPerson => ({ id, name, role, active });
const asKnown = (result: AccessResult<{ readonly person: Person }>): OfPerson =>
  result.ok ? { ok: true, person: known(result.person) } : result;
const refused = (problem: AccessProblem): { ok: false; problem: AccessProblem } => ({ ok: false, problem });
