import { interruptedCode, interruptible, progressLine } from '../../campaign/interruptible.ts';
import { runPool } from '../../campaign/pool.ts';
import { writeJsonReport } from '../../json-report.ts';
import { say } from '../../plain/step.mjs';
import type { SimulateOptions } from './arguments.ts';
import { drawPlan } from './plan.ts';
import { type Failure, Tally } from './report.ts';
import { memoryFolder } from './scratch.ts';
import { planText, shrink } from './shrink.ts';
import { asText } from './table.ts';
import type { Done, Task } from './task.ts';

const worker = new URL('./worker.ts', import.meta.url);
/** Of the failures so many are made small; what is behind the others is seen when these are mended. */
const mostShrunk = 3;

/** Simulates and judges; resolves with 0 only where nothing was broken, lost or left unchecked. */
export async function simulate(options: SimulateOptions): Promise<number> {
  const { runs, seed, threads, jsonFile } = options;
  const tally = new Tally();
  let index = 0;
  const { interrupted, seconds } = await interruptible((stop, progress) =>
    runPool<Task, Done>({
      worker,
      threads,
      scratchIn: memoryFolder(),
      stop,
      next: () => {
        if (index >= runs) return null;
        const task: Task = { seed, index };
        index += 1;
        return task;
      },
      take: (done) => {
        if (done.ok) tally.add(done.result);
        else tally.fail(done.seed, done.index, done.failed);
        progress((elapsedMs) => progressLine('runs', tally.runs, runs, elapsedMs));
      },
    }),
  );
  const report = tally.report(seed, seconds);
  console.log(asText(report));
  if (interrupted) {
    say(`interrupted: the table is of ${tally.runs} of ${runs} runs; nothing was written`);
    return interruptedCode;
  }
  writeJsonReport(jsonFile, report.json);
  if (options.shrinks && report.failures.length > 0) await shrinkAll(report.failures);
  return report.good ? 0 : 1;
}

async function shrinkAll(failures: readonly Failure[]): Promise<void> {
  const small = failures.filter(({ breaches }) => breaches.length > 0).slice(0, mostShrunk);
  await interruptible(async (stop, progress) => {
    for (const [at, { seed, index, breaches }] of small.entries()) {
      progress((elapsedMs) => progressLine('failures made small', at, small.length, elapsedMs));
      const [breach] = breaches;
      const smallest = breach && (await shrink(drawPlan(seed, index), breach.promise, stop));
      if (smallest)
        console.log(`\nsmallest that breaks "${breach.promise}":\n${planText(smallest.plan).join('\n')}`);
    }
  });
}
