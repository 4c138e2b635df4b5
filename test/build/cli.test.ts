import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const cli = join(import.meta.dirname, '../../build/cli.ts');
const run = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });

it.each(['test', 'check', 'package'])(
  '%s takes no arguments, and does nothing where it is given one',
  (name) => {
    const { status, stdout, stderr } = run(name, '--help');
    expect(status).toBe(1);
    expect(stdout + stderr).toContain(`npm run ${name} takes no arguments, and was given: --help`);
  },
);

it('a command there is not is named beside those there are', () => {
  const { status, stdout, stderr } = run('tset');
  expect(status).toBe(1);
  expect(stdout + stderr).toMatch(/No command "tset"\. There are: start, .*test, /);
});
