import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from './run-program.ts';
import { InstanceLock, type SecondStart } from './single-instance.ts';

const letter: SecondStart = { argv: ['a', 'b'], workingDirectory: '/', additionalData: { case: 1 } };
const freshFolder = () => mkdtempSync(join(tmpdir(), 'isotherm-lock-'));

describe('the lock of one data folder', () => {
  test('is one holder’s, who may ask again, until it is let go', () => {
    const lock = new InstanceLock(freshFolder());
    expect([lock.request(letter, () => {}), lock.request(letter, () => {}), lock.isHeld]).toEqual([
      true,
      true,
      true,
    ]);
    lock.release();
    expect(lock.isHeld).toBe(false);
  });

  test('is another program’s to lose: left behind by one that is gone, it is taken over', () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'electron-stand-in-instance'));
    writeFileSync(join(folder, 'electron-stand-in-instance/owner'), '999999999');
    const lock = new InstanceLock(folder);
    expect(lock.request(letter, () => {})).toBe(true);
    lock.release();
  });

  test('is refused to a second program, whose words reach the first', async () => {
    const data = `--user-data-dir=${freshFolder()}`;
    const first = runProgram('instance.ts', data);
    await first.output.line(/^first$/);
    const second = runProgram('instance.ts', data, '--case=7');
    expect(await second.output.exitCode).toBe(0);
    expect(second.output.lines).toContain('second');
    await first.output.line(/^told of a second start: .*--case=7.*"from":"the second"/);
    expect(await first.output.exitCode).toBe(0);

    const third = runProgram('instance.ts', data);
    await third.output.line(/^first$/);
    third.child.kill('SIGKILL');
    await third.output.exitCode;
    const fourth = runProgram('instance.ts', data);
    await fourth.output.line(/^first$/);
    fourth.child.kill();
    await fourth.output.exitCode;
  });
});
