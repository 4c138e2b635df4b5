import type { PhaseStep } from '../../electron/contract/view.ts';
import type { Phase } from '../../electron/contract/words.ts';

/** One field of the phase strip. All rinses share one until one of them is current. */
export interface StripStep {
  readonly phase: Phase;
  readonly state: PhaseStep['state'];
  readonly round: number;
  /** How often the phase comes in this run. */
  readonly rounds: number;
  readonly progress: number | null;
  readonly startSeconds: number | null;
}

const isRinse = (phase: Phase): boolean => phase === 'rinse' || phase === 'rinse-drain';

export function stripSteps(steps: readonly PhaseStep[]): StripStep[] {
  const rinseCount = steps.filter((step) => step.phase === 'rinse').length;
  const strip: StripStep[] = [];
  const rinses = steps.filter((step) => isRinse(step.phase));
  for (const step of steps) {
    if (step.phase === 'complete' && step.state === 'ahead') continue;
    if (!isRinse(step.phase)) {
      strip.push({ ...step, rounds: 1 });
    } else if (step === rinses[0]) {
      const current = rinses.find((one) => one.state === 'current');
      const state = rinses.every((one) => one.state === 'done') ? 'done' : 'ahead';
      strip.push(
        current === undefined
          ? { phase: 'rinse', state, round: 1, rounds: rinseCount, progress: null, startSeconds: null }
          : { ...current, rounds: rinseCount },
      );
    }
  }
  return strip;
}

/** The phase that comes after the current one; `complete` when there is none. */
export function nextPhase(steps: readonly PhaseStep[]): Phase {
  const current = steps.findIndex((step) => step.state === 'current');
  return steps[current + 1]?.phase ?? 'complete';
}
