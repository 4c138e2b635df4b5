import type { Phase } from '../domain/phase.ts';
import { isTreating, phasePlans } from './phase-plan.ts';
import type { RunState } from './state.ts';

/** Planned additions and readings by hand: when a person is reminded. Reminds, never acts. */

/** An addition that is this long past due and not recorded is late, ms (proposal). */
const lateAfterMs = 5 * 60_000;
/** Without a core probe the core is read by hand this often, ms (brief: treatment). */
const coreEveryMs = 10 * 60_000;

export type AdditionState = 'ahead' | 'due' | 'late' | 'done';

/** How a planned addition stands, and until it is due, ms (negative: since); `null` before treatment and once done. */
export function additionStands(
  state: RunState,
  index: number,
): { readonly state: AdditionState; readonly dueInMs: number | null } {
  const planned = state.preset.additions[index];
  if (state.additionsMs[index] !== null) return { state: 'done', dueInMs: null };
  if (planned === undefined || state.clocks.startedMs === null) return { state: 'ahead', dueInMs: null };
  const dueInMs = planned.atMinutes * 60_000 - state.clocks.elapsedMs;
  if (dueInMs > 0) return { state: 'ahead', dueInMs };
  return { state: dueInMs <= -lateAfterMs ? 'late' : 'due', dueInMs };
}

/** How many planned additions are due in treatment and not recorded. Looked at in every tick. */
export function additionsDue({ phase, preset, additionsMs, clocks }: RunState): number {
  if (!isTreating(phase)) return 0;
  let due = 0;
  for (const [index, { atMinutes }] of preset.additions.entries()) {
    if (additionsMs[index] === null && clocks.elapsedMs >= atMinutes * 60_000) due += 1;
  }
  return due;
}

/** Warm fluid is in the patient, or comes there. */
export const coreMatters = (phase: Phase): boolean =>
  phase !== 'disconnect' &&
  phase !== 'complete' &&
  (phase === 'dwell' || !beforePatient.includes(phasePlans[phase].mode));
const beforePatient: readonly string[] = ['prime', 'bypass', 'standby'];

/** The core has not been known for ten minutes: somebody has to read it. */
export const coreReadingDue = (state: RunState): boolean =>
  coreMatters(state.phase) && state.nowMs - state.core.knownMs >= coreEveryMs;
