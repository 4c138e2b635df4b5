import type { Signals } from './signals.ts';

/** Deviation of the flow is judged from here after a change of the requested flow, ms (docs/hazards.md). */
const flowSettlesMs = 15_000;
/** No flow at all is judged from here, ms (docs/hazards.md). */
const flowStartsMs = 5_000;

/** A cavity that runs dry gives less than the set flow; that ends a drain, it is no fault. */
export const draining = (s: Signals): boolean => s.phase === 'drain' || s.phase === 'rinse-drain';

/** When a condition is judged. */
export const occasions = {
  always: () => true,
  controlled: (s: Signals) => s.controlled,
  treatment: (s: Signals) => s.phase === 'treatment',
  heats: (s: Signals) => s.heats,
  'closed-technique': (s: Signals) => s.closedTechnique,
  'heater-asked-off': (s: Signals) => !s.heaterRequested,
  'steady-flow': (s: Signals) => s.setFlowMlPerMin > 0 && s.flowSteadyMs >= flowSettlesMs && !draining(s),
  'flow-for-heat': (s: Signals) =>
    s.heatWanted && s.setFlowMlPerMin > 0 && s.flowSteadyMs >= flowStartsMs && !s.linkLost,
} as const satisfies Record<string, (signals: Signals) => boolean>;
export type Occasion = keyof typeof occasions;
