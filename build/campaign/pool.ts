import { Worker } from 'node:worker_threads';
import type { PatientResult, PatientTask } from './judge/judge-patient.ts';

export interface PoolRun {
  readonly threads: number;
  /** The next patient to treat; `null`: no more are needed. Asked again whenever a thread is free. */
  readonly next: () => PatientTask | null;
  readonly take: (result: PatientResult) => void;
  /** Aborted: threads are stopped where they are. */
  readonly stop: AbortSignal;
}

/** Treats patients on worker threads until none is left or it is told to stop. */
export async function runPool(run: PoolRun): Promise<void> {
  const workers = Array.from(
    { length: run.threads },
    () => new Worker(new URL('./worker.ts', import.meta.url)),
  );
  const stopAll = () => Promise.all(workers.map((worker) => worker.terminate()));
  const onAbort = () => void stopAll();
  run.stop.addEventListener('abort', onAbort);
  try {
    await Promise.all(workers.map((worker) => keepBusy(worker, run)));
  } finally {
    run.stop.removeEventListener('abort', onAbort);
    await stopAll();
  }
}

function keepBusy(worker: Worker, { next, take, stop }: PoolRun): Promise<void> {
  return new Promise((resolve, reject) => {
    const hand = () => {
      const task = stop.aborted ? null : next();
      if (task === null) resolve();
      else worker.postMessage(task);
    };
    worker.on('message', (result: PatientResult) => {
      take(result);
      hand();
    });
    worker.on('error', reject);
    worker.on('exit', (code) =>
      stop.aborted ? resolve() : reject(new Error(`A thread ended with ${code}.`)),
    );
    hand();
  });
}
