import { join } from 'node:path';
import type { Site } from '../electron/domain/site.ts';
import { readSite } from '../electron/program/site-file.ts';
import { root } from './root.ts';

/** The rules that are shipped for a theatre. */
export const theatre: Site = shipped('theatre');

function shipped(name: string): Site {
  const read = readSite(join(root, 'assets/sites', `${name}.json`));
  if (!read.ok) throw new Error(read.problem);
  return read.site;
}
