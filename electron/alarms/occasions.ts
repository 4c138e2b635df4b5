import { isCavity } from '../domain/case.ts';
import type { Signals } from './signals.ts';

/** Deviation of the flow is judged from here after a change of the requested flow, ms (docs/safety/limits.md). */
const flowSettlesMs = 15_000;
/** No flow at all is judged from here, ms (docs/safety/limits.md). */
const flowStartsMs = 5_000;

/** A cavity that runs dry gives less than the set flow; that ends a drain, it is no fault. */
export const draining = (s: Signals): boolean => s.phase === 'drain' || s.phase === 'rinse-drain';

/** A rise is told from here above target, °C: in band it is how a loop settles (proposal). */
const nearCelsius = 0.3;

const flowStarted = (s: Signals): boolean =>
  s.setFlowMlPerMin > 0 && s.flowSteadyMs >= flowStartsMs && !s.linkLost;

const someCavityAbove = (s: Signals, celsius: number): boolean =>
  s.probesCelsius.some(
    ({ value }, probe) =>
      value !== null && value > celsius && isCavity(s.sites[probe] as Signals['sites'][number]),
  );

/** A fall is foretold while the flow is still this share of the set flow (proposal). */
const nearShare = 0.8;
const steadyFlow = (s: Signals): boolean =>
  s.setFlowMlPerMin > 0 && s.flowSteadyMs >= flowSettlesMs && !draining(s);

/** When a condition is judged. */
export const occasions = {
  always: () => true,
  controlled: (s: Signals) => s.controlled,
  /** The cavity, or what comes out of it, has a target. */
  'cavity-has-target': (s: Signals) => !s.perfusate,
  'perfusate-controlled': (s: Signals) => s.perfusate,
  treatment: (s: Signals) => s.phase === 'treatment',
  heats: (s: Signals) => s.heats,
  'closed-technique': (s: Signals) => s.closedTechnique,
  'heater-asked-off': (s: Signals) => !s.heaterRequested,
  'pump-asked-off': (s: Signals) => s.pumpAskedOff,
  'steady-flow': steadyFlow,
  /** What is far off already is not foretold. */
  'flow-near-set': (s: Signals) =>
    steadyFlow(s) && (s.flowMlPerMin.value ?? 0) >= nearShare * s.setFlowMlPerMin,
  'flow-with-heat': (s: Signals) => s.heatWanted && flowStarted(s),
  'flow-without-heat': (s: Signals) =>
    !s.heatWanted && flowStarted(s) && !draining(s) && s.phase !== 'machine-test',
  /** Warm enough already that a rise is not just the heat-up. */
  'cavity-above-target': (s: Signals) =>
    s.controlled && !s.perfusate && someCavityAbove(s, s.targetCelsius + nearCelsius),
} as const satisfies Record<string, (signals: Signals) => boolean>;
export type Occasion = keyof typeof occasions;
