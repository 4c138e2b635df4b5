import type { Refusal } from '../domain/action.ts';
import type { Guard } from './phase-plan.ts';
import type { RunState } from './state.ts';
import { drained, isDry } from './volumes.ts';

type DrainGuard = Extract<Guard, `${'drained' | 'retained'}-${string}` | 'rinses-to-skip'>;

/** Whether a drain is over, and what comes after it. */
export const drainGuards: Readonly<Record<DrainGuard, (state: RunState) => Refusal | null>> = {
  'drained-rinses-left': (s) => (rinsesLeft(s) && isDrained(s) ? null : 'still-in-cavity'),
  'drained-no-rinse-left': (s) => (!rinsesLeft(s) && isDrained(s) ? null : 'still-in-cavity'),
  'retained-rinses-left': (s) => {
    if (!rinsesLeft(s) || !retains(s)) return 'not-ready';
    return s.volumes.uncertaintyMl === null ? 'volume-unknown' : null;
  },
  'retained-no-rinse-left': (s) => (!rinsesLeft(s) && retains(s) ? null : 'not-ready'),
  'rinses-to-skip': (s) => {
    if (!rinsesLeft(s)) return 'no-rinses-left';
    return isDrained(s) || retains(s) ? null : 'still-in-cavity';
  },
};

export const isDrained = ({ volumes, preset }: RunState): boolean => drained(volumes, preset.fillVolumeMl);

const rinsesLeft = (state: RunState): boolean => state.rinsesDone < state.preset.rinses.count;

/** Nothing comes, or nobody can tell, with more left by count than goes unasked. */
const retains = (state: RunState): boolean => {
  const { volumes, telemetry, flowHeld } = state;
  return !isDrained(state) && flowHeld === null && (isDry(volumes) || telemetry?.flowMlPerMin.value === null);
};
