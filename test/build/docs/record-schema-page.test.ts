import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordSchemaPage } from '../../../build/docs/record-schema-page.ts';
import { inRoot } from '../../../build/root.ts';
import { openToRead } from '../../../electron/record/journal-file.ts';

const page = readFileSync(inRoot('docs/record-schema.md'), 'utf8');

describe('docs/record-schema.md', () => {
  it('says what the schemas say; if not, run: node build/docs/main.ts', () => {
    expect(page).toBe(recordSchemaPage());
  });

  it('has a row for every event and every field of the header of a journal', () => {
    const { db } = openToRead(inRoot('test/electron/record/golden/journal-3.sqlite'));
    const types = db
      .prepare('SELECT DISTINCT type FROM event')
      .all()
      .map(({ type }) => type as string);
    const { value } = db.prepare("SELECT value FROM meta WHERE key = 'header'").get() as { value: string };
    db.close();
    expect(types.length).toBeGreaterThan(10);
    for (const type of types) expect(page, type).toContain(`| \`${type}\` |`);
    for (const field of Object.keys(JSON.parse(value)))
      expect(page, field).toMatch(new RegExp(`^\\| \`${field}[\`.]`, 'm'));
  });

  it('leaves nothing unsaid', () => {
    expect(page).not.toMatch(/undefined|anything|\| \|/);
  });
});
