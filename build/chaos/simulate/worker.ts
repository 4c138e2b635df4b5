/** One thread of a simulation: does the runs it is handed, one after the other. */
import { parentPort } from 'node:worker_threads';
import { scratchFolder } from './scratch.ts';
import { type Done, doTask, type Task } from './task.ts';

const port = parentPort;
if (port === null) throw new Error('build/chaos/simulate/worker.ts runs as a worker thread only.');
const scratch = scratchFolder();
/** What nobody in the run awaited: its failure, and not that of all the others. */
let escaped: unknown = null;
process.on('unhandledRejection', (error) => {
  escaped = error;
});

async function run(task: Task): Promise<Done> {
  const done = await doTask(task, scratch);
  if (escaped === null) return done;
  const { seed, index } = 'plan' in task ? task.plan : task;
  const failed = escaped instanceof Error ? (escaped.stack ?? escaped.message) : String(escaped);
  escaped = null;
  return { ok: false, seed, index, failed };
}
port.on('message', (task: Task) => void run(task).then((done) => port.postMessage(done)));
