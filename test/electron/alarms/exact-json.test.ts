import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromExactJson, toExactJson } from '../../../electron/alarms/exact-json.ts';

const through = (value: unknown): unknown => fromExactJson(JSON.parse(JSON.stringify(toExactJson(value))));

const { data } = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(
      null,
      true,
      Number.NaN,
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      -0,
      '',
    ),
    fc.double(),
    fc.string(),
    fc.array(tie('data'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.string(), tie('data')), { maxLength: 4 }).map((pairs) => new Map(pairs)),
    fc.array(tie('data'), { maxLength: 4 }).map((items) => new Set(items)),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('data'), { maxKeys: 4 }).map((all) => ({ ...all })),
  ),
}));

describe('plain data through JSON', () => {
  it('comes back as it was, whatever it is', () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(through(value)).toStrictEqual(value);
      }),
    );
  });

  it.each([undefined, () => 1, { key: undefined }, { $map: [] }])('refuses what would not: %s', (value) => {
    expect(() => toExactJson(value)).toThrow(TypeError);
  });
});
