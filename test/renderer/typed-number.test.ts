import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { number } from '../../electron/contract/text.ts';
import { ambiguous, asTyped, typedNumber, understood } from '../../renderer/text/typed-number.ts';

const flow = { bounds: [100, 5000], whole: true } as const;
const volume = { bounds: [0, 20_000], whole: true } as const;
const weight = { bounds: [2, 350] } as const;
const celsius = { bounds: [40, 44.5] } as const;
const drug = { bounds: [0, 5000] } as const;

describe('a number as typed', () => {
  it.each([
    ['', null],
    [' 70,5 ', 70.5],
    ['70.5', 70.5],
    ['1000', 1000],
    ['-0,5', -0.5],
    ['−0.5', -0.5],
    ['1,00', 1],
    ['0.1250', 0.125],
    ['0.125', 0.125],
    ['1234.567', 1234.567],
    ['1 000', 1000],
    ['1\u00a0000', 1000],
    ["1'000", 1000],
    ['1’000.5', 1000.5],
    ['12 000,5', 12_000.5],
    ['1,000,000', 1_000_000],
    ['1.000.000', 1_000_000],
    ['1.000,5', 1000.5],
    ['1,000.5', 1000.5],
    ['1.000,', 1000],
    ['１５００', 1500],
    ['３７．４', 37.4],
    [number(1000), 1000],
    // Nobody can tell.
    ['1,000', Number.NaN],
    ['1.000', Number.NaN],
    // No number.
    ['1 00', Number.NaN],
    ['10 0000', Number.NaN],
    ['1,00,000', Number.NaN],
    ['1.000.5', Number.NaN],
    ['0x10', Number.NaN],
    ['1e3', Number.NaN],
    ['Infinity', Number.NaN],
    ['70 kg', Number.NaN],
    ['-', Number.NaN],
    ['.', Number.NaN],
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

  it('however thousands are set apart, it is the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 1e9 }), fc.integer({ min: 1, max: 9 }), (whole, tenth) => {
        const groups = String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
        for (const [separator, point] of [
          [' ', ','],
          ["'", '.'],
          [',', '.'],
          ['.', ','],
        ] as const)
          expect(typedNumber(`${groups.replaceAll(' ', separator)}${point}${tenth}`)).toBe(
            Number(`${whole}.${tenth}`),
          );
      }),
    );
  });
});

describe('a number that could be two', () => {
  it.each([
    ['1,500', flow, 1500],
    ['1.500', flow, 1500],
    ['1.500', volume, 1500],
    ['68,500', weight, 68.5],
    ['42.500', celsius, 42.5],
    ['9,000', flow, 9000],
    ['30,000', volume, 30_000],
  ])('"%s" is told by what the field takes', (typed, rule, value) => {
    expect(ambiguous(typed, rule)).toBeNull();
    expect(typedNumber(typed, rule)).toBe(value);
  });

  it('is none where the field takes both', () => {
    expect(typedNumber('2,500', drug)).toBeNaN();
    expect(ambiguous('2,500', drug)).toEqual([2.5, 2500]);
    expect([typedNumber('2.5', drug), typedNumber('2500', drug)]).toEqual([2.5, 2500]);
  });
});

describe('what is shown as understood', () => {
  it.each([
    ['1500', null],
    ['37,4', null],
    ['', null],
    ['x', null],
    ['1,500', 1500],
    ['1.500', 1500],
    ['1 500', 1500],
    ["1'500", 1500],
  ])('"%s": %s', (typed, value) => expect(understood(typed, flow)).toBe(value));

  it('is shown of no number that could be two', () => expect(understood('2,500', drug)).toBeNull());
});

describe('fields for numbers', () => {
  it('are one piece: nothing else asks for a keypad', () => {
    const root = join(import.meta.dirname, '../../renderer');
    const asking = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        file.endsWith('.tsx') && /inputMode|type="number"/.test(readFileSync(join(root, file), 'utf8')),
    );
    // A PIN is no number, and a date brings figures alone.
    expect(asking.toSorted()).toEqual([
      join('access', 'pin-pad.tsx'),
      join('parts', 'number-input.tsx'),
      join('setup', 'field.tsx'),
    ]);
  });
});
