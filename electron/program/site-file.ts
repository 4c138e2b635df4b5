import { copyFileSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { siteSchema } from '../contract/site-schema.ts';
import { parseJson } from '../domain/json-text.ts';
import type { Site } from '../domain/site.ts';
import { parseRig } from './options.ts';
import { isSiteOf2, of2, siteOf2 } from './site-of-2.ts';
import { readTextFile } from './text-file.ts';

/** `notice`: what has to be said of a site that was taken; `null`: nothing. */
export type SiteResult = { ok: true; site: Site; notice: string | null } | { ok: false; problem: string };

/**
 * Reads a site from its file; every field that is wrong is named by its path. `shipped` gives what a file of version 2
 * could not hold yet; without it that one is refused as well.
 */
export function readSite(path: string, shipped: (() => Site) | null = null): SiteResult {
  const refused = (why: string): SiteResult => ({ ok: false, problem: `site ${path}: ${why}.` });
  const read = readTextFile(path);
  if (!read.ok) return refused(read.problem);
  const file = parseJson(read.text);
  if (!file.ok) return refused(`not valid JSON (${file.why}). Mend the file`);
  const isOf2 = shipped !== null && isSiteOf2(file.json);
  const made = isOf2 ? siteOf2(file.json, shipped()) : { ok: true as const, site: file.json };
  if (!made.ok) return refused(`${made.problem}. Mend the file and start again`);
  const parsed = siteSchema.safeParse(made.site);
  const issues = parsed.success
    ? rigIssues(parsed.data)
    : parsed.error.issues.map(({ path: at, message }) => `${at.join('.') || 'site'}: ${message}`);
  if (!parsed.success || issues.length > 0)
    return refused(`${issues.join('; ')}. Mend the file and start again`);
  return { ok: true, site: parsed.data, notice: isOf2 ? of2(path) : null };
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
export function siteInForce(dataFolder: string, shippedPath: string): SiteInForce {
  const { own, lastGood } = sitePaths(dataFolder);
  const shipped = () => goodOf(readSite(shippedPath));
  const has = { own: isThere(own), lastGood: isThere(lastGood) };
  if (!has.own && !has.lastGood) return { site: shipped(), problem: null };
  const read: SiteResult = has.own
    ? readSite(own, shipped)
    : { ok: false, problem: `site ${own}: it is gone.` };
  if (read.ok) {
    const said = [read.notice, keep(own, lastGood, dataFolder)].filter((one) => one !== null);
    return { site: read.site, problem: said.length === 0 ? null : said.join(' ') };
  }
  const before: SiteResult = has.lastGood ? readSite(lastGood, shipped) : read;
  const site = before.ok ? before.site : shipped();
  const also = !has.lastGood ? null : before.ok ? before.notice : before.problem;
  const which = before.ok ? 'The last good rules stay in force' : 'The rules that are shipped are in force';
  const said = [read.problem, also, `${which}: ${site.name}.`].filter((one) => one !== null);
  return { site, problem: said.join(' ') };
}

/** Where a console keeps the rules of its site, and the last good ones. */
export const sitePaths = (dataFolder: string) => ({
  own: join(dataFolder, 'site.json'),
  lastGood: join(dataFolder, 'site-in-force.json'),
});

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
