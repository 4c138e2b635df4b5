import { interruptible, progressLine } from './interruptible.ts';
import type { PatientResult, PatientTask } from './judge/judge-patient.ts';
import { runPool } from './pool.ts';
import { Population } from './population.ts';

const worker = new URL('./worker.ts', import.meta.url);

interface ToTreat extends Omit<PatientTask, 'index'> {
  /** What the line of progress counts. */
  readonly counts: string;
  /** So many whose target is reachable. */
  readonly patients: number;
  readonly threads: number;
}

interface Treated {
  /** In order; what was interrupted is not among them. */
  readonly results: PatientResult[];
  readonly interrupted: boolean;
  readonly seconds: number;
}

/** Treats and judges patients until as many as asked for are reachable, or somebody interrupts. */
export async function treatPopulation({ counts, patients, threads, ...task }: ToTreat): Promise<Treated> {
  const population = new Population(patients);
  const next = (): PatientTask | null => {
    const index = population.next();
    return index === null ? null : { ...task, index };
  };
  const { interrupted, seconds } = await interruptible((stop, progress) => {
    const take = (result: PatientResult) => {
      population.add(result);
      progress((elapsedMs) => progressLine(counts, population.reachable, patients, elapsedMs));
    };
    return runPool({ worker, threads, next, take, stop });
  });
  return { results: population.judged(), interrupted, seconds };
}
