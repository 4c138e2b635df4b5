import { Worker } from 'node:worker_threads';
import type { Clock } from '../domain/time.ts';
import type { MissingFile } from '../report/made-files.ts';
import type { ChartFilesMade, ChartJob } from './make-chart-files.ts';

/** Makes the files of the chart, and answers with those that were not made. Rejects, in words, where none was. */
export type MakeChartFiles = (
  job: Omit<ChartJob, 'settingsFolder'>,
  signal: AbortSignal,
) => Promise<readonly MissingFile[]>;

/** The longest run takes a tenth of it; a thread that has not answered by then hangs, ms (chosen). */
const chartFilesWithinMs = 300_000;

export interface ThreadOptions {
  readonly worker: URL;
  readonly clock: Pick<Clock, 'after'>;
  /** Where the hospital says what its systems want; `null`: nowhere. */
  readonly settingsFolder: string | null;
  readonly say: (line: string) => void;
}

/** By a thread of its own for each, which ends with it. */
export const byThread =
  ({ worker, clock, settingsFolder, say }: ThreadOptions): MakeChartFiles =>
  (job, signal) =>
    new Promise((resolve, reject) => {
      const thread = new Worker(worker);
      const end = (settle: () => void): void => {
        cancel();
        signal.removeEventListener('abort', calledOff);
        // One that hangs in the disk cannot be ended; it must not keep the program either.
        thread.unref();
        void thread.terminate();
        settle();
      };
      const calledOff = (): void => end(() => reject(signal.reason as Error));
      const cancel = clock.after(chartFilesWithinMs, () =>
        end(() => reject(new Error(`the disk did not answer within ${chartFilesWithinMs / 1000} s`))),
      );
      signal.addEventListener('abort', calledOff, { once: true });
      thread.once('message', ({ missing, notes }: ChartFilesMade) => {
        for (const note of notes) say(note);
        end(() => resolve(missing));
      });
      thread.once('error', (error) => end(() => reject(error)));
      thread.once('exit', () => end(() => reject(new Error('the thread that makes them ended'))));
      if (signal.aborted) calledOff();
      else thread.postMessage({ ...job, settingsFolder } satisfies ChartJob);
    });
