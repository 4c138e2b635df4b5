import { describe, expect, it } from 'vitest';
import type { SiteLists } from '../../../electron/domain/site-lists.ts';
import { vitalRefusal } from '../../../electron/domain/vital-signs.ts';
import { theatre } from '../../support/site.ts';

const lists: SiteLists = {
  ...theatre.lists,
  vitalSigns: [
    {
      id: 'sugar',
      en: 'Sugar',
      zh: '血糖',
      unit: 'mmol/L',
      lowest: 0.5,
      highest: 60,
      decimals: 1,
      everyMinutes: 30,
    },
  ],
};
const told = (sign: string, value: number) => vitalRefusal(lists, { type: 'record-vital', sign, value });

describe('a vital sign that is recorded', () => {
  it.each([0.5, 7.4, 60])('%f is within its bounds', (value) => {
    expect(told('sugar', value)).toBeNull();
  });

  it.each([0.49, 60.1, -1, Number.NaN, Number.POSITIVE_INFINITY])('%f was typed wrongly', (value) => {
    expect(told('sugar', value)).toBe('reading-out-of-range');
  });

  it('is one of the list of the site, by its id', () => {
    expect(told('Sugar', 7)).toBe('no-such-sign');
    expect(told('', 7)).toBe('no-such-sign');
    expect(
      vitalRefusal({ ...lists, vitalSigns: [] }, { type: 'record-vital', sign: 'sugar', value: 7 }),
    ).toBe('no-such-sign');
  });

  it('stands in the way of nothing else', () => {
    expect(vitalRefusal(lists, { type: 'record-note', text: 'sugar' })).toBeNull();
  });
});
