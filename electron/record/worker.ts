import { type MessagePort, parentPort } from 'node:worker_threads';
import { systemClock } from '../domain/time.ts';
import { earlierRuns } from './earlier-runs.ts';
import { lastRecordOf } from './open-runs.ts';
import { JournalServer } from './server.ts';
import { openWriter } from './writer.ts';

/** The worker thread of the journal: its server on the thread's own port, the system's clock and a real file. */
const port = parentPort as MessagePort;
new JournalServer({
  port: {
    post: (message) => port.postMessage(message),
    onMessage: (hear) => void port.on('message', hear),
    close: () => port.close(),
  },
  clock: systemClock,
  openWriter,
  lastRecordOf,
  earlierRuns,
});
