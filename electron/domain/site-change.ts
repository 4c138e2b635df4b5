import type { Site } from './site.ts';
import { type SignOffKey, signOffKeys } from './site-sign-off.ts';

/** What of a site can be changed at its screen, besides what is signed for. Its rig is chosen as the console starts. */
const names = [
  'name',
  'hospital',
  'department',
  'reportFolder',
  'worklistFolder',
  'lockAfterMinutes',
  'flowMeterCalibration',
  'reviewSignature',
] as const;
const unsignedLists = [
  'lists.indications',
  'lists.catheterPlaces',
  'lists.probePlaces',
  'lists.drugNames',
] as const;

export type SiteKey = SignOffKey | (typeof names)[number] | (typeof unsignedLists)[number];

/** `SiteKey`s; through the door comes any text. */
export const siteKeys: readonly string[] = [...names, ...signOffKeys, ...unsignedLists];

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value a key stands for: `coreHold`, `alarmLimits.core-high`, `lists.checklist`. */
export const siteValue = (site: Site, key: string): unknown =>
  key.split('.').reduce<unknown>((at, name) => (isTree(at) ? at[name] : undefined), site);

/**
 * The site with another value of a key, to be judged by its schema; who had signed for the old one has not for the new.
 * `key`: one of `siteKeys`.
 */
export function siteWith(site: Site, key: string, value: unknown): unknown {
  const { [key]: _, ...signedOff } = site.signedOff;
  return { ...(withValue(site as unknown as Tree, key.split('.'), value) as Tree), signedOff };
}

function withValue(tree: Tree, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const inner = tree[name];
  return { ...tree, [name]: rest.length === 0 ? value : withValue(isTree(inner) ? inner : {}, rest, value) };
}
