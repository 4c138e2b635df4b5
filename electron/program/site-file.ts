import { copyFileSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { siteSchema } from '../contract/site-schema.ts';
import { parseJson } from '../domain/json-text.ts';
import type { Site } from '../domain/site.ts';
import { parseRig } from './options.ts';
import { readTextFile } from './text-file.ts';

export type SiteResult = { ok: true; site: Site } | { ok: false; problem: string };

/** Reads a site from its file; every field that is wrong is named by its path. */
export function readSite(path: string): SiteResult {
  const refused = (why: string): SiteResult => ({ ok: false, problem: `site ${path}: ${why}.` });
  const read = readTextFile(path);
  if (!read.ok) return refused(read.problem);
  const file = parseJson(read.text);
  if (!file.ok) return refused(`not valid JSON (${file.why}). Mend the file`);
  const parsed = siteSchema.safeParse(file.json);
  const issues = parsed.success
    ? rigIssues(parsed.data)
    : parsed.error.issues.map(({ path: at, message }) => `${at.join('.') || 'site'}: ${message}`);
  if (!parsed.success || issues.length > 0)
    return refused(`${issues.join('; ')}. Mend the file and start again`);
  return { ok: true, site: parsed.data };
}

function rigIssues({ rig }: Site): string[] {
  try {
    parseRig(rig);
    return [];
  } catch (error) {
    return [`rig: ${(error as Error).message}`];
  }
}

/** The rules that are in force, and why they are not those that were looked for; `null`: they are. */
export interface SiteInForce {
  readonly site: Site;
  readonly problem: string | null;
}

/**
 * The site of this console: `site.json` of its data folder, or what is shipped where a site never had one. One that is
 * wrong, or gone, leaves the last good one in force. Throws only where not even the shipped one can be read.
 */
export function siteInForce(dataFolder: string, shipped: string): SiteInForce {
  const own = join(dataFolder, 'site.json');
  const lastGood = join(dataFolder, 'site-in-force.json');
  const has = { own: isThere(own), lastGood: isThere(lastGood) };
  if (!has.own && !has.lastGood) return { site: goodOf(readSite(shipped)), problem: null };
  const read: SiteResult = has.own ? readSite(own) : { ok: false, problem: `site ${own}: it is gone.` };
  if (read.ok) return { site: read.site, problem: keep(own, lastGood, dataFolder) };
  const before: SiteResult = has.lastGood ? readSite(lastGood) : read;
  const site = before.ok ? before.site : goodOf(readSite(shipped));
  const also = has.lastGood && !before.ok ? ` ${before.problem}` : '';
  const which = before.ok ? 'The last good rules stay in force' : 'The rules that are shipped are in force';
  return { site, problem: `${read.problem}${also} ${which}: ${site.name}.` };
}

/** Whatever it is: a link that leads nowhere, as to a share that is not mounted, is no reason for other rules. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

function goodOf(result: SiteResult): Site {
  if (result.ok) return result.site;
  throw new Error(result.problem);
}

/** What is in force, for the day the site's own file is wrong; whole or not at all. Returns why it could not be kept. */
function keep(own: string, lastGood: string, dataFolder: string): string | null {
  try {
    if (existsSync(lastGood) && readFileSync(lastGood).equals(readFileSync(own))) return null;
    mkdirSync(dataFolder, { recursive: true });
    copyFileSync(own, `${lastGood}.part`);
    renameSync(`${lastGood}.part`, lastGood);
    return null;
  } catch (error) {
    return `site ${own}: it is in force, but could not be kept as the last good one (${(error as Error).message}).`;
  }
}
