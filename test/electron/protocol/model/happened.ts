import type { Refusal } from '../../../../electron/domain/action.ts';
import type { Intent } from '../../../../electron/domain/command.ts';
import type { RunEvent } from '../../../../electron/domain/run-event.ts';
import { intentOf } from '../../../../electron/protocol/intent.ts';
import type { RunState } from '../../../../electron/protocol/state.ts';
import { type ProtocolEvent, step } from '../../../../electron/protocol/step.ts';
import type { Memory } from './memory.ts';

/** What is held to its promises: the protocol, or a mutant of it. */
export interface Engine {
  readonly step: typeof step;
  readonly intentOf: typeof intentOf;
}
export const protocol: Engine = { step, intentOf };

/** One step of the reducer, as a promise looks at it. */
export interface Happened {
  readonly engine: Engine;
  readonly before: RunState;
  readonly event: ProtocolEvent;
  /** Session time the step was told, ms. */
  readonly nowMs: number;
  readonly after: RunState;
  readonly events: readonly RunEvent[];
  /** An action that was taken, not refused. */
  readonly taken: boolean;
  readonly refused: Refusal | null;
  /** What the state asks for, whether it is written or not. */
  readonly intent: Intent;
  /** What is written to the machine; `null`: nothing, a person has to decide first. */
  readonly asked: Intent | null;
  readonly askedBefore: Intent | null;
  /** What an onlooker knows who sees what happens and what is asked, not the state; this step included. */
  readonly memory: Memory;
}

export interface Promised {
  readonly says: string;
  readonly kept: (happened: Happened) => boolean;
}

export const byAction = ({ event, taken }: Happened, ...types: string[]): boolean =>
  event.type === 'action' && taken && types.includes(event.action.type);
export const byAnyAction = ({ event, taken }: Happened): boolean => event.type === 'action' && taken;
export const changedPhase = ({ before, after }: Happened): boolean => before.phase !== after.phase;
export const flowOf = (state: RunState): number => state.telemetry?.flowMlPerMin.value ?? 0;
