import { type FluidKind, type FluidWay, fluidRules } from '../../domain/fluid.ts';
import type { KeptEvent } from '../../domain/run-event.ts';
import { readingsByHand } from './readings-by-hand.ts';

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
export const drainMeasuredMl = (events: readonly KeptEvent[]): number | null =>
  readingsByHand(events, 'drained-volume').at(-1)?.value ?? null;
