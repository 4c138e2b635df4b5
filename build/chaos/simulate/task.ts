import { drawPlan, type Plan } from './plan.ts';
import { type RunResult, simulateRun } from './run.ts';

/** One run for a thread: by its number, or, to shrink a failure, by the plan itself. */
export type Task = { readonly seed: number; readonly index: number } | { readonly plan: Plan };

/** `failed`: the simulation itself could not go on, and why. */
export type Done =
  | { readonly ok: true; readonly result: RunResult }
  | { readonly ok: false; readonly seed: number; readonly index: number; readonly failed: string };

export async function doTask(task: Task, scratch: string): Promise<Done> {
  const plan = 'plan' in task ? task.plan : drawPlan(task.seed, task.index);
  try {
    return { ok: true, result: await simulateRun(plan, { scratch }) };
  } catch (error) {
    const failed = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ok: false, seed: plan.seed, index: plan.index, failed };
  }
}
