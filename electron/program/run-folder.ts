import { access } from 'node:fs/promises';
import { join } from 'node:path';

/** What a run leaves in its folder. */
const runFileNames = ['journal.sqlite', 'report.pdf', 'samples.csv', 'summary.json'] as const;

export async function holdsRun(folder: string): Promise<boolean> {
  const there = await Promise.all(runFileNames.map((name) => isThere(join(folder, name))));
  return there.includes(true);
}

/** `path`, or the first of `path-2`, `path-3`, … that is not there: nothing is written over. */
export async function freePath(path: string): Promise<string> {
  let free = path;
  for (let number = 2; await isThere(free); number += 1) free = `${path}-${number}`;
  return free;
}

/** Whatever cannot be looked at is not written over. */
const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
  );
