import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type CopyDisk,
  copyDisk,
  copyWithinMs,
  ReportCopies,
  type ToCopy,
} from '../../../electron/program/report-copies.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

let folder = '';
let run = '';
let to = '';
let files: ToCopy;
let clock: VirtualClock;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-copies-'));
  run = join(folder, 'run');
  to = join(folder, 'hospital');
  mkdirSync(run);
  mkdirSync(to);
  const names = ['report.pdf', 'samples.csv', 'summary.json'];
  for (const name of names) writeFileSync(join(run, name), `all of ${name}`);
  files = { folder: run, names };
  clock = new VirtualClock();
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
const copies = (disk?: Partial<CopyDisk>) => new ReportCopies(clock, { ...copyDisk, ...disk });
const stays = `They are in `;

it('documents are copied whole, into a folder of the run alone', async () => {
  expect(await copies().copy('run-1', files, to)).toBe(null);
  expect(readdirSync(to)).toEqual(['run-1']);
  expect(readdirSync(join(to, 'run-1')).sort()).toEqual(['report.pdf', 'samples.csv', 'summary.json']);
  expect(readFileSync(join(to, 'run-1', 'report.pdf'), 'utf8')).toBe('all of report.pdf');
  expect(clock.pending).toBe(0);
});

it('what could not be made is left out, and what a killed program left half is begun anew', async () => {
  mkdirSync(join(to, '.run-1.part'));
  writeFileSync(join(to, '.run-1.part', 'rest'), 'half');
  expect(await copies().copy('run-1', { ...files, names: files.names.slice(1) }, to)).toBe(null);
  expect(readdirSync(join(to, 'run-1')).sort()).toEqual(['samples.csv', 'summary.json']);
  expect(readdirSync(to)).toEqual(['run-1']);
});

it('a folder that is gone is said, and not made', async () => {
  const gone = join(folder, 'share', 'reports');
  const problem = await copies().copy('run-1', files, gone);
  expect(problem).toContain(`not copied to ${join(gone, 'run-1')}: the folder is not there. ${stays}${run}`);
  expect(existsSync(join(folder, 'share'))).toBe(false);
});

it('a folder that is a file, and one that holds the run already, are said; nothing is written over', async () => {
  writeFileSync(join(folder, 'file'), '');
  expect(await copies().copy('run-1', files, join(folder, 'file'))).toMatch(/not copied to .*: ENOTDIR/);
  mkdirSync(join(to, 'run-1'));
  expect(await copies().copy('run-1', files, to)).toContain('it is there already and is not written over');
  expect(readdirSync(join(to, 'run-1'))).toEqual([]);
});

it('a disk that is full leaves nothing half behind', async () => {
  const full = copies({
    async copy(from, target) {
      if (from.endsWith('.csv')) throw new Error('ENOSPC: no space left on device');
      await copyDisk.copy(from, target);
    },
  });
  expect(await full.copy('run-1', files, to)).toMatch(/not copied to .*: ENOSPC: no space left on device\. /);
  expect(readdirSync(to)).toEqual([]);
  expect(readdirSync(run).length).toBe(3);
});

it('a folder that hangs is given up in time, asked no second question, and cleaned up once it answers', async () => {
  let answer: () => void = () => {};
  let asked = 0;
  const hanging = copies({
    async copy(from, target) {
      asked += 1;
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      await copyDisk.copy(from, target);
    },
  });
  const copying = hanging.copy('run-1', files, to);
  while (asked === 0) await sleep(5);
  await clock.advance(copyWithinMs);
  expect(await copying).toContain('the folder did not take them within 60 s');
  expect(await hanging.copy('run-2', files, to)).toContain('has not answered since an earlier run');
  expect(asked).toBe(1);
  answer();
  while (existsSync(join(to, '.run-1.part'))) await sleep(5);
  expect(readdirSync(to)).toEqual([]);
  expect(readdirSync(run).length).toBe(3);
});
