import { type FluidKind, type FluidWay, fluidRules } from '../../domain/fluid.ts';
import type { KeptEvent } from '../../domain/run-event.ts';

/** Fluid that people have recorded as gone in or come out past the machine. */
export interface FluidByHand {
  readonly sessionMs: number;
  readonly way: FluidWay;
  readonly kind: FluidKind;
  readonly volumeMl: number;
  readonly by: string;
}

export const fluidByHand = (events: readonly KeptEvent[]): FluidByHand[] =>
  events.flatMap(({ event, sessionMs }) => {
    if (event.type !== 'action' || event.refused !== null || event.action.type !== 'record-fluid') return [];
    const { kind, volumeMl } = event.action;
    return [{ sessionMs, way: fluidRules[kind].way, kind, volumeMl, by: event.by.name }];
  });

export const sumOf = (recorded: readonly FluidByHand[], way: FluidWay): number =>
  recorded.reduce((sum, one) => (one.way === way ? sum + one.volumeMl : sum), 0);

/** All that was drained, as a person has measured it; the last word counts, `null`: there was none. */
export function drainMeasuredMl(events: readonly KeptEvent[]): number | null {
  const last = events.findLast(
    ({ event }) =>
      event.type === 'action' &&
      event.refused === null &&
      event.action.type === 'record-reading' &&
      event.action.kind === 'drained-volume',
  )?.event;
  return last?.type === 'action' && last.action.type === 'record-reading' ? last.action.value : null;
}
