import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { observationCodes } from '../../../../electron/chart/hl7/words/observation-words.ts';

it('docs/chart-hl7.md names every code of a message, and none that there is not', () => {
  const page = readFileSync(new URL('../../../../docs/chart-hl7.md', import.meta.url), 'utf8');
  const table = page.slice(page.indexOf('| of | codes |'), page.indexOf('## The answer'));
  const named = [...table.matchAll(/`([^`]+)`/g)].map(([, code]) => code).filter((code) => code !== 'vital-');
  expect(named.toSorted()).toEqual([...observationCodes].toSorted());
});
