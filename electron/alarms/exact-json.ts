/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const tags = ['$map', '$set', '$number'] as const;

/**
 * Plain data as JSON that comes back exactly: Maps, Sets and the numbers JSON has no word for stand in tagged objects,
 * as in `{"$map": [["T3", 7]]}`, `{"$set": [1, 2]}`, `{"$number": "NaN"}`. `undefined` and functions are refused.
 */
export function toExactJson(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return isPlain(value) ? value : { $number: numberName(value) };
  if (Array.isArray(value)) return value.map(toExactJson);
  if (value instanceof Map)
    return { $map: [...value].map(([key, one]) => [toExactJson(key), toExactJson(one)]) };
  if (value instanceof Set) return { $set: [...value].map(toExactJson) };
  if (typeof value !== 'object') throw new TypeError(`${typeof value} is no plain data`);
  const named: Record<string, Json> = {};
  for (const [key, one] of Object.entries(value)) {
    if (isTag(key)) throw new TypeError('a name of JSON’s own tags');
    named[key] = toExactJson(one);
  }
  return named;
}

export function fromExactJson(json: Json): unknown {
  if (json === null || typeof json !== 'object') return json;
  if (isList(json)) return json.map(fromExactJson);
  const [first, ...more] = Object.entries(json);
  if (first === undefined || more.length > 0 || !isTag(first[0])) {
    return Object.fromEntries(Object.entries(json).map(([key, one]) => [key, fromExactJson(one)]));
  }
  const [tag, held] = first;
  if (tag === '$number') return Number(held);
  const items = (isList(held) ? held : []).map(fromExactJson);
  return tag === '$set' ? new Set(items) : new Map(items as [unknown, unknown][]);
}

const isPlain = (value: number): boolean => Number.isFinite(value) && !Object.is(value, -0);
/** `Number` reads each of them back. */
const numberName = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));
const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);
const isTag = (key: string): key is (typeof tags)[number] => (tags as readonly string[]).includes(key);
