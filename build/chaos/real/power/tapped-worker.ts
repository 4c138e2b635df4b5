/**
 * The journal's own worker thread, with what it hears and says written into a file of marks beside the journal, each
 * at once: on the tape an acknowledgement stands after all that was written and synced for it, and before all else.
 */
import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { marksName } from './marks.ts';

const port = parentPort;
const folder = process.env.TAPE_FOLDER;
if (port === null || folder === undefined) throw new Error('tapped-worker.ts runs for the recorder only.');
const marks = openSync(join(folder, marksName), 'a');
const mark = (way: 'heard' | 'said', message: unknown): void =>
  void writeSync(marks, `${JSON.stringify({ way, message })}\n`);

const post = port.postMessage.bind(port);
port.postMessage = (message: unknown) => {
  mark('said', message);
  post(message);
};
// Heard before the worker hears it: listeners are called in the order they came.
port.on('message', (message: unknown) => mark('heard', message));
await import('../../../../electron/record/worker.ts');
