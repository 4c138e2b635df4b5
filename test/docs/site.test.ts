import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { siteBounds, siteVersion } from '../../electron/domain/site.ts';
import { signOffKeys } from '../../electron/domain/site-sign-off.ts';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docs/site.md'), 'utf8');
const shipped = JSON.parse(readFileSync(join(root, 'assets/sites/theatre.json'), 'utf8'));
/** As a table writes it: "1 000". */
const figure = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ' ');

describe('docs/site.md', () => {
  it('has every field of a site and of its lists', () => {
    const { lists, ...rest } = shipped;
    const vital = Object.keys(lists.vitalSigns[0]);
    const check = Object.keys(lists.checklist[0]);
    const fields = [...Object.keys(rest), 'lists', ...Object.keys(lists), ...vital, ...check];
    expect(fields.length).toBeGreaterThan(40);
    expect(fields.filter((field) => !text.includes(`\`${field}\``))).toEqual([]);
  });

  it('is of the version that is read, and names every key that is signed for', () => {
    expect(text).toContain(`version ${siteVersion}`);
    const asWritten = (key: string) => (key.startsWith('alarmLimits.') ? 'alarmLimits.<limit>' : key);
    expect(signOffKeys.filter((key) => !text.includes(`\`${asWritten(key)}\``))).toEqual([]);
  });

  it('has the bounds of every number', () => {
    const missing = Object.values(siteBounds).filter(
      ([low, high]) => !text.includes(`${figure(low)}–${figure(high)}`),
    );
    expect(missing).toEqual([]);
  });
});
