import { interruptedCode, interruptible, progressLine } from '../campaign/interruptible.ts';
import { runPool } from '../campaign/pool.ts';
import { writeJsonReport } from '../json-report.ts';
import { say } from '../plain/step.mjs';
import type { ScenarioOptions } from './arguments.ts';
import type { Observed } from './cell.ts';
import { cells } from './matrix.ts';
import { type NominalRun, nominalPatients } from './nominal.ts';
import { inMatrixOrder, nominalReport, type ScenarioReport } from './report.ts';
import { asText } from './table.ts';
import { type Done, matrixTasks, type Task } from './tasks.ts';

const worker = new URL('./worker.ts', import.meta.url);

/** The matrix, then the nominal treatments; resolves with 0 only where every cell holds and nothing alarmed falsely. */
export async function runScenarios({ jsonFile, threads }: ScenarioOptions): Promise<number> {
  const seen: Observed[] = [];
  const matrix = await interruptible((stop, progress) => {
    const waiting = [...matrixTasks];
    const take = (done: Done) => {
      if (done.kind === 'cells') seen.push(...done.cells);
      progress((elapsedMs) => progressLine('cells', seen.length, cells.length, elapsedMs));
    };
    return runPool({ worker, threads, next: (): Task | null => waiting.shift() ?? null, take, stop });
  });
  if (matrix.interrupted) return interrupted(`${seen.length} of ${cells.length} cells`);

  const runs: NominalRun[] = [];
  let index = 0;
  const reachable = () => runs.filter((run) => run.reachable);
  const nominal = await interruptible((stop, progress) => {
    const next = (): Task | null =>
      reachable().length >= nominalPatients ? null : { kind: 'nominal', index: index++ };
    const take = (done: Done) => {
      if (done.kind === 'nominal') runs.push(done.run);
      progress((elapsedMs) => progressLine('patients', reachable().length, nominalPatients, elapsedMs));
    };
    return runPool({ worker, threads, next, take, stop });
  });
  if (nominal.interrupted) return interrupted(`${reachable().length} of ${nominalPatients} patients`);

  const judged = reachable().sort((a, b) => a.index - b.index);
  const report = reportOf(seen, judged.slice(0, nominalPatients), threads, matrix.seconds + nominal.seconds);
  console.log(asText(report));
  writeJsonReport(jsonFile, report);
  return report.holds ? 0 : 1;
}

function interrupted(done: string): number {
  say(`interrupted after ${done}; nothing was written`);
  return interruptedCode;
}

function reportOf(
  seen: readonly Observed[],
  runs: readonly NominalRun[],
  threads: number,
  wallSeconds: number,
): ScenarioReport {
  const judged = inMatrixOrder(seen);
  const nominal = nominalReport(runs);
  const allHold = judged.length === cells.length && judged.every(({ problems }) => problems.length === 0);
  return {
    date: new Date().toISOString().slice(0, 10),
    cells: judged,
    nominal,
    wallSeconds,
    threads,
    holds: allHold && nominal.holds,
  };
}
