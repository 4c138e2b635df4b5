/** One thread of the search for gains. */
import { parentPort } from 'node:worker_threads';
import { type TuningTask, tune } from './tune.ts';

const port = parentPort;
if (port === null) throw new Error('build/campaign/baseline/worker.ts runs as a worker thread only.');
port.on('message', (task: TuningTask) => port.postMessage(tune(task)));
