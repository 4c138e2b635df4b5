import type { Intent } from '../../../../electron/domain/command.ts';
import type { Step } from '../../../../electron/protocol/enter.ts';
import type { RunState } from '../../../../electron/protocol/state.ts';
import type { ProtocolEvent, ProtocolStep } from '../../../../electron/protocol/step.ts';
import { type ExchangePromise, exchangePromises } from './exchange-promises.ts';
import { type Engine, type Happened, type Promised, protocol } from './happened.ts';
import { type Memory, newMemory, remember } from './memory.ts';
import { promises } from './promises.ts';
import type { Tally } from './tally.ts';
import { type TruthPromise, truthPromises } from './truth-promises.ts';

/** What a run is held to, and by whom it is counted. */
export interface Holding {
  readonly engine: Engine;
  readonly promises: readonly Promised[];
  /** Of the control of the machine, at each exchange. */
  readonly exchanges: readonly ExchangePromise[];
  /** Of machine and patient themselves. */
  readonly truths: readonly TruthPromise[];
  readonly tally: Tally | null;
}
export const holdingAll = (tally: Tally | null): Holding => ({
  engine: protocol,
  promises,
  exchanges: exchangePromises,
  truths: truthPromises,
  tally,
});
/** A mutant, held to a single promise. */
export const holdingOne = (engine: Engine, breaks: string): Holding => ({
  engine,
  promises: promises.filter(({ says }) => says === breaks),
  exchanges: exchangePromises.filter(({ says }) => says === breaks),
  truths: truthPromises.filter(({ says }) => says === breaks),
  tally: null,
});

/** A state of the protocol whose every step is held against every promise. */
export class Held {
  state: RunState;
  readonly memory: Memory = newMemory();
  readonly #holding: Holding;
  #asked: Intent | null;

  constructor(state: RunState, holding: Holding) {
    this.state = state;
    this.memory.decisionNeedsPerson = state.decision !== 'none';
    this.memory.heatNeedsPerson = state.decision !== 'none';
    this.#holding = holding;
    this.#asked = this.#asks(holding.engine.intentOf(state));
  }

  /** What is written now; `null`: nothing. */
  get asked(): Intent | null {
    return this.#asked;
  }

  /** A console that was started again goes on from what was written down. */
  takeUp(step: Step): void {
    this.state = step.state;
    this.memory.heatNeedsPerson = true;
    this.memory.decisionNeedsPerson = true;
    this.memory.linkUp = true;
    this.#asked = this.#asks(this.#holding.engine.intentOf(step.state));
  }

  hear(event: ProtocolEvent, nowMs: number): ProtocolStep {
    const { engine, promises: held, tally } = this.#holding;
    const before = this.state;
    const askedBefore = this.#asked;
    const step = engine.step(before, event, nowMs);
    this.state = step.state;
    const intent = engine.intentOf(step.state);
    this.#asked = this.#asks(intent);
    const happened: Happened = {
      engine,
      before,
      event,
      nowMs,
      after: step.state,
      events: step.events,
      taken: step.result?.taken === true,
      refused: step.result?.taken === false ? step.result.why : null,
      intent,
      asked: this.#asked,
      askedBefore,
      memory: this.memory,
    };
    remember(this.memory, happened);
    tally?.count(happened);
    for (const { says, kept } of held) if (!kept(happened)) throw new Error(broken(says, happened));
    return step;
  }

  #asks(intent: Intent): Intent | null {
    return this.state.decision === 'none' ? intent : null;
  }
}

function broken(says: string, { before, event, after, asked }: Happened): string {
  const what = event.type === 'action' ? `${event.action.type} pressed` : event.type;
  const { heatHeld, flowHeld, stopped, restart, divert, decision, keep } = after;
  const seen = { heatHeld, flowHeld, stopped, restart, divert, decision, keep, asked };
  return `not kept: ${says} (${what} in ${before.phase}, now ${after.phase}; ${JSON.stringify(seen)})`;
}
