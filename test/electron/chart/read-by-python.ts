import { execFileSync } from 'node:child_process';
import { inRoot } from '../../../build/root.ts';

/**
 * What a reader in Python makes of a document: its JSON. `script`: its path under `test/electron/chart/`. By Debian's
 * Python, which has the packages that Debian brings.
 */
export const readByPython = <T>(
  script: string,
  document: string | Uint8Array,
  ...args: readonly string[]
): T =>
  JSON.parse(
    execFileSync('/usr/bin/python3', [inRoot('test/electron/chart', script), ...args], {
      input: document,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }),
  ) as T;
