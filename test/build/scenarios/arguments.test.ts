import { expect, test } from 'vitest';
import { parseScenarios } from '../../../build/scenarios/arguments.ts';

test('nothing has to be said: two threads, no file', () => {
  expect(parseScenarios([])).toEqual({ ok: true, options: { jsonFile: null, threads: 2 } });
  expect(parseScenarios(['--json', 'a.json', '--threads', '4'])).toEqual({
    ok: true,
    options: { jsonFile: 'a.json', threads: 4 },
  });
});

test.each([['--jsom', 'x'], ['--threads', '0'], ['--threads', 'two'], ['--json='], ['short']])(
  '%s %s is refused with how to mend it',
  (...args) => {
    const parsed = parseScenarios(args);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.problem).toContain('Usage: npm run scenarios');
  },
);
