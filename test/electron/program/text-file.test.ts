import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCase } from '../../../electron/program/case-file.ts';
import { parseOptions } from '../../../electron/program/options.ts';
import { prepare } from '../../../electron/program/prepare.ts';
import { findPreset, readPresets } from '../../../electron/program/presets.ts';
import { readTextFile } from '../../../electron/program/text-file.ts';
import { readScenarioFile } from '../../../native-bridge/simulator/scenario-file.ts';
import { benchPreset } from '../protocol/bench.ts';

const assets = join(import.meta.dirname, '../../../assets');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-text-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

const write = (bytes: Uint8Array | string): string => {
  const path = join(folder, 'file.json');
  writeFileSync(path, bytes);
  return path;
};
const asset = (...parts: string[]) => join(assets, ...parts);
const withScenario = (path: string) => {
  const parsed = parseOptions(['--scenario', path]);
  return parsed.ok ? prepare(parsed.options, asset, folder) : parsed;
};

const files = {
  case: { good: readFileSync(asset('demo-case.json'), 'utf8'), read: readCase },
  preset: { good: JSON.stringify(benchPreset), read: (path: string) => findPreset(path, readPresets()) },
  scenario: { good: '{"description": "x"}', read: withScenario },
  "the rig's scenario": { good: '{"description": "x"}', read: readScenarioFile },
};

describe.each(Object.entries(files))('%s', (_kind, { good, read }) => {
  const problem = (bytes: Uint8Array | string): string => {
    const result = read(write(bytes));
    return result.ok ? '' : result.problem;
  };
  const mark = '\uFEFF';

  it('is read with and without a byte order mark', () => {
    expect(problem(good)).toBe('');
    expect(problem(mark + good)).toBe('');
  });

  it.each<[string, (text: string) => Uint8Array | string, string]>([
    ['UTF-16', (text) => Buffer.from(mark + text, 'utf16le'), 'is UTF-16 (little-endian): save it as UTF-8'],
    ['UTF-16 without a mark', (text) => Buffer.from(text, 'utf16le'), 'is UTF-16 (little-endian)'],
    [
      'another encoding',
      (text) => Buffer.from(text.replace('": "', '": "\u00b5'), 'latin1'),
      'is not UTF-8 (byte 0xB5',
    ],
    ['a lost character', (text) => text.replace('": "', '": "\uFFFD'), 'a character that was lost'],
    ['a lost character, escaped', (text) => text.replace('": "', '": "\\uFFFD'), 'a character that was lost'],
    ['nothing in it', () => '', 'is empty'],
    ['a comma too many', (text) => text.replace(/\}\s*$/, ',}'), 'expected a name in quotes, found }'],
    ['no end', (text) => ' '.repeat(1_000_001) + text, 'is larger than 1 MB'],
  ])('in or with %s is refused in words', (_what, spoil, words) => {
    const text = problem(spoil(good.replaceAll('":"', '": "')));
    expect(text).toContain(words);
    expect(text).toContain(join(folder, 'file.json'));
  });

  it('that is a folder is told so', () => {
    mkdirSync(join(folder, 'file.json'));
    const result = read(join(folder, 'file.json'));
    expect(result.ok ? '' : result.problem).toMatch(/folder|directory/);
  });
});

it('a file that never ends is read no further than a file of ours could be', () => {
  const path = join(folder, 'endless.json');
  symlinkSync('/dev/zero', path);
  expect(readTextFile(path)).toEqual({ ok: false, problem: 'is larger than 1 MB: name another file' });
});

describe('a folder of presets', () => {
  it('offers what is good, whoever wrote its ending, and tells the rest', () => {
    writeFileSync(join(folder, 'OURS.JSON'), JSON.stringify(benchPreset));
    writeFileSync(join(folder, 'gbk.json'), Buffer.from([0x7b, 0x22, 0xcd, 0xf5]));
    mkdirSync(join(folder, 'sub.json'));
    const shelf = readPresets(folder);
    expect(shelf.presets.map(({ name }) => name)).toEqual([benchPreset.name]);
    expect(shelf.problems).toEqual([
      expect.stringMatching(/gbk\.json: is not UTF-8 \(byte 0xCD at offset 2\)/),
      expect.stringMatching(/sub\.json: cannot be read \(it is a folder/),
    ]);
  });

  it('that is a file is told, and the others are offered', () => {
    const path = write('x');
    const shelf = readPresets(path, join(assets, 'presets'));
    expect(shelf.presets).toHaveLength(9);
    expect(shelf.templates).toHaveLength(2);
    expect(shelf.problems).toEqual([
      expect.stringMatching(/^presets .*file\.json: cannot be read \(ENOTDIR/),
    ]);
  });
});
