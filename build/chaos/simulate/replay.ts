import { rmSync } from 'node:fs';
import type { ReplayOptions } from './arguments.ts';
import { drawPlan } from './plan.ts';
import { sentenceOf } from './promises/sentences.ts';
import { simulateRun } from './run.ts';
import { scratchFolder } from './scratch.ts';
import { planText, shrink } from './shrink.ts';

/** Tells one run as a story: what went wrong, what was pressed, what the rig did, what the screen said. */
export async function replay({ seed, index, shrinks }: ReplayOptions): Promise<number> {
  const scratch = scratchFolder();
  try {
    const plan = drawPlan(seed, index);
    console.log(planText(plan).join('\n'));
    const result = await simulateRun(plan, { scratch, hear: (line) => console.log(line) });
    for (const { promise, atMs, why } of result.breaches)
      console.log(`BROKEN at ${(atMs / 1000).toFixed(2)} s: ${sentenceOf(promise)}\n  ${why}`);
    const first = result.breaches[0];
    if (shrinks && first !== undefined) {
      const smallest = await shrink(plan, first.promise, new AbortController().signal);
      if (smallest !== null) console.log(`smallest:\n${planText(smallest.plan).join('\n')}`);
    }
    console.log(`history ${result.hash}`);
    return result.breaches.length === 0 && result.lost === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
  }
}
