import type { Intent } from '../../../../electron/domain/command.ts';
import type { RunState } from '../../../../electron/protocol/state.ts';
import type { ProtocolEvent, ProtocolStep } from '../../../../electron/protocol/step.ts';
import { type Engine, protocol } from './happened.ts';

/** The protocol with one mistake in it, and the promise that has to notice. */
export interface Mutant {
  readonly mistake: string;
  readonly breaks: string;
  readonly engine: Engine;
}

type Asks = (intent: Intent, state: RunState) => Partial<Intent>;
type Becomes = (after: RunState, before: RunState, event: ProtocolEvent) => Partial<RunState>;

/** It asks the machine for something else. */
export const asking = (asks: Asks): Engine => ({
  ...protocol,
  intentOf: (state) => {
    const intent = protocol.intentOf(state);
    return { ...intent, ...asks(intent, state) };
  },
});

/** Its state becomes something else. */
export const becoming = (becomes: Becomes): Engine => ({
  ...protocol,
  step: (before, event, nowMs): ProtocolStep => {
    const step = protocol.step(before, event, nowMs);
    return { ...step, state: { ...step.state, ...becomes(step.state, before, event) } };
  },
});

export const isAction = (event: ProtocolEvent, type: string): boolean =>
  event.type === 'action' && event.action.type === type;
export const heating: Partial<Intent> = { heaterEnable: true };
