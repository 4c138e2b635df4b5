/** One thread of a scenario campaign: does the tasks it is handed, one after the other. */
import { parentPort } from 'node:worker_threads';
import { doTask, type Task } from './tasks.ts';

const port = parentPort;
if (port === null) throw new Error('build/scenarios/worker.ts runs as a worker thread only.');
port.on('message', (task: Task) => void doTask(task).then((done) => port.postMessage(done)));
