import type { Glass } from '../../../../electron/contract/access-requests.ts';
import { type Requests, requests } from '../../../../electron/contract/channels.ts';
import type { OperatorAction } from '../../../../electron/domain/action.ts';
import { type Actor, signedInActor, unknownActor } from '../../../../electron/domain/actor.ts';
import { askingOf, askingRefusal } from '../../../../electron/domain/asking.ts';
import type { RequestName } from '../../../../electron/domain/permissions.ts';
import type { Engine } from '../../../../electron/session/engine.ts';
import { requestLimits } from '../../../../electron/window/request-limits.ts';
import type { Lane } from './lane.ts';

/** Of the requests that lead to the engine; a run is begun by `Beginner`. */
export type Asked = 'act' | 'newCase' | 'start' | 'rescue' | 'recover' | 'fluid';
export type Answer = { readonly taken: boolean; readonly why?: string | undefined };

export interface Sent {
  readonly name: Asked;
  readonly request: unknown;
  /** Who is signed in when it is sent. */
  readonly from: Actor;
}

/** May do all that a run takes, so that the machine is what is tried. */
export const clinician: Actor = signedInActor({ id: 'c-1', name: 'Simulated clinician', role: 'clinician' });
export const orStaff: Actor = signedInActor({ id: 'o-1', name: 'Simulated OR nurse', role: 'or-staff' });
export const nobody: Actor = unknownActor;

/** Breaks the glass: who has not signed in says a name and why. */
export const glass = { name: 'Simulated passer-by', reason: 'Simulated reason' } as const;

/** What a screen sends, as the contract has it. */
export const asks = <Name extends Asked>(name: Name, request: Requests[Name], from = clinician): Sent => ({
  name,
  request,
  from,
});
export const asksToAct = (action: OperatorAction, from = clinician): Sent =>
  asks('act', { action, glass, second: null }, from);

const notUnderstood: Answer = { taken: false, why: 'not-understood' };

/** The way in, as main.ts answers it: schema, limit, who may, engine. Whatever is sent, it throws nothing. */
export class Door {
  readonly #engine: Engine;
  readonly #limits: ReturnType<typeof requestLimits>;

  constructor(engine: Engine, lane: Lane) {
    this.#engine = engine;
    this.#limits = requestLimits(lane);
  }

  /** `later`: told what an answer that takes its time has come to. */
  hear({ name, request, from }: Sent, later: (answer: Answer) => void = () => {}): Answer {
    const read = requests[name].safeParse(request);
    if (!read.success) return notUnderstood;
    switch (name) {
      case 'act':
        return this.#act(read.data as Requests['act'], from);
      case 'rescue':
        return this.#rescue(read.data as Requests['rescue'], from);
      case 'recover':
        return this.#recover(read.data as Requests['recover'], from, later);
      case 'fluid': {
        const { answer, glass: broken } = read.data as Requests['fluid'];
        return this.#allowed(from, broken, 'answer-fluid', (by, breakGlass) => ({
          taken: this.#engine.answerFluid(answer, by, breakGlass),
        }));
      }
      case 'newCase':
        return this.#allowed(from, null, 'new-case', () => ({ taken: this.#engine.newCase() }));
      case 'start':
        return { taken: true };
    }
  }

  #act(request: Requests['act'], from: Actor): Answer {
    const limited = this.#limits.act(({ action, glass: broken }) => {
      const { by, breakGlass } = askingOf(from, broken);
      return this.#engine.act(by, action, { second: null, breakGlass });
    });
    return limited(request) as Answer;
  }

  #rescue({ request, bits, glass: broken }: Requests['rescue'], from: Actor): Answer {
    return this.#allowed(from, broken, `rescue-${request}`, (by, breakGlass) =>
      this.#engine.rescue(by, request, bits, breakGlass),
    );
  }

  #recover(
    { choice, glass: broken }: Requests['recover'],
    from: Actor,
    later: (answer: Answer) => void,
  ): Answer {
    return this.#allowed(from, broken, `recover-${choice}`, (by, breakGlass) => {
      void this.#engine.recover(choice, by, breakGlass).then((recovered) => {
        later({ taken: recovered.ok, why: recovered.ok ? undefined : recovered.problem });
      });
      return { taken: true };
    });
  }

  #allowed(
    from: Actor,
    broken: Glass | null,
    what: RequestName,
    then: (by: Actor, breakGlass: string | null) => Answer,
  ): Answer {
    const asking = askingOf(from, broken);
    const why = askingRefusal(asking, what);
    return why === null ? then(asking.by, asking.breakGlass) : { taken: false, why };
  }
}
