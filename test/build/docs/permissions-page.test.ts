import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { permissionsPage } from '../../../build/docs/permissions-page.ts';

const committed = join(import.meta.dirname, '../../../docs/permissions.md');

describe('docs/permissions.md', () => {
  it('says what the table says; if not, run: node build/docs/main.ts', () => {
    expect(readFileSync(committed, 'utf8')).toBe(permissionsPage());
  });

  it.each([
    '| `stop-run` | yes | yes | yes | yes | yes |',
    '| `resume-heat` | – | unless an alarm held it | yes | yes | – |',
    '| `end-run` | *with a reason* | *with a reason* | yes | yes | *with a reason* |',
    '| `core-high` | clinician |',
  ])('has the line %s', (line) => expect(permissionsPage().split('\n')).toContain(line));
});
