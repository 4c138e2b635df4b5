import { join } from 'node:path';

/**
 * A path inside `assets/`. One expression serves all three places this code runs from, because each lies two
 * folders below the one that holds `assets/`: electron/window/ in the sources, out/main/ in a build, and
 * app.asar/out/main/ in the packed program (whose archive `node:fs` reads like a folder).
 */
export const assetsPath = (...parts: string[]): string =>
  join(import.meta.dirname, '..', '..', 'assets', ...parts);
