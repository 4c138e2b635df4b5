import { type Requests, requests } from '../../../../electron/contract/channels.ts';
import type { OperatorAction } from '../../../../electron/domain/action.ts';
import { type Actor, signedInActor } from '../../../../electron/domain/actor.ts';
import type { Engine } from '../../../../electron/session/engine.ts';
import { requestLimits } from '../../../../electron/window/request-limits.ts';
import type { Lane } from './lane.ts';

/** Of the requests that lead to the engine; a run is begun by `Beginner`. */
export type Asked = 'act' | 'newCase' | 'start' | 'rescue' | 'recover' | 'fluid';
export type Answer = { readonly taken: boolean; readonly why?: string | undefined };

export interface Sent {
  readonly name: Asked;
  readonly request: unknown;
}

/** As the contract has it: what it would refuse for its shape does not compile. */
export const asks = <N extends Asked>(name: N, request: Requests[N]): Sent => ({ name, request });
/** Whoever is signed in asks it of the run, alone. */
export const acts = (action: OperatorAction): Sent => asks('act', { action, glass: null, second: null });

/** Who has signed in: a clinician, who may do all that a run takes, so that the machine is what is tried. */
export const person: Actor = signedInActor({ id: 'c-1', name: 'Simulated clinician', role: 'clinician' });

const notUnderstood: Answer = { taken: false, why: 'not-understood' };

/** The way in, as main.ts answers it: schema, limit, engine. Whatever is sent, it throws nothing. */
export class Door {
  readonly #engine: Engine;
  readonly #act: (request: Requests['act']) => unknown;

  constructor(engine: Engine, lane: Lane) {
    this.#engine = engine;
    this.#act = requestLimits(lane).act(({ action }) => engine.act(person, action));
  }

  /** `later`: told what an answer that takes its time has come to. */
  hear({ name, request }: Sent, later: (answer: Answer) => void = () => {}): Answer {
    const read = requests[name].safeParse(request);
    if (!read.success) return notUnderstood;
    switch (name) {
      case 'act':
        return this.#act(read.data as Requests['act']) as Answer;
      case 'rescue': {
        const asked = read.data as Requests['rescue'];
        return this.#engine.rescue(person, asked.request, asked.bits);
      }
      case 'recover': {
        const { choice } = read.data as Requests['recover'];
        void this.#engine.recover(choice, person).then((recovered) => {
          later({ taken: recovered.ok, why: recovered.ok ? undefined : recovered.problem });
        });
        return { taken: true };
      }
      case 'fluid': {
        const { answer } = read.data as Requests['fluid'];
        return { taken: this.#engine.answerFluid(answer, person) };
      }
      case 'newCase':
        return { taken: this.#engine.newCase() };
      case 'start':
        return { taken: true };
    }
  }
}
