import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

export interface PoolRun<Task, Result> {
  /** Module of the threads: answers each task with one result. */
  readonly worker: URL;
  readonly threads: number;
  /** The next task; `null`: no more are needed. Asked again whenever a thread is free. */
  readonly next: () => Task | null;
  readonly take: (result: Result) => void;
  /** Aborted: threads are stopped where they are. */
  readonly stop: AbortSignal;
  /** Where their files go; left out: where the system puts what is temporary. */
  readonly scratchIn?: string;
}

/** A treatment makes some gigabytes of objects that live for one tick: room for many ticks is cheaper than cleaning up often. */
const resourceLimits = { maxYoungGenerationSizeMb: 96 };

/** Does tasks on worker threads until none is left or it is told to stop. */
export async function runPool<Task, Result>(run: PoolRun<Task, Result>): Promise<void> {
  // A thread that is stopped where it is cleans up nothing: what it has made there goes with the pool.
  const scratch = mkdtempSync(join(run.scratchIn ?? tmpdir(), 'isotherm-threads-'));
  const env = { ...process.env, TMPDIR: scratch };
  const workers = Array.from({ length: run.threads }, () => new Worker(run.worker, { resourceLimits, env }));
  const stopAll = () => Promise.all(workers.map((worker) => worker.terminate()));
  const onAbort = () => void stopAll();
  run.stop.addEventListener('abort', onAbort);
  try {
    await Promise.all(workers.map((worker) => keepBusy(worker, run)));
  } finally {
    run.stop.removeEventListener('abort', onAbort);
    await stopAll();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
  }
}

function keepBusy<Task, Result>(worker: Worker, { next, take, stop }: PoolRun<Task, Result>): Promise<void> {
  return new Promise((resolve, reject) => {
    const hand = () => {
      const task = stop.aborted ? null : next();
      if (task === null) resolve();
      else worker.postMessage(task);
    };
    worker.on('message', (result: Result) => {
      take(result);
      hand();
    });
    worker.on('error', reject);
    worker.on('exit', (code) =>
      stop.aborted
        ? resolve()
        : reject(new Error(`A thread ended with exit code ${code} before its work was done.`)),
    );
    hand();
  });
}
