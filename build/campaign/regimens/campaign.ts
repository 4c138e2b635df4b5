import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { say } from '../../plain/step.mjs';
import type { RegimenOptions } from '../arguments.ts';
import { interruptedCode, interruptible, progressLine } from '../interruptible.ts';
import type { PatientResult, PatientTask } from '../judge/judge-patient.ts';
import { runPool } from '../pool.ts';
import { Population } from '../population.ts';
import type { RegimenName } from './regimens.ts';
import { type RegimenReport, regimenReport, regimensReport } from './report.ts';
import { regimensText } from './table.ts';

const worker = new URL('../worker.ts', import.meta.url);

/** Treats and judges the population of each regimen; resolves with 0 only where every goal is met. */
export async function runRegimens(options: RegimenOptions): Promise<number> {
  const { regimens, patients, seed, threads, jsonFile } = options;
  const done = new Map<RegimenName, RegimenReport>();
  let wallSeconds = 0;
  for (const name of regimens) {
    const { results, interrupted, seconds } = await treatAll(name, options);
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
  if (jsonFile !== null) {
    mkdirSync(dirname(jsonFile), { recursive: true });
    writeFileSync(jsonFile, `${JSON.stringify(report, null, 2)}\n`);
  }
  return report.goalsMissed.length === 0 ? 0 : 1;
}

interface Treated {
  readonly results: readonly PatientResult[];
  readonly interrupted: boolean;
  readonly seconds: number;
}

async function treatAll(name: RegimenName, { patients, seed, threads }: RegimenOptions): Promise<Treated> {
  const population = new Population(patients);
  const next = (): PatientTask | null => {
    const index = population.next();
    return index === null ? null : { seed, index, disturbed: false, regimen: name, gains: null };
  };
  const { interrupted, seconds } = await interruptible((stop, progress) => {
    const take = (result: PatientResult) => {
      population.add(result);
      progress((elapsedMs) => progressLine(`${name} patients`, population.reachable, patients, elapsedMs));
    };
    return runPool({ worker, threads, next, take, stop });
  });
  return { results: population.judged(), interrupted, seconds };
}
