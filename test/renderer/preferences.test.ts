import { describe, expect, it } from 'vitest';
import { preferencesFrom } from '../../renderer/preferences.ts';

describe('what was kept of a choice', () => {
  it('is read as it was written', () => {
    expect(preferencesFrom({ language: 'zh', theme: 'light' })).toEqual({ language: 'zh', theme: 'light' });
  });

  it.each([null, 'zh', 4, [], { language: 'de', theme: 'pink' }])(
    '%j is English and the theme of the page',
    (value) => {
      expect(preferencesFrom(value)).toEqual({ language: 'en', theme: null });
    },
  );
});
