import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';

/** In memory where the system has such a folder: what is proven of the files does not hang on a disk's speed. */
export const memoryFolder = (): string => (existsSync(memory) ? memory : tmpdir());

/** A folder for the files of runs. A thread of a pool has been given one, which goes with the pool. */
export const scratchFolder = (): string =>
  mkdtempSync(join(process.env.TMPDIR ?? memoryFolder(), 'isotherm-chaos-'));
