import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { campaignPage, withResults } from '../../../build/docs/campaign-results.ts';
import { inRoot } from '../../../build/root.ts';

describe('docs/campaign.md', () => {
  it('says what the kept campaigns came to; if not, run: node build/docs/main.ts', () => {
    expect(readFileSync(inRoot('docs/campaign.md'), 'utf8')).toBe(campaignPage());
  });

  it('has a place for them', () => {
    expect(() => withResults('no marks', [])).toThrow('docs/campaign.md holds no');
  });
});
