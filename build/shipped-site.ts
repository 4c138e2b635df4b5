import { join } from 'node:path';
import type { Site } from '../electron/domain/site.ts';
import { readSite } from '../electron/program/site-file.ts';
import { root } from './root.ts';

type Shipped = 'theatre' | 'ward';

export const siteFile = (name: Shipped): string => join(root, 'assets/sites', `${name}.json`);

/** The rules that are shipped for a theatre, and for a ward. */
export const theatre: Site = shipped('theatre');
export const ward: Site = shipped('ward');

function shipped(name: Shipped): Site {
  const read = readSite(siteFile(name));
  if (!read.ok) throw new Error(read.problem);
  return read.site;
}
