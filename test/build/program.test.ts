import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../../build/plain/program.mjs';
import { inRoot } from '../../build/root.ts';

const node = process.execPath;

describe('a program that a command starts', () => {
  test.each([0, 3])('hands its exit code %i on', async (code) => {
    expect(await runProgram(node, ['-e', `process.exit(${code})`])).toBe(code);
  });

  test('that dies of a signal counts as 128 and the number of the signal', async () => {
    expect(await runProgram(node, ['-e', 'process.kill(process.pid, "SIGKILL")'])).toBe(128 + 9);
  });

  test('that cannot be started is an error', async () => {
    await expect(runProgram('/nonexistent/program', [])).rejects.toThrow('ENOENT');
  });

  test('receives the signal that its parent was sent, and may end in its own way', async () => {
    const child = `process.on('SIGTERM', () => process.exit(7)); console.log('ready'); setInterval(() => {}, 1000)`;
    const parent = `
      import { runProgram } from ${JSON.stringify(inRoot('build/plain/program.mjs'))};
      process.exitCode = await runProgram(process.execPath, ['-e', ${JSON.stringify(child)}]);`;
    const running = spawn(node, ['--input-type=module', '-e', parent], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(running.stdout, 'data');
    running.kill('SIGTERM');
    expect(await once(running, 'exit')).toEqual([7, null]);
  });
});
