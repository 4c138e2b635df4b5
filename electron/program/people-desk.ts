import { join } from 'node:path';
import { AuditLog } from '../access/audit-log.ts';
import { PeopleFile } from '../access/people-file.ts';
import { Access, type KnownPerson } from '../access/sign-in.ts';
import type { Glass, SecondPerson } from '../contract/access-requests.ts';
import type { Replies, Requests } from '../contract/channels.ts';
import type { AccessView } from '../contract/view.ts';
import type { AccessProblem, AccessResult } from '../domain/access-problem.ts';
import { type Actor, signedInActor, unknownActor } from '../domain/actor.ts';
import { type Asking, askingOf } from '../domain/asking.ts';
import type { Clock } from '../domain/time.ts';

export interface PeopleDeskOptions {
  /** Where `people.json` and `audit.log` lie. */
  readonly folder: string;
  readonly clock: Clock;
  /** As the site has it now. */
  readonly lockAfterMinutes: number;
  readonly say: (line: string) => void;
}

/** What is asked before the file of people has been read. */
const notYet: AccessResult & { ok: false } = { ok: false, problem: { kind: 'no-such-person' } };

/** People at the screen. Their file is read beside the ticks; until then, and where it is wrong, nobody is signed in. */
export class PeopleDesk {
  readonly #options: PeopleDeskOptions;
  readonly #audit: AuditLog;
  #access: Access | null = null;
  #isOpen = false;

  constructor(options: PeopleDeskOptions) {
    this.#options = options;
    this.#audit = new AuditLog(join(options.folder, 'audit.log'), options.clock);
  }

  /** Resolves once people can sign in, or it has been said why they cannot. Never rejects. */
  async open(): Promise<void> {
    const options = this.#options;
    const { folder, clock, say } = options;
    const file = await PeopleFile.open(join(folder, 'people.json'));
    this.#access = new Access({
      file,
      audit: this.#audit,
      clock,
      get lockAfterMinutes() {
        return options.lockAfterMinutes;
      },
    });
    if (file.problem !== null) say(file.problem);
    this.#isOpen = true;
    const verdict = await this.#audit.start();
    if (verdict !== null && verdict.state === 'changed') say(auditChanged(folder, verdict.line));
    if (this.#audit.problem !== null) say(this.#audit.problem);
  }

  get audit(): AuditLog {
    return this.#audit;
  }

  get actor(): Actor {
    return this.#access?.actor ?? unknownActor;
  }

  asking(glass: Glass | null): Asking {
    return askingOf(this.actor, glass);
  }

  /** The second person, by the PIN; `null`: it was not right. */
  async second({ personId, pin }: SecondPerson): Promise<Actor | null> {
    const checked = await this.#access?.verify(personId, pin);
    return checked?.ok ? signedInActor(checked.person) : null;
  }

  /** Whoever begins or goes on with a run takes its chair; `null`: nobody who may. */
  sit(by: Actor): { readonly from: Actor | null; readonly to: Actor } | null {
    const access = this.#access;
    if (access === null || by.id === null) return null;
    const from = chairOf(access);
    access.sit({ id: by.id });
    const to = chairOf(access);
    return to === null || to.id === from?.id ? null : { from, to };
  }

  freeChair(): void {
    this.#access?.freeChair();
  }

  view(released: AccessView['released']): AccessView {
    const access = this.#access;
    return {
      people: access?.people ?? [],
      signedIn: access?.signedIn ?? null,
      chair: access?.chair ?? null,
      wantsFirstAccount: this.#isOpen && access?.wantsFirstAccount === true,
      problem: access?.fileProblem ?? this.#audit.problem,
      released,
    };
  }

  async signIn({ personId, pin }: Requests['signIn']): Promise<Replies['signIn']> {
    return plain((await this.#access?.signIn(personId, pin)) ?? notYet);
  }

  signOut(): Replies['signOut'] {
    return plain(this.#access?.signOut() ?? notYet);
  }

  touch(): void {
    this.#access?.touch();
  }

  /** Whoever takes the chair says so by PIN. */
  async takeChair({
    personId,
    pin,
  }: Requests['takeChair']): Promise<
    { ok: true; from: Actor | null; to: Actor } | { ok: false; problem: AccessProblem }
  > {
    const taken = (await this.#access?.handOver(personId, pin)) ?? notYet;
    if (!taken.ok) return taken;
    return { ok: true, from: actorOrNull(taken.from), to: signedInActor(taken.to) };
  }

  async firstAccount({ name, pin }: Requests['firstAccount']): Promise<Replies['firstAccount']> {
    return plain((await this.#access?.firstAccount(name, pin)) ?? notYet);
  }

  async addPerson({ name, role, pin }: Requests['addPerson']): Promise<Replies['addPerson']> {
    return plain((await this.#access?.addPerson(name, role, pin)) ?? notYet);
  }

  async changePerson({ id, ...fields }: Requests['changePerson']): Promise<Replies['changePerson']> {
    return plain((await this.#access?.changePerson(id, fields)) ?? notYet);
  }

  async setPin({ id, pin, ownPin }: Requests['setPin']): Promise<Replies['setPin']> {
    return plain((await this.#access?.setPin(id, pin, ownPin)) ?? notYet);
  }
}

const chairOf = ({ chair }: Access): Actor | null => actorOrNull(chair);
const actorOrNull = (person: KnownPerson | null): Actor | null =>
  person === null ? null : signedInActor(person);
/** Who it was stands in the view. */
const plain = (result: AccessResult): AccessResult => (result.ok ? { ok: true } : result);
const auditChanged = (folder: string, line: number): string =>
  `audit log ${join(folder, 'audit.log')}: line ${line} is not as it was written. Keep the file, and ask who can write to it.`;
