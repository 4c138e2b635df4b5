import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What a run leaves in its folder. */
const runFileNames = ['journal.sqlite', 'report.pdf', 'samples.csv', 'summary.json'] as const;

export const holdsRun = (folder: string): boolean =>
  runFileNames.some((name) => existsSync(join(folder, name)));

/** `path`, or the first of `path-2`, `path-3`, … that is not there: nothing is written over. */
export function freePath(path: string): string {
  let free = path;
  for (let number = 2; existsSync(free); number += 1) free = `${path}-${number}`;
  return free;
}
