import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notJson } from '../../../electron/window/json-value.ts';

describe('plain JSON', () => {
  test('whatever JSON can say passes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(notJson(value, 'view')).toBeNull();
      }),
    );
  });

  class Probe {
    celsius = 42.5;
  }

  test.each<[string, unknown, string]>([
    ['a NaN', { run: { celsius: Number.NaN } }, 'view.run.celsius is NaN'],
    ['an infinity', [1, Number.POSITIVE_INFINITY], 'view[1] is Infinity'],
    ['an undefined member', { a: [{ b: undefined }] }, 'view.a[0].b is undefined'],
    ['a hole in a list', new Array(3), 'view[0] is undefined'],
    ['a Map', { probes: new Map() }, 'view.probes is a Map'],
    ['a Date', new Date(0), 'view is a Date'],
    ['bytes', { png: new Uint8Array(2) }, 'view.png is a Uint8Array'],
    ['an instance of a class', { probe: new Probe() }, 'view.probe is a Probe'],
    ['a function', { now: () => 0 }, 'view.now is a function'],
    ['a bigint', 1n, 'view is a bigint'],
  ])('%s is refused with its place', (_what, value, words) => {
    expect(notJson(value, 'view')).toContain(words);
  });
});
