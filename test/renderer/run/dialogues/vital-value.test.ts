import { describe, expect, it } from 'vitest';
import type { VitalSign } from '../../../../electron/domain/site-lists.ts';
import { carrierAtFirst, carrierOf } from '../../../../renderer/run/dialogues/carrier-dialogue.tsx';
import { scaleOf, vitalOf } from '../../../../renderer/run/dialogues/vital-value.ts';
import { calmRun, preset } from '../../support/sample-run.ts';

const sign = (of: Partial<VitalSign>): VitalSign => ({
  id: 'x',
  en: 'X',
  zh: 'X',
  unit: 'mmol/L',
  lowest: 0.5,
  highest: 60,
  decimals: 1,
  everyMinutes: null,
  ...of,
});
const pain = sign({ unit: '', lowest: 0, highest: 10, decimals: 0 });

describe('a vital sign', () => {
  it('that is a score has a button for each value', () => {
    expect(scaleOf(pain)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it.each([
    ['has a unit', sign({ ...pain, unit: '/min' })],
    ['has decimals', sign({ ...pain, decimals: 1 })],
    ['has more than eleven values', sign({ ...pain, highest: 11 })],
  ])('that %s is typed', (_, one) => expect(scaleOf(one)).toBeNull());

  it.each([
    ['5.6', 5.6, 'none'],
    ['5,6', 5.6, 'none'],
    ['0.5', 0.5, 'none'],
    ['60', 60, 'none'],
    ['', null, 'missing'],
    ['0.4', null, 'outside'],
    ['60.1', null, 'outside'],
    ['x', null, 'outside'],
    ['5.66', null, 'decimals'],
  ] as const)('"%s" is %s (%s)', (typed, value, problem) => {
    expect(vitalOf(sign({}), typed)).toEqual({ value, problem });
  });
});

describe('the carrier', () => {
  it('is named at first as the plan names it, unless nobody has', () => {
    expect(carrierAtFirst({ carrier: null, preset })).toBe('');
    expect(carrierAtFirst({ carrier: null, preset: { ...preset, carrier: 'Demonstration fluid' } })).toBe(
      'Demonstration fluid',
    );
    expect(carrierAtFirst(calmRun)).toBe('Sodium chloride 0.9 %');
  });

  it.each([
    ['Demonstration fluid', '5000', { name: 'Demonstration fluid', volumeMl: 5000 }],
    [' Demonstration fluid ', '1', { name: 'Demonstration fluid', volumeMl: 1 }],
    ['', '5000', null],
    ['Demonstration fluid', '', null],
    ['Demonstration fluid', '0', null],
    ['Demonstration fluid', '20001', null],
    ['x'.repeat(201), '5000', null],
  ])('"%s", "%s" is %o', (name, ml, carrier) => expect(carrierOf(name, ml)).toEqual(carrier));
});
