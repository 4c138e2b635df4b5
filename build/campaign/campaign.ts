import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { say } from '../plain/step.mjs';
import { type CampaignOptions, tuningSeed } from './arguments.ts';
import { readBaseline } from './baseline/gains.ts';
import { interruptedCode, interruptible, progressLine } from './interruptible.ts';
import type { PatientResult, PatientTask } from './judge/judge-patient.ts';
import { worstCases } from './judge/worst.ts';
import { writePictures } from './pictures/write-pictures.ts';
import { runPool } from './pool.ts';
import { Population } from './population.ts';
import { campaignReport } from './report.ts';
import { asText } from './table.ts';

const worker = new URL('./worker.ts', import.meta.url);
const worstShown = 10;

/** Treats and judges a population; resolves with 0 only where every goal of its patients that applies is met. */
export async function runCampaign(options: CampaignOptions): Promise<number> {
  const { patients, seed, disturbed, threads, jsonFile } = options;
  const gains = options.baseline ? readBaseline().gains : null;
  if (seed === tuningSeed) say(`seed ${seed} is the one that gains were tuned on: judge with another`);
  const population = new Population(patients);
  const next = (): PatientTask | null => {
    const index = population.next();
    return index === null ? null : { seed, index, disturbed, regimen: null, gains };
  };
  const { interrupted, seconds } = await interruptible((stop, progress) => {
    const take = (result: PatientResult) => {
      population.add(result);
      progress((elapsedMs) => progressLine('patients', population.reachable, patients, elapsedMs));
    };
    return runPool({ worker, threads, next, take, stop });
  });

  const results = population.judged();
  const report = campaignReport({
    date: new Date().toISOString().slice(0, 10),
    seed,
    disturbed,
    results,
    gains,
    tuningSeed,
    threads,
    wallSeconds: seconds,
  });
  const worst = worstCases(results, disturbed, worstShown);
  console.log(asText(report, worst));
  if (interrupted) {
    say(
      `interrupted: the table is of the first ${report.patients} of ${patients} patients; nothing was written`,
    );
    return interruptedCode;
  }
  if (jsonFile !== null) {
    mkdirSync(dirname(jsonFile), { recursive: true });
    writeFileSync(jsonFile, `${JSON.stringify(report, null, 2)}\n`);
  }
  say(await writePictures(report, results, worst, options.outFolder));
  return report.goalsMissed.length === 0 ? 0 : 1;
}
