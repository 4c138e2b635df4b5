import type { Signals } from './signals.ts';

/** What limits are counted from: nothing, the target, the set flow, the one set last, a volume of the preset, a limit of the site. */
export const bases = [
  'zero',
  'target',
  'set-flow',
  'last-set-flow',
  'plan-volume',
  'largest-volume',
  'retained-volume',
  'line-pressure-limit',
  'phase-limit',
] as const;
export type Basis = (typeof bases)[number];

/** Writes every basis to its place; says whether any is another than it was there. */
export function readBases(s: Signals, values: Float64Array): boolean {
  const phaseLimit = s.phaseLimitSeconds ?? Number.POSITIVE_INFINITY;
  const same =
    values[1] === s.targetCelsius &&
    values[2] === s.setFlowMlPerMin &&
    values[3] === s.lastSetFlowMlPerMin &&
    values[4] === s.planVolumeMl &&
    values[5] === s.largestVolumeMl &&
    values[6] === s.retainedAskMl &&
    values[7] === s.inflowLinePressureLimitMmHg &&
    values[8] === phaseLimit;
  if (same) return false;
  values[1] = s.targetCelsius;
  values[2] = s.setFlowMlPerMin;
  values[3] = s.lastSetFlowMlPerMin;
  values[4] = s.planVolumeMl;
  values[5] = s.largestVolumeMl;
  values[6] = s.retainedAskMl;
  values[7] = s.inflowLinePressureLimitMmHg;
  values[8] = phaseLimit;
  return true;
}
