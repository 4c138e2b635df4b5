/** A thread that makes itself a temporary folder, says where, and is never done. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', () => parentPort?.postMessage(mkdtempSync(join(tmpdir(), 'untidy-'))));
