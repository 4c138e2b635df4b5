import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { diskAnswers } from '../../../electron/program/disk-answers.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { ownFolder } from '../record/journals.ts';

describe('whether a disk answers', () => {
  it('is told by what it says of a file, there or not', async () => {
    const folder = ownFolder();
    const path = join(folder, 'journal.sqlite');
    expect(await diskAnswers(path, new VirtualClock())).toBe(true);
    writeFileSync(path, '');
    expect(await diskAnswers(path, new VirtualClock())).toBe(true);
    mkdirSync(join(folder, 'a'));
    expect(await diskAnswers(join(folder, 'b', 'c', 'journal.sqlite'), new VirtualClock())).toBe(true);
  });

  it('is a refusal as well, and nothing at all after 5 s', async () => {
    const clock = new VirtualClock();
    expect(await diskAnswers('/x', clock, () => Promise.reject(new Error('EIO')))).toBe(true);
    const asked = diskAnswers('/x', clock, () => new Promise(() => {}));
    await clock.advance(5_000);
    expect(await asked).toBe(false);
  });
});

it('a disk that hangs holds up no tick: neither the folder of a record nor documents are waited for', async () => {
  const own = ownFolder();
  const shim = join(own, 'shim.so');
  const source = join(import.meta.dirname, '../../../build/chaos/real/disk/shim.c');
  execFileSync('gcc', ['-O2', '-shared', '-fPIC', '-o', shim, source, '-ldl']);
  const disk = join(own, 'disk');
  mkdirSync(disk);
  const program = join(import.meta.dirname, 'dead-disk-program.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program, disk], {
    env: {
      ...process.env,
      LD_PRELOAD: shim,
      ISOTHERM_CHAOS_DISK_ORDER: join(own, 'order'),
      ISOTHERM_CHAOS_DISK_FOLDER: disk,
    },
  });
  const told = JSON.parse(stdout);
  expect(told.opened).toMatch(/has not answered for 5 s/);
  expect(told.files).toMatch(/has not answered for 5 s.*npm start -- --report/);
  expect(told.longestMs).toBeLessThan(2_000);
});
