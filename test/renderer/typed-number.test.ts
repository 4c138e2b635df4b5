import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { number } from '../../electron/contract/text.ts';
import { asTyped, typedNumber } from '../../renderer/text/typed-number.ts';

describe('a number as typed', () => {
  it.each([
    ['', null],
    [' 70,5 ', 70.5],
    ['70.5', 70.5],
    ['1000', 1000],
    ['-0,5', -0.5],
    ['1,00', 1],
    ['0.1250', 0.125],
    ['1,000', Number.NaN],
    ['1.000', Number.NaN],
    ['1,000,000', Number.NaN],
    ['1.000,5', Number.NaN],
    ['1 000', Number.NaN],
    ['0x10', Number.NaN],
    ['1e3', Number.NaN],
    ['Infinity', Number.NaN],
    ['70 kg', Number.NaN],
    ['-', Number.NaN],
    ['.', Number.NaN],
    [number(1000), 1000],
  ])('"%s" is %s', (typed, value) => expect(typedNumber(typed)).toBe(value));

  it('whatever is handed over comes back', () => {
    const handed = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1e4);
    fc.assert(
      fc.property(handed, (value) => {
        expect(typedNumber(asTyped(value)) === value).toBe(true);
      }),
    );
    expect(typedNumber(asTyped(null))).toBeNull();
  });
});
