import type { Site } from '../domain/site.ts';

/** What a site has since version 3. */
const since3 = [
  'twoPeopleStartHeat',
  'twoPeopleRecordDrugs',
  'reviewSignature',
  'lockAfterMinutes',
  'flowMeterCalibration',
  'hospital',
  'department',
  'reportFolder',
  'worklistFolder',
  'lists',
  'signedOff',
] as const;

export type SiteOf2 = { ok: true; site: unknown } | { ok: false; problem: string };

export const isSiteOf2 = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && 'version' in json && json.version === 2;

/** A site of version 2 as one of version 3, to be judged by its schema: what is new as shipped, and nobody has signed. */
export function siteOf2(json: Readonly<Record<string, unknown>>, shipped: Site): SiteOf2 {
  const early = since3.filter((key) => key in json);
  if (early.length > 0)
    return {
      ok: false,
      problem: `version 2 has no ${early.map((key) => `"${key}"`).join(', ')}: write version 3, or take it out`,
    };
  const added = Object.fromEntries(since3.map((key) => [key, shipped[key]]));
  return { ok: true, site: { ...json, ...added, version: shipped.version, signedOff: {} } };
}

/** Never silent: what is in force is not what somebody wrote, as far as they could not know of it. */
export const of2 = (path: string): string =>
  `site ${path}: it is of version 2, as the console before read it: its rules are in force, what version 3 has besides is as shipped, ` +
  'and nobody has signed for any value. Go through Site in the menu of a service engineer, or write version 3 (docs/site.md).';
