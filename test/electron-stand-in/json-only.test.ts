import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonCopy } from './json-only.ts';

test('plain JSON comes out equal, and no part of it is shared', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const copy = jsonCopy(value, 'it');
      expect(copy).toEqual(value);
      if (typeof value === 'object' && value !== null) expect(copy).not.toBe(value);
    }),
  );
});

test.each<[unknown, string]>([
  [{ a: [new Set()] }, 'it.a[0] is a Set'],
  [{ a: undefined }, 'it.a is undefined'],
  [[Number.NaN], 'it[0] is NaN'],
  [new Float64Array(1), 'it is a Float64Array'],
  [() => 0, 'it is a function'],
])('anything else is refused with its place: %s', (value, words) => {
  expect(() => jsonCopy(value, 'it')).toThrow(words);
});
