import type { Refusal } from '../domain/action.ts';
import { presetBounds } from '../domain/preset-fields.ts';
import type { Step } from './enter.ts';
import { phasePlans } from './phase-plan.ts';
import type { RunState } from './state.ts';

/** The set flow of what circulates: planned by the preset, changed by a person within bounds. */

/** What it may be changed to: within the bounds of presets and the range of the rig, mL/min. */
export function flowRange({ rig }: RunState): readonly [low: number, high: number] {
  const [low, high] = presetBounds.flowMlPerMin;
  return [Math.max(low, rig.lowestFlowMlPerMin), Math.min(high, rig.highestFlowMlPerMin)];
}

/** Only while fluid circulates, and in whole mL/min, as the wire carries them. */
export function setFlowRefusal(state: RunState, mlPerMin: number): Refusal | null {
  if (phasePlans[state.phase].mode !== 'circulate') return 'not-in-this-phase';
  const [low, high] = flowRange(state);
  return Number.isInteger(mlPerMin) && mlPerMin >= low && mlPerMin <= high ? null : 'flow-out-of-range';
}

/** Asked of the rig from the next exchange on; what holds or diverts flow goes on holding it. */
export function changeFlow(state: RunState, mlPerMin: number): Step {
  const { setFlowMlPerMin } = state;
  if (mlPerMin === setFlowMlPerMin) return { state, events: [] };
  return {
    state: { ...state, setFlowMlPerMin: mlPerMin },
    events: [{ type: 'flow-changed', fromMlPerMin: setFlowMlPerMin, toMlPerMin: mlPerMin }],
  };
}
