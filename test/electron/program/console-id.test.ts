import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { consoleInstance } from '../../../electron/program/console-id.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});
function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-id-'));
  folders.push(folder);
  return folder;
}
function instanceOf(folder: string) {
  const said: string[] = [];
  return { ...consoleInstance(folder, (line) => said.push(line)), said };
}

describe('the id of an installation', () => {
  it('is made once, also where the folder is not there yet, and is the same ever after', () => {
    const folder = join(dataFolder(), 'not', 'yet');
    const first = instanceOf(folder);
    expect(first).toMatchObject({ hostName: hostname(), said: [] });
    expect(first.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(instanceOf(folder)).toEqual(first);
    expect(readdirSync(folder)).toEqual(['console-id']);
  });

  it('is another for another data folder', () => {
    expect(instanceOf(dataFolder()).id).not.toBe(instanceOf(dataFolder()).id);
  });

  it.each(['', 'theatre 3', '6f1c7a52'])('that reads "%s" is none: said, and left as it is', (text) => {
    const folder = dataFolder();
    writeFileSync(join(folder, 'console-id'), text);
    const { id, said } = instanceOf(folder);
    expect(id).toBeNull();
    expect(said).toEqual([
      expect.stringMatching(/console-id holds no id of a console.*restore it, or delete it/),
    ]);
    expect(readFileSync(join(folder, 'console-id'), 'utf8')).toBe(text);
  });

  it('that cannot be kept is said, and refuses nothing', () => {
    const folder = dataFolder();
    writeFileSync(join(folder, 'file'), '');
    const { id, said } = instanceOf(join(folder, 'file', 'beneath'));
    expect(id).toBeNull();
    expect(said).toEqual([expect.stringMatching(/records will name no console. Check the rights/)]);
    expect(existsSync(join(folder, 'file', 'beneath'))).toBe(false);
  });
});
