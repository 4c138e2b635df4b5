import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const module = join(import.meta.dirname, '../../../build/chaos/real/console/browser-death.ts');

/** A process of its own that throws where nobody catches it, from a file of that name. */
const thrownFrom = (file: string) =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { passOverBrowserDeaths } from ${JSON.stringify(module)};
       passOverBrowserDeaths();
       setImmediate(() => {
         const error = new Error('gone');
         error.stack = 'Error: gone\\n    at Connection (${file}:1:1)';
         throw error;
       });
       setTimeout(() => console.log('went on'), 50);`,
    ],
    { encoding: 'utf8' },
  );

describe('a browser that dies in mid-answer', () => {
  it('does not end the judge', () => {
    const { status, stdout } = thrownFrom('/somewhere/node_modules/playwright-core/lib/coreBundle.js');
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'went on\n' });
  });

  it('hides nothing else', () => {
    const { status, stdout, stderr } = thrownFrom('/somewhere/judge.ts');
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain('gone');
  });
});
