/** One thread: reconstructs and judges the points it is handed, in the order of the tape. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { scratchFolder } from '../../simulate/scratch.ts';
import { Disk } from './disk.ts';
import type { Point } from './points.ts';
import { readTape, type Tape } from './tape.ts';
import { type Tried, tryPoint } from './try-point.ts';

export interface PowerTask {
  readonly tape: string;
  readonly points: readonly { readonly point: Point; readonly round: number }[];
}

const port = parentPort;
if (port === null) throw new Error('build/chaos/real/power/worker.ts runs as a worker thread only.');
const scratch = scratchFolder();
let known: { path: string; tape: Tape; disk: Disk } | null = null;

port.on('message', ({ tape: path, points }: PowerTask) => {
  if (known?.path !== path) {
    const tape = readTape(path);
    known = { path, tape, disk: new Disk(tape) };
  }
  const { tape, disk } = known;
  const folder = join(scratch, 'left');
  const tried: Tried[] = points.map(({ point, round }) => tryPoint(tape, disk, point, round, folder));
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  port.postMessage(tried);
});
