import { describe, expect, test } from 'vitest';
import { runProgram } from './run-program.ts';

/** What a main said, without what Chromium says. */
async function lifeOf(then: string): Promise<{ code: number | null; said: string[] }> {
  const { output } = runProgram('life.ts', `--then=${then}`);
  const code = await output.exitCode;
  return { code, said: output.lines.filter((line) => !/^(Running as root|DevTools)/.test(line)) };
}
const birth = ['read to its end', 'ready', 'kept awake: true', 'window 1'];

describe('the life of a program', () => {
  test('app.quit asks, closes the windows, and does not call that "all closed"', async () => {
    expect(await lifeOf('quit')).toEqual({
      code: 0,
      said: [...birth, 'before-quit', 'closed', 'will-quit', 'quit 0'],
    });
  });

  test('app.exit asks nobody and ends with its code', async () => {
    expect(await lifeOf('exit')).toEqual({ code: 7, said: [...birth, 'closed', 'quit 7'] });
  });

  test('closing the last window ends a program that wants it so', async () => {
    expect(await lifeOf('close')).toEqual({
      code: 0,
      said: [...birth, 'closed', 'window-all-closed', 'before-quit', 'will-quit', 'quit 0'],
    });
  });

  test('a window that refuses to close stops the quitting, once', async () => {
    expect(await lifeOf('refuse')).toEqual({
      code: 0,
      said: [
        ...birth,
        'before-quit',
        'close refused',
        'still here',
        'before-quit',
        'closed',
        'will-quit',
        'quit 0',
      ],
    });
  });

  test("a signal that main hears itself is main's alone", async () => {
    const { child, output } = runProgram('life.ts', '--then=hear');
    await output.line(/^waiting$/);
    child.kill('SIGTERM');
    expect(await output.exitCode).toBe(5);
    expect(output.lines.slice(-3)).toEqual(['heard SIGTERM', 'closed', 'quit 5']);
  });

  test('a question is answered as by somebody who shuts it, and nothing starts again', async () => {
    const { code, said } = await lifeOf('ask');
    expect(code).toBe(0);
    expect(said).toContain('Leave?');
    expect(said).toContain('answered 1');
    expect(said.join()).toContain('the stand-in only ends it');
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('%s quits in good order', async (signal) => {
    const { child, output } = runProgram('life.ts', '--then=wait');
    await output.line(/^waiting$/);
    child.kill(signal);
    expect(await output.exitCode).toBe(0);
    expect(output.lines.slice(-4)).toEqual(['before-quit', 'closed', 'will-quit', 'quit 0']);
  });
});
