import { describe, expect, it } from 'vitest';
import { ems, fitted } from '../../../renderer/text/width.ts';

describe('a text for which there is little room', () => {
  it('stands in full where it fits', () => {
    for (const name of ['Perfusionist', '欧阳', '']) expect(fitted(name, 8)).toBe(name);
  });

  it.each([
    ['words', 'Maria Annunziata Della Rovere von und zu Hohenstein'],
    ['Han', '欧阳'.repeat(50)],
    ['right to left', 'محمد عبد الرحمن '.repeat(6)],
    ['faces', '👩🏽‍⚕️'.repeat(20)],
    ['letters with marks', 'e\u0301\u0323'.repeat(60)],
  ])('is cut between two signs and says so (%s)', (_, text) => {
    const cut = fitted(text, 8);
    expect(cut.endsWith('…')).toBe(true);
    expect(ems(cut)).toBeLessThanOrEqual(8);
    const kept = cut.slice(0, -1);
    expect(kept.length).toBeGreaterThan(0);
    // Whole signs: what is left begins where a sign of the text begins.
    const signs = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)];
    expect(signs.map(({ index }) => index)).toContain(kept.length);
    expect(text.startsWith(kept)).toBe(true);
  });
});
