import { useState } from 'react';
import type { HeatUpEstimate } from '../../electron/contract/words.ts';

/**
 * What of an estimate stands on the screen: whole minutes and tenths of a degree. An estimate is recomputed all the
 * time; a person reads it now and then. So a number stays until the new one is clearly another.
 */
export type ShownEstimate =
  | { readonly state: 'none' }
  | {
      readonly state: 'reachable';
      /** Minutes from now; `high` is `null` when open-ended. */
      readonly minutes: ShownRange & { readonly high: number | null };
      readonly reachCelsius: number;
    }
  | {
      readonly state: 'unreachable';
      readonly reachCelsius: ShownRange;
      readonly helpfulFlowMlPerMin: number | null;
      readonly limitedBy: 'flow' | 'heater';
    };
interface ShownRange {
  readonly likely: number;
  readonly low: number;
  readonly high: number | null;
}

/** Minutes are shown in steps of 1, above this many in steps of 5: nobody acts on a minute in half an hour. */
const coarseFromMinutes = 20;
/** A shown number moves once the new one is this many steps away from it: 0.5 would flicker. */
const stickySteps = 0.9;
/** Flows are proposed in steps of, mL/min, rounded up: less would not reach the target. */
const flowStepMlPerMin = 50;
const tenth = 0.1;

/** `value` in whole steps; `before`, as long as it is about as good. */
export function steady(before: number | null, value: number, step: number): number {
  if (before !== null && Math.abs(value - before) < stickySteps * step) return before;
  return Math.round(Math.round(value / step) * step * 10) / 10;
}

const stepAt = (minutes: number): number => (minutes > coarseFromMinutes ? 5 : 1);

/** What to show of `estimate` after `before` was shown. Fed with what it returned, it returns the same. */
export function toShow(before: ShownEstimate, estimate: HeatUpEstimate): ShownEstimate {
  switch (estimate.state) {
    case 'none':
      return { state: 'none' };
    case 'reachable': {
      const old = before.state === 'reachable' ? before : null;
      const { likely, low, high } = estimate.secondsToBand;
      const minutes = (was: number | null | undefined, seconds: number) =>
        steady(was ?? null, seconds / 60, stepAt(seconds / 60));
      const shownLikely = Math.max(1, minutes(old?.minutes.likely, likely));
      return {
        state: 'reachable',
        minutes: {
          likely: shownLikely,
          low: Math.min(shownLikely, minutes(old?.minutes.low, low)),
          high: high === null ? null : Math.max(shownLikely, minutes(old?.minutes.high, high)),
        },
        reachCelsius: steady(old?.reachCelsius ?? null, estimate.reachCelsius.likely, tenth),
      };
    }
    case 'unreachable': {
      const old = before.state === 'unreachable' ? before : null;
      const { likely, low, high } = estimate.reachCelsius;
      const helpful = estimate.helpfulFlowMlPerMin;
      return {
        state: 'unreachable',
        reachCelsius: {
          likely: steady(old?.reachCelsius.likely ?? null, likely, tenth),
          low: steady(old?.reachCelsius.low ?? null, low, tenth),
          high: steady(old?.reachCelsius.high ?? null, high, tenth),
        },
        helpfulFlowMlPerMin: helpful === null ? null : steadyFlow(old?.helpfulFlowMlPerMin ?? null, helpful),
        limitedBy: estimate.limitedBy,
      };
    }
  }
}

/** Rounded up, and kept while it is enough and not far too much. */
function steadyFlow(before: number | null, mlPerMin: number): number {
  const enough = before !== null && before >= mlPerMin && before - mlPerMin < 3 * flowStepMlPerMin;
  return enough ? before : Math.ceil(mlPerMin / flowStepMlPerMin) * flowStepMlPerMin;
}

/** The estimate in steps a person can read, moving only when there is something to tell. */
export function useShown(estimate: HeatUpEstimate): ShownEstimate {
  const [shown, setShown] = useState<ShownEstimate>(() => toShow({ state: 'none' }, estimate));
  const next = toShow(shown, estimate);
  if (JSON.stringify(next) === JSON.stringify(shown)) return shown;
  setShown(next);
  return next;
}
