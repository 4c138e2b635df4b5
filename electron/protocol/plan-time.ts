/** How much of the plan is done, by the clock that rules it. */
import type { RunState } from './state.ts';

/** As the preset plans it; what a clinician has made it longer by is not in it. */
export const plannedMs = (state: RunState): number => state.preset.minutes * 60_000;
export const inBandComplete = (state: RunState): boolean => state.clocks.inBandMs >= plannedMs(state);
/** Minutes in band are what the plan is counted by; otherwise those that have passed, of treatment or of dwell. */
export const countsInBand = ({ preset }: RunState): boolean =>
  preset.mode === 'circulation' && preset.rulingClock === 'in-band';
const ruledMs = (state: RunState): number =>
  countsInBand(state) ? state.clocks.inBandMs : state.clocks.elapsedMs;
/** What the plan asks of the treatment is done, by its ruling clock; an extension may be given up again by anyone. */
export const treatmentComplete = (state: RunState): boolean => ruledMs(state) >= plannedMs(state);
/** Of plan and extension together, by the ruling clock, ms; negative beyond them. */
export const leftOfPlanMs = (state: RunState): number =>
  plannedMs(state) + state.clocks.extendedByMs - ruledMs(state);
export const planElapsed = (state: RunState): boolean => state.clocks.elapsedMs >= plannedMs(state);
