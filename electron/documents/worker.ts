import { type MessagePort, parentPort } from 'node:worker_threads';
import { type ChartJob, makeChartFiles } from './make-chart-files.ts';

const port = parentPort as MessagePort;
port.once('message', async (job: ChartJob) => {
  port.postMessage(await makeChartFiles(job));
  port.close();
});
