import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { presetsPage } from '../../../build/docs/preset-page.ts';
import { benchPreset } from '../../electron/protocol/bench.ts';

const committed = join(import.meta.dirname, '../../../docs/presets.md');

describe('docs/presets.md', () => {
  it('says what the table of fields says; if not, run: node build/docs/main.ts', () => {
    expect(readFileSync(committed, 'utf8')).toBe(presetsPage());
  });

  it('has a row for every field of a preset', () => {
    for (const field of Object.keys(benchPreset))
      expect(presetsPage()).toMatch(new RegExp(`^\\| \`${field}`, 'm'));
  });
});
