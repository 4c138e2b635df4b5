import fc from 'fast-check';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Path = readonly string[];

/** What stands in the place of a value: of every kind, right here and wrong there. */
const others: readonly Json[] = [
  null,
  true,
  false,
  0,
  1,
  2,
  -1,
  3.5,
  39.2,
  120,
  1e9,
  '',
  ' ',
  ' with blanks around ',
  'x'.repeat(200),
  'x'.repeat(201),
  'x'.repeat(2001),
  'lost \uFFFD character',
  '2026-02-03',
  '2026-02-30',
  '3.2.2026',
  'no',
  'yes',
  'unknown',
  'done',
  'not-done',
  'not-applicable',
  'left',
  'open',
  'hepatic-artery',
  'not-used',
  '王小明',
  [],
  [null],
  {},
  { id: 'one' },
];

export interface Mutation {
  readonly json: Json;
  /** Where something is another than it was. */
  readonly at: Path;
  readonly what: string;
}

function pathsIn(value: Json, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value).flatMap(([key, one]) => pathsIn(one as Json, [...at, key]));
  return at.length === 0 ? inner : [at, ...inner];
}

export const valueAt = (json: Json, path: Path): Json =>
  path.reduce<Json>((value, key) => (value as Readonly<Record<string, Json>>)[key] ?? null, json);

/** A copy with another value in one place; `undefined`: without it. */
export function changed(value: Json, [key, ...rest]: Path, by: Json | undefined): Json | undefined {
  if (key === undefined) return by;
  const inner = changed((value as Readonly<Record<string, Json>>)[key] as Json, rest, by);
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    return inner === undefined ? list.toSpliced(Number(key), 1) : list.with(Number(key), inner);
  }
  const { [key]: _, ...others } = value as Readonly<Record<string, Json>>;
  return inner === undefined ? others : { ...others, [key]: inner };
}

/** One change to one place of a document, whatever is there; each place is as likely as any other. */
export function mutationOf(base: Json): fc.Arbitrary<Mutation> {
  const paths = pathsIn(base);
  const pick = fc.noBias(fc.nat(1_000_000));
  return fc.tuple(pick, pick, pick).map(([one, other, kind]): Mutation => {
    const at = paths[one % paths.length] as Path;
    const value = valueAt(base, at);
    const mutated = (by: Json | undefined, what: string, where: Path = at): Mutation => ({
      json: changed(base, where, by) as Json,
      at: where,
      what: `${where.join('.')}: ${what}`,
    });
    switch (kind % 8) {
      case 0:
        return mutated(undefined, 'taken out');
      case 1:
        return mutated(valueAt(base, paths[other % paths.length] as Path), 'what stands elsewhere');
      case 2:
        if (Array.isArray(value))
          return mutated([...value, ...(value as readonly Json[]).slice(0, 1)], 'its first twice');
        if (typeof value === 'object' && value !== null)
          return mutated({ ...value, speling: 1 }, 'one key more');
        return mutated(typeof value === 'string' ? 7 : String(value), 'of another kind');
      case 3:
        if (typeof value === 'string') return mutated(` ${value} `, 'with blanks around');
        if (typeof value === 'number') return mutated(value + 1, 'one more');
        return mutated(others[other % others.length] as Json, 'another');
      default:
        return mutated(
          others[other % others.length] as Json,
          `now ${JSON.stringify(others[other % others.length])?.slice(0, 40)}`,
        );
    }
  });
}

/** Texts as a reader hands them over: without the blanks around them. */
export function trimmed(value: Json): Json {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(trimmed);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, trimmed(one as Json)]));
}

/** The places a refusal names. */
export const placesIn = (problem: string): Path[] =>
  [...problem.matchAll(/(?:^|; )([\w.-]+): /g)].map(([, place = '']) =>
    place === 'case' || place === 'site' ? [] : place.split('.'),
  );

/** The place is the whole, or in the same part of the document as the change. */
export const isNear = ([part]: Path, at: Path): boolean => part === undefined || part === at[0];
