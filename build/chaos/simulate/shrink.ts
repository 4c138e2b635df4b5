import { rmSync } from 'node:fs';
import type { Plan } from './plan.ts';
import type { Promised } from './promises/sentences.ts';
import { type RunResult, simulateRun } from './run.ts';
import { scratchFolder } from './scratch.ts';

/** What is left of a failure when nothing more can be left out. */
export interface Shrunk {
  readonly plan: Plan;
  readonly result: RunResult;
  readonly tries: number;
}

/** More tries are not worth the wait. */
const mostTries = 60;

/** Leaves out faults and presses one by one, and time, as long as the same promise is broken. */
export async function shrink(plan: Plan, promise: Promised, stop: AbortSignal): Promise<Shrunk | null> {
  const scratch = scratchFolder();
  let tries = 0;
  const breaks = async (candidate: Plan): Promise<RunResult | null> => {
    if (stop.aborted || tries >= mostTries) return null;
    tries += 1;
    const result = await simulateRun(candidate, { scratch }).catch(() => null);
    return result?.breaches.some((breach) => breach.promise === promise) ? result : null;
  };
  try {
    let best = plan;
    let result = await breaks(plan);
    if (result === null) return null;
    for (const candidate of candidates(plan)) {
      const smaller = candidate(best);
      const found = smaller === null ? null : await breaks(smaller);
      if (smaller === null || found === null) continue;
      best = smaller;
      result = found;
    }
    return { plan: best, result, tries };
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
  }
}

type Smaller = (plan: Plan) => Plan | null;

/** From the coarse to the fine. A plan may not be left without a fault: there a sure one would strike. */
function candidates(plan: Plan): Smaller[] {
  const without: Smaller[] = plan.faults.map(({ stream }) => (best) => {
    const faults = best.faults.filter((fault) => fault.stream !== stream);
    return faults.length === 0 ? null : { ...best, faults };
  });
  const shorter: Smaller[] = [0.5, 0.5, 0.75, 0.9].map((share) => (best) => {
    const seconds = Math.round(best.seconds * share);
    const last = Math.max(...best.faults.map(({ atSeconds }) => atSeconds));
    return seconds > last ? { ...best, seconds } : null;
  });
  return [
    (best) => (best.drainsAtEnd ? { ...best, drainsAtEnd: false } : null),
    ...without,
    (best) => (best.attended ? { ...best, attended: false } : null),
    ...shorter,
    ...without,
  ];
}

/** As a person reads it. */
export const planText = ({ seed, index, begin, seconds, faults, attended, drainsAtEnd }: Plan): string[] => [
  `run ${seed}:${index} begins in ${begin} and lasts ${seconds} s, ${attended ? 'attended' : 'nobody attends'}${drainsAtEnd ? ', drained at the end' : ''}`,
  ...faults.map(
    ({ kind, atSeconds, stream }) => `  ${atSeconds.toFixed(3).padStart(9)} s  ${kind} (${stream})`,
  ),
];
