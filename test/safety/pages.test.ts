import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { safetyPages } from '../../build/docs/safety/pages.ts';
import { readHazardFile } from '../../build/docs/safety/read.ts';

const docs = join(import.meta.dirname, '../../docs');
const read = (path: string): string => readFileSync(join(docs, path), 'utf8');

describe('the pages of the hazard file', () => {
  const file = readHazardFile(docs);
  const pages = safetyPages(read('safety/README.md'), file);

  it.each(pages)('docs/%s says what the data says; if not, run: node build/docs/main.ts', (path, page) => {
    expect(read(path)).toBe(page);
  });

  it('the first one has a place for every table, and says so where it has none', () => {
    expect(() => safetyPages('# Hazard file', file)).toThrow('holds no place for "counts"');
  });
});
