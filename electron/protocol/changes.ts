/** What of a plan a person changes in a run, within bounds: set flow, target, and how long it goes on. */
import type { Refusal } from '../domain/action.ts';
import { extensionMinutes, presetBounds, targetBounds } from '../domain/preset-fields.ts';
import type { Step } from './enter.ts';
import { isTreating, phasePlans } from './phase-plan.ts';
import type { RunState } from './state.ts';

/** What the set flow may be changed to: within the bounds of presets and the range of the rig, mL/min. */
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

/** What the target may be changed to, °C: the hard bounds of presets for the site that is controlled. */
export const targetRange = ({ preset }: RunState): readonly [low: number, high: number] =>
  targetBounds(preset.controlSite);

/** In tenths, as a person says it. */
const isTenth = (celsius: number): boolean => Math.abs(celsius * 10 - Math.round(celsius * 10)) < 1e-6;

/** Wherever heat is still to come: from the moment the circuit is filled to the end of treatment. */
export function targetRefusal(state: RunState, celsius: number): Refusal | null {
  if (phasePlans[state.phase].heat === 'off') return 'not-in-this-phase';
  const [low, high] = targetRange(state);
  return isTenth(celsius) && celsius >= low && celsius <= high ? null : 'target-out-of-range';
}

/** What has to last without a break is of the old target, and begins anew. */
export function changeTarget(state: RunState, celsius: number): Step {
  const { targetCelsius } = state;
  if (celsius === targetCelsius) return { state, events: [] };
  return {
    state: { ...state, targetCelsius: celsius, settledSinceMs: null, inflowReachedSinceMs: null },
    events: [{ type: 'target-changed', fromCelsius: targetCelsius, toCelsius: celsius }],
  };
}

/** Whole minutes at once; a treatment no longer than twice the longest plan. */
export function extensionRefusal(state: RunState, minutes: number): Refusal | null {
  if (!isTreating(state.phase)) return 'not-in-this-phase';
  const [low, high] = extensionMinutes;
  const [, most] = presetBounds.minutes;
  const whole = Number.isInteger(minutes) && minutes >= low && minutes <= high;
  return whole && state.clocks.elapsedMs / 60_000 + minutes <= 2 * most ? null : 'extension-out-of-range';
}

/** `leftMs`: of plan and extension; what is over already is not taken from the minutes that are asked for. */
export const extendBy = (state: RunState, minutes: number, leftMs: number): RunState => ({
  ...state,
  clocks: {
    ...state.clocks,
    extendedByMs: state.clocks.extendedByMs + minutes * 60_000 + Math.max(0, -leftMs),
  },
});
