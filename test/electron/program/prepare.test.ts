import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseOptions } from '../../../electron/program/options.ts';
import { type Preparation, prepare } from '../../../electron/program/prepare.ts';

const asset = (...parts: string[]): string => join(import.meta.dirname, '../../../assets', ...parts);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-prepare-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function prepared(...args: string[]): Preparation {
  const parsed = parseOptions(args);
  if (!parsed.ok) throw new Error(parsed.problem);
  return prepare(parsed.options, asset, join(folder, 'presets'));
}
const problemOf = (...args: string[]): string => {
  const result = prepared(...args);
  return result.ok ? '' : result.problem;
};

describe('what the command line names', () => {
  it('is read before anything opens: preset, case and scenario', () => {
    const result = prepared(
      '--preset',
      '43.0 °C × 30 min',
      '--scenario',
      asset('scenarios', 'air-in-line.json'),
    );
    expect(result).toMatchObject({
      ok: true,
      prepared: { preset: { minutes: 30 }, draftCase: null, out: null },
    });
  });

  it('brings the demonstration case where nobody is there to enter one', () => {
    expect(prepared('--operator', 'auto')).toMatchObject({
      prepared: { draftCase: { perfusionist: 'Perfusionist' } },
    });
  });

  it('a scenario with a typo is told by file and word', () => {
    const path = join(folder, 'typo.json');
    writeFileSync(path, JSON.stringify({ events: [{ at: 10, fault: 'air-in-lien' }] }));
    const problem = problemOf('--scenario', path);
    expect(problem).toContain(path);
    expect(problem).toContain('air-in-lien');
    expect(problem).toContain('air-in-line');
  });

  it('a scenario that is not there is told by path', () => {
    expect(problemOf('--scenario', join(folder, 'none.json'))).toMatch(
      /none\.json: cannot be read .*Check the path/,
    );
  });

  it('a folder that holds a run already is refused and left as it is', () => {
    const journal = join(folder, 'journal.sqlite');
    writeFileSync(journal, 'a run');
    expect(problemOf('--out', folder)).toBe(
      `--out ${folder}: journal.sqlite is there already and is not written over. Choose another folder.`,
    );
    expect(readFileSync(journal, 'utf8')).toBe('a run');
  });

  it('a folder that cannot be made is refused', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(problemOf('--out', join(folder, 'file', 'run'))).toMatch(/cannot be made .*Choose another folder/);
  });
});
