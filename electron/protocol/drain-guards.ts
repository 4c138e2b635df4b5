import type { Refusal } from '../domain/action.ts';
import type { Guard } from './phase-plan.ts';
import type { RunState } from './state.ts';
import { drained, dryShare, inCavityMl, isDry } from './volumes.ts';

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

/** What still comes is still in, whatever the count says: nobody counts urine, ascites, irrigation. */
export const isDrained = (state: RunState): boolean => drainedByCount(state) && !comes(state);

/** The count has nothing left, and it goes on coming. */
export const comesBeyondCount = (state: RunState): boolean =>
  drainedByCount(state) && inCavityMl(state.volumes) <= 0 && comes(state);

const drainedByCount = ({ volumes, preset }: RunState): boolean => drained(volumes, preset.fillVolumeMl);

function comes({ telemetry, preset }: RunState): boolean {
  if (telemetry === null || telemetry.inForce.mode !== 'drain' || !telemetry.inForce.pumpEnable) return false;
  const drain = telemetry.outflowMlPerMin.value ?? telemetry.flowMlPerMin.value ?? 0;
  return drain >= dryShare * preset.drainFlowMlPerMin;
}

const rinsesLeft = (state: RunState): boolean => state.rinsesDone < state.preset.rinses.count;

/** Nothing comes with more left by count than goes unasked, or it comes although the count is out, or nobody can tell. */
const retains = (state: RunState): boolean => {
  const { volumes, telemetry, flowHeld } = state;
  if (isDrained(state) || flowHeld !== null) return false;
  return isDry(volumes) || comesBeyondCount(state) || telemetry?.flowMlPerMin.value === null;
};
