import { writeJsonReport } from '../json-report.ts';
import { say } from '../plain/step.mjs';
import { type CampaignOptions, tuningSeed } from './arguments.ts';
import { readBaseline } from './baseline/gains.ts';
import { interruptedCode } from './interruptible.ts';
import { worstCases } from './judge/worst.ts';
import { writePictures } from './pictures/write-pictures.ts';
import { campaignReport } from './report.ts';
import { asText } from './table.ts';
import { treatPopulation } from './treat-population.ts';

const worstShown = 10;

/** Treats and judges a population; resolves with 0 only where every goal of its patients that applies is met. */
export async function runCampaign(options: CampaignOptions): Promise<number> {
  const { patients, seed, disturbed, threads, jsonFile } = options;
  const gains = options.baseline ? readBaseline().gains : null;
  if (seed === tuningSeed) say(`seed ${seed} is the one that gains were tuned on: judge with another`);
  const { results, interrupted, seconds } = await treatPopulation({
    counts: 'patients',
    patients,
    threads,
    seed,
    disturbed,
    regimen: null,
    gains,
  });
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
  writeJsonReport(jsonFile, report);
  say(await writePictures(report, results, worst, options.outFolder));
  return report.goalsMissed.length === 0 ? 0 : 1;
}
