import type { OperatorAction, OperatorActionType } from '../../domain/action.ts';
import type { Actor } from '../../domain/actor.ts';
import type { KeptEvent } from '../../domain/run-event.ts';
import type { Moment } from './alarm-log.ts';

/** What a person did that was not refused. */
export interface TakenAction<Type extends OperatorActionType> extends Moment {
  readonly by: Actor;
  readonly second: Actor | null;
  readonly action: Extract<OperatorAction, { readonly type: Type }>;
}

/** All of some types, in order. */
export const takenActions = <Type extends OperatorActionType>(
  events: readonly KeptEvent[],
  ...types: readonly Type[]
): TakenAction<Type>[] =>
  events.flatMap(({ sessionMs, wallMs, event }) => {
    if (event.type !== 'action' || event.refused !== null) return [];
    const { by, second, action } = event;
    return isOneOf(action, types) ? [{ sessionMs, wallMs, by, second, action }] : [];
  });

const isOneOf = <Type extends OperatorActionType>(
  action: OperatorAction,
  types: readonly Type[],
): action is Extract<OperatorAction, { readonly type: Type }> =>
  (types as readonly OperatorActionType[]).includes(action.type);
