import type { AccessProblem } from '../domain/access-problem.ts';
import { unknownActor } from '../domain/actor.ts';
import type { Clock } from '../domain/time.ts';
import type { AuditLog } from './audit-log.ts';
import { InTurn } from './in-turn.ts';
import { afterWrong, isLockedOut, noTries, type Tries, waitSeconds } from './lock-out.ts';
import type { Person } from './people.ts';
import { isPin, pinProblem } from './pin.ts';

/**
 * Each person's wrong PINs. PINs are tried one at a time, so that many at once are no way round the waiting. Kept in
 * memory: a console that starts anew lets everybody try.
 */
export class PinTries {
  readonly #clock: Pick<Clock, 'monotonicMs'>;
  readonly #audit: AuditLog;
  readonly #turn = new InTurn();
  readonly #of = new Map<string, Tries>();

  constructor(clock: Pick<Clock, 'monotonicMs'>, audit: AuditLog) {
    this.#clock = clock;
    this.#audit = audit;
  }

  /** `null`: the PIN is that of the person. What cannot be a PIN is no try. */
  check(person: Person, pin: string, holdsChair: boolean): Promise<AccessProblem | null> {
    return this.#turn.do(() => this.#check(person, pin, holdsChair));
  }

  async #check(person: Person, pin: string, holdsChair: boolean): Promise<AccessProblem | null> {
    const impossible = pinProblem(pin);
    if (impossible?.kind === 'pin-no-figures') return impossible;
    const tries = this.#of.get(person.id) ?? noTries;
    const seconds = waitSeconds(tries, holdsChair, this.#clock.monotonicMs());
    if (seconds > 0) return { kind: 'wait', seconds };
    if (await isPin(pin, person.pin)) {
      this.#of.delete(person.id);
      return null;
    }
    this.#countWrong(person, tries, holdsChair);
    return { kind: 'pin-wrong' };
  }

  #countWrong({ id, name }: Person, before: Tries, holdsChair: boolean): void {
    const nowMs = this.#clock.monotonicMs();
    const tries = afterWrong(before, holdsChair, nowMs);
    this.#of.set(id, tries);
    if (!isLockedOut(tries)) return;
    const seconds = waitSeconds(tries, holdsChair, nowMs);
    void this.#audit.append(unknownActor, {
      type: 'locked-out',
      person: { id, name },
      wrong: tries.wrong,
      seconds,
    });
  }
}
