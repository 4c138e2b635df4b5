import { Worker } from 'node:worker_threads';
import type { JournalPort } from './port.ts';

/** The journal's end of a worker thread of its own. Throws where no thread can be made. */
export function workerPort(workerUrl: URL): JournalPort {
  const worker = new Worker(workerUrl);
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (hear) => void worker.on('message', hear),
    onGone: (hear) => {
      worker.on('error', (error) => hear(`journal thread ended: ${error.message}`));
      worker.on('exit', (code) => hear(`journal thread ended (exit code ${code})`));
    },
    // A thread that hangs in the disk cannot be ended; it must not keep the program either.
    close: () => {
      worker.unref();
      void worker.terminate();
    },
  };
}
