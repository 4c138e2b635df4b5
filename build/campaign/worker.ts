/** One thread of a campaign: treats the patients it is handed, one after the other. */
import { parentPort } from 'node:worker_threads';
import { judgePatient, type PatientTask } from './judge/judge-patient.ts';

const port = parentPort;
if (port === null) throw new Error('build/campaign/worker.ts runs as a worker thread only.');
port.on('message', (task: PatientTask) => port.postMessage(judgePatient(task)));
