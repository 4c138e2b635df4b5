import { writeJsonReport } from '../../json-report.ts';
import { say } from '../../plain/step.mjs';
import type { RegimenOptions } from '../arguments.ts';
import { interruptedCode } from '../interruptible.ts';
import { treatPopulation } from '../treat-population.ts';
import type { RegimenName } from './regimens.ts';
import { type RegimenReport, regimenReport, regimensReport } from './report.ts';
import { regimensText } from './table.ts';

/** Treats and judges the population of each regimen; resolves with 0 only where every goal is met. */
export async function runRegimens(options: RegimenOptions): Promise<number> {
  const { regimens, patients, seed, threads, jsonFile } = options;
  const done = new Map<RegimenName, RegimenReport>();
  let wallSeconds = 0;
  for (const name of regimens) {
    const { results, interrupted, seconds } = await treatPopulation({
      counts: `${name} patients`,
      patients,
      threads,
      seed,
      disturbed: false,
      regimen: name,
      gains: null,
    });
    wallSeconds += seconds;
    if (interrupted) {
      say(`interrupted in ${name}; nothing was written`);
      return interruptedCode;
    }
    done.set(name, regimenReport(name, seed, results));
  }
  const date = new Date().toISOString().slice(0, 10);
  const report = regimensReport({ date, seed, patients, threads, wallSeconds }, done);
  console.log(regimensText(report));
  writeJsonReport(jsonFile, report);
  return report.goalsMissed.length === 0 ? 0 : 1;
}
