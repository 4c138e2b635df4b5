import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { systemDisk as disk } from '../../../electron/delivery/disk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-disk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

test('what is not there, lies beneath a file, or is a link that leads nowhere is nothing', async () => {
  writeFileSync(join(folder, 'file'), 'x');
  symlinkSync(join(folder, 'not-mounted'), join(folder, 'link'));
  for (const name of ['none', 'file/beneath', 'link']) {
    expect(await disk.size(join(folder, name))).toBeNull();
    expect(await disk.isFolder(join(folder, name))).toBe(false);
  }
  expect(await disk.isFolder(join(folder, 'file'))).toBe(false);
  expect(await disk.isFolder(folder)).toBe(true);
});

test('a folder is made, or taken as it is, and never what is above it', async () => {
  await disk.makeFolder(join(folder, 'spool'));
  await disk.makeFolder(join(folder, 'spool'));
  await expect(disk.makeFolder(join(folder, 'share', 'spool'))).rejects.toThrow('ENOENT');
  expect(existsSync(join(folder, 'share'))).toBe(false);
});

test('a file is written whole over what was left, and gets its name in one step', async () => {
  const part = join(folder, 'a.part');
  writeFileSync(part, 'what an earlier life left half written');
  await disk.write(part, Buffer.from('𠮷'));
  await disk.rename(part, join(folder, 'a'));
  expect(Buffer.from(await disk.read(join(folder, 'a'))).toString()).toBe('𠮷');
  expect(existsSync(part)).toBe(false);
});

test('files alone are listed, with what tells whether they have changed', async () => {
  mkdirSync(join(folder, 'within'));
  writeFileSync(join(folder, 'ack'), '12345');
  expect(await disk.list(folder)).toEqual([
    { name: 'ack', bytes: 5, modifiedMs: expect.closeTo(Date.now(), -5) },
  ]);
  await disk.remove(join(folder, 'ack'));
  await disk.remove(join(folder, 'ack'));
  expect(await disk.list(folder)).toEqual([]);
});

test('room and volume are told', async () => {
  expect(await disk.freeBytes(folder)).toBeGreaterThan(0);
  expect(await disk.volume(folder)).toBe(await disk.volume(join(folder, '..')));
  await disk.mayWrite(folder);
});
