import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alarmsPage } from '../../../build/docs/alarms-page.ts';
import { inRoot } from '../../../build/root.ts';
import { alarmCodes } from '../../../electron/domain/alarm.ts';

const page = readFileSync(inRoot('docs/alarms.md'), 'utf8');

describe('docs/alarms.md', () => {
  it('says what the limits table says; if not, run: node build/docs/main.ts', () => {
    expect(page).toBe(alarmsPage(page));
  });

  it('has a row of limits and one of steps for every alarm', () => {
    for (const code of alarmCodes) {
      expect(page.split(`| \`${code}\` | `).length - 1, code).toBeGreaterThanOrEqual(2);
    }
  });

  it('has a place for each table', () => {
    expect(() => alarmsPage('no marks')).toThrow('docs/alarms.md holds no');
  });
});
