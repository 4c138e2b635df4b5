/** Planned additions and readings by hand: when a person is reminded. Reminds, never acts. */
import { additionSubject } from '../domain/addition-subject.ts';
import type { Phase } from '../domain/phase.ts';
import { additionLateMinutes, type PlannedAddition } from '../domain/preset.ts';
import type { RunEvent } from '../domain/run-event.ts';
import { isOpen } from './drugs.ts';
import { isTreating, phasePlans } from './phase-plan.ts';
import type { CoreWatch, RunState } from './state.ts';

/** Without a core probe the core is read by hand this often, ms (brief: treatment). */
export const coreEveryMs = 10 * 60_000;

export type AdditionState = 'ahead' | 'due' | 'late' | 'done' | 'not-given';

/** How a planned addition stands, and until it is due, ms (negative: since); `null` before treatment and once done. */
export function additionStands(
  state: RunState,
  index: number,
): { readonly state: AdditionState; readonly dueInMs: number | null } {
  const planned = state.preset.additions[index];
  if (state.additionsMs[index] !== null) return { state: 'done', dueInMs: null };
  if (!isOpen(state, index)) return { state: 'not-given', dueInMs: null };
  if (planned === undefined || state.clocks.startedMs === null) return { state: 'ahead', dueInMs: null };
  const dueInMs = planned.atMinutes * 60_000 - state.clocks.elapsedMs;
  if (dueInMs > 0) return { state: 'ahead', dueInMs };
  return { state: dueInMs <= -60_000 * additionLateMinutes ? 'late' : 'due', dueInMs };
}

/** Additions whose minute passes as elapsed time grows to `elapsedMs`; one that is recorded already is not reminded of. */
export function comingDue(state: RunState, elapsedMs: number): readonly RunEvent[] {
  const { preset, clocks } = state;
  if (preset.additions.length === 0) return none;
  return preset.additions.flatMap(({ atMinutes, label }, addition): RunEvent[] => {
    const dueMs = atMinutes * 60_000;
    const comesDue = clocks.elapsedMs <= dueMs && dueMs < elapsedMs && isOpen(state, addition);
    return comesDue ? [{ type: 'addition-due', addition, label }] : [];
  });
}
const none: readonly RunEvent[] = [];

/** By place in the plan what each addition is called that is due in treatment and not recorded; []: none is. */
export function additionsDue(state: RunState): readonly (string | null)[] {
  const { phase, preset, clocks } = state;
  if (!isTreating(phase) || preset.additions.length === 0) return nothing;
  const isDue = ({ atMinutes }: PlannedAddition, index: number): boolean =>
    clocks.elapsedMs >= atMinutes * 60_000 && isOpen(state, index);
  if (!preset.additions.some(isDue)) return nothing;
  const of = preset.additions.length;
  return preset.additions.map((planned, index) =>
    isDue(planned, index) ? additionSubject({ number: index + 1, of, label: planned.label }) : null,
  );
}
const nothing: readonly (string | null)[] = [];

/** Warm fluid is in the patient, or comes there. */
export const coreMatters = (phase: Phase): boolean =>
  phase !== 'disconnect' &&
  phase !== 'complete' &&
  (phase === 'dwell' || !beforePatient.includes(phasePlans[phase].mode));
const beforePatient: readonly string[] = ['prime', 'bypass', 'standby'];

/** The core has not been known for ten minutes: somebody has to read it. */
export const coreReadingDue = (state: RunState): boolean =>
  coreMatters(state.phase) && state.nowMs - state.core.knownMs >= coreEveryMs;

/** The core counts as known while a probe gives it, and before anything is warmed; noted once a second. */
export function watchCore({ core, telemetry, phase, nowMs }: RunState): CoreWatch {
  const byProbe = telemetry !== null && telemetry.coreCelsius.value !== null;
  const known = byProbe || !coreMatters(phase);
  if (!known || nowMs - core.knownMs < 1000) return core;
  return { ...core, knownMs: nowMs, probeMs: byProbe ? nowMs : core.probeMs };
}
