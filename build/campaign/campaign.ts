import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ProgressWriter } from '../../electron/program/progress.ts';
import { say } from '../plain/step.mjs';
import { type CampaignOptions, tuningSeed } from './arguments.ts';
import { readBaseline } from './baseline/gains.ts';
import { worstCases } from './judge/worst.ts';
import { runPool } from './pool.ts';
import { Population } from './population.ts';
import { campaignReport } from './report.ts';
import { asText } from './table.ts';

/** Exit code of a program that Ctrl-C ended: 128 + SIGINT. */
const interruptedCode = 130;
const worstShown = 10;

/** Treats and judges a population; resolves with 0 only where every goal that applies is met. */
export async function runCampaign(options: CampaignOptions): Promise<number> {
  const { seed, disturbed, threads, jsonFile } = options;
  const gains = options.baseline ? readBaseline().gains : null;
  if (seed === tuningSeed) say(`seed ${seed} is the one that gains were tuned on: judge with another`);
  const population = new Population(options.patients);
  const stopping = new AbortController();
  const interrupt = () => stopping.abort();
  process.once('SIGINT', interrupt);
  const progress = new ProgressWriter(process.stdout.isTTY === true, (text) => process.stdout.write(text));
  const startedMs = performance.now();
  await runPool({
    threads,
    next: () => {
      const index = population.next();
      return index === null ? null : { seed, index, disturbed, gains };
    },
    take: (result) => {
      population.add(result);
      const nowMs = performance.now();
      progress.show(() => progressLine(population.reachable, options.patients, nowMs - startedMs), nowMs);
    },
    stop: stopping.signal,
  });
  progress.end();
  process.off('SIGINT', interrupt);

  const results = population.judged();
  const report = campaignReport({
    seed,
    disturbed,
    results,
    gains,
    tuningSeed,
    threads,
    wallSeconds: (performance.now() - startedMs) / 1000,
  });
  const worst = worstCases(results, disturbed, worstShown);
  console.log(asText(report, worst));
  const interrupted = stopping.signal.aborted;
  if (jsonFile !== null && !interrupted) {
    mkdirSync(dirname(jsonFile), { recursive: true });
    writeFileSync(jsonFile, `${JSON.stringify(report, null, 2)}\n`);
  }
  if (interrupted) {
    say(`interrupted: the table is of the first ${report.patients} of ${options.patients} patients`);
    return interruptedCode;
  }
  return report.goalsMissed.length === 0 ? 0 : 1;
}

/** How many of how many, how fast, and how long it still takes. */
export function progressLine(done: number, of: number, elapsedMs: number): string {
  const perSecond = done / Math.max(elapsedMs / 1000, 0.001);
  const left = perSecond === 0 ? '---' : `${Math.ceil((of - done) / perSecond)} s`;
  return `campaign: ${done} of ${of} patients, ${perSecond.toFixed(1)} patients/s, ${left} left`;
}
