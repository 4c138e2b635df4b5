import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHazardFile } from '../../build/docs/safety/read.ts';
import type { Control, HazardFile } from '../../build/docs/safety/schema.ts';
import { conditions } from '../../electron/alarms/conditions.ts';
import { readTestFile, type TestFile } from './test-ids.ts';
import { problems, type World } from './trace.ts';

const root = join(import.meta.dirname, '../..');

const read = new Map<string, TestFile | null>();
function testFile(path: string): TestFile | null {
  const held = read.get(path);
  if (held !== undefined) return held;
  const found = existsSync(join(root, path))
    ? readTestFile(readFileSync(join(root, path), 'utf8'), path.endsWith('x') ? 'tsx' : 'ts')
    : null;
  read.set(path, found);
  return found;
}

describe('the hazard file', () => {
  const file = readHazardFile(join(root, 'docs'));
  const alarms = [...new Set(conditions.map(({ code }) => code))];

  it('has a test for every control, a hazard for every alarm, and names only what is there', () => {
    const has = (path: string) => existsSync(join(root, path));
    expect(problems(file, { alarms, has, testFile })).toEqual([]);
  });

  it('has these open points and no more; whoever adds one says so here', () => {
    const open = file.controls.filter((control) => control.open !== undefined).map(({ id }) => id);
    expect(open).toEqual([]);
  });

  it('has these controls that only a real rig has, and no more', () => {
    const notShown = file.controls.filter((control) => control.notShown !== undefined).map(({ id }) => id);
    expect(notShown).toEqual(['C-13', 'C-29', 'C-50', 'C-63']);
  });
});

describe('a mistake in it is found', () => {
  const control: Control = {
    id: 'C-01',
    where: 'console',
    does: 'The pump stops.',
    fulfils: ['R-01'],
    files: ['electron/pump.ts'],
    tests: ['test/pump.test.ts > the pump > stops'],
  };
  const file: HazardFile = {
    severities: [],
    hazards: [
      {
        id: 'H-01',
        title: 'Too much',
        severity: 4,
        causes: ['It goes on.'],
        sequence: ['It fills.'],
        harm: 'A leak.',
        controls: ['C-01'],
        alarms: ['cavity-volume-over-largest'],
      },
    ],
    controls: [control],
    requirements: [{ id: 'R-01', text: 'It does not over-fill.' }],
    weaknesses: [{ id: 'W-01', hazards: ['H-01'], text: 'It is only counted.' }],
  };
  const pump = readTestFile("describe('the pump', () => it('stops', () => {}));");
  const world: World = {
    alarms: ['cavity-volume-over-largest'],
    has: (path) => path === 'electron/pump.ts',
    testFile: (path) => (path === 'test/pump.test.ts' ? pump : null),
  };
  const withControl = (changes: Partial<Control>) =>
    problems({ ...file, controls: [{ ...control, ...changes }] }, world);

  it('and none where there is none', () => {
    expect(problems(file, world)).toEqual([]);
  });

  it('a control without a test', () => {
    expect(withControl({ tests: [] })).toEqual(['C-01: no test shows it']);
  });

  it.each([
    ['a test that is not there', 'test/pump.test.ts > the pump > flies'],
    ['a test without its suite', 'test/pump.test.ts > stops'],
  ])('%s', (_, id) => {
    const titles = id.slice('test/pump.test.ts > '.length);
    expect(withControl({ tests: [id] })).toEqual([`C-01: test/pump.test.ts has no test "${titles}"`]);
  });

  it.each(['test/none.test.ts', 'electron/pump.ts', 'test/pump.ts'])('a test in %s', (path) => {
    expect(withControl({ tests: [`${path} > the pump`] })).toEqual([`C-01: ${path} is no test file`]);
  });

  it('a control whose file is not there, or that names none', () => {
    expect(withControl({ files: ['electron/none.ts'] })).toEqual(['C-01: electron/none.ts is not there']);
    expect(withControl({ files: [] })).toEqual(['C-01: no file does it']);
  });

  it('an alarm without a hazard', () => {
    const alarms = [...world.alarms, 'coffee-cold'];
    expect(problems(file, { ...world, alarms })).toEqual(['coffee-cold: an alarm without a hazard']);
  });

  it('a requirement that no control fulfils', () => {
    const requirements = [...file.requirements, { id: 'R-02', text: 'It flies.' }];
    expect(problems({ ...file, requirements }, world)).toEqual(['R-02: no control fulfils it']);
  });

  it('a control that no hazard uses', () => {
    const controls = [control, { ...control, id: 'C-02' }];
    expect(problems({ ...file, controls }, world)).toEqual(['C-02: no hazard uses it']);
  });

  it('something named that is not there, or there twice', () => {
    expect(withControl({ fulfils: ['R-01', 'R-09'] })).toEqual(['C-01: names R-09, which is not there']);
    expect(problems({ ...file, controls: [control, control] }, world)).toEqual(['C-01: stands there twice']);
  });

  it('a control that is excused although it is tested, or that belongs to the console', () => {
    expect(withControl({ where: 'rig', notShown: 'hardware' })).toEqual([
      'C-01: is said not to be shown, and names tests',
    ]);
    expect(withControl({ tests: [], notShown: 'too hard' })).toEqual([
      'C-01: only a control of the rig cannot be shown here',
    ]);
    expect(withControl({ tests: [], files: [], open: 'not built' })).toEqual([]);
  });
});
