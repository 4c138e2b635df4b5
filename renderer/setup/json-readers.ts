/** Says that what stood at a path was not understood. */
export type Drop = (path: string) => void;

/** What a reader gives where it understands nothing. */
export const nothing = Symbol('not understood');

/** Reads a value of unknown origin; whatever of it is left out is dropped by its path. */
export type Reader<T> = (value: unknown, path: string, drop: Drop) => T | typeof nothing;

export type Readers<T> = { readonly [K in keyof T]-?: Reader<T[K]> };

/** Longer texts no person typed. */
const mostCharacters = 20_000;

const when =
  <T>(understood: (value: unknown) => value is T): Reader<T> =>
  (value, path, drop) => {
    if (understood(value)) return value;
    drop(path);
    return nothing;
  };

export const text = when(
  (value): value is string => typeof value === 'string' && value.length <= mostCharacters,
);
export const yesOrNo = when((value): value is boolean => typeof value === 'boolean');
export const number = when((value): value is number => typeof value === 'number' && Number.isFinite(value));
/** A count or a place in a list. */
export const index = when(
  (value): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 100,
);

export const oneOf = <T extends string>(all: readonly T[]): Reader<T> =>
  when((value): value is T => all.some((one) => one === value));

export const orNull =
  <T>(reader: Reader<T>): Reader<T | null> =>
  (value, path, drop) =>
    value === null ? null : reader(value, path, drop);

/** A list; an entry that is not understood is left out, and so is what is beyond `most`. */
export const listOf =
  <T>(reader: Reader<T>, most: number): Reader<readonly T[]> =>
  (value, path, drop) => {
    if (!Array.isArray(value)) {
      drop(path);
      return nothing;
    }
    if (value.length > most) drop(`${path}.${most}`);
    return value
      .slice(0, most)
      .map((one, at) => reader(one, `${path}.${at}`, drop))
      .filter((one): one is T => one !== nothing);
  };

/**
 * An object, field by field. A field that is not there or not understood is as in `start`; where `start` has none, the
 * object is nothing without it.
 */
export const fieldsOf =
  <T extends object>(readers: Readers<T>, start: Partial<T>): Reader<T> =>
  (value, path, drop) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      drop(path);
      return nothing;
    }
    const at = (key: string) => (path === '' ? key : `${path}.${key}`);
    for (const key of Object.keys(value)) if (!Object.hasOwn(readers, key)) drop(at(key));
    const read: Partial<T> = {};
    for (const key of Object.keys(readers) as (keyof T & string)[]) {
      const own = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
      const one = readers[key](own, at(key), drop);
      if (one !== nothing) read[key] = one;
      else if (!Object.hasOwn(start, key)) return nothing;
      else read[key] = start[key] as T[typeof key];
    }
    return read as T;
  };
