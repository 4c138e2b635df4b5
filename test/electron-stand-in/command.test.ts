import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findApplication, parseCommand, switchValue } from './command.ts';

describe('the command line', () => {
  test('is switches, bundle, arguments', () => {
    expect(parseCommand(['--lang=de', '--no-sandbox', 'out/main/main.js', '--headless', 'x'])).toEqual({
      switches: ['--lang=de', '--no-sandbox'],
      app: 'out/main/main.js',
      args: ['--headless', 'x'],
    });
  });

  test.each([[[]], [['--headless']]])('without a bundle (%j) is none', (given) => {
    expect(parseCommand(given)).toBeNull();
  });

  test('gives the last value of a switch, "" for one without, null for none', () => {
    const all = ['--out=a', '--headless', '--out=b=c', '--outer=d'];
    expect(['out', 'headless', 'ou'].map((name) => switchValue(all, name))).toEqual(['b=c', '', null]);
  });
});

describe('the application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-app-'));

  test('of a folder has the name and version of its package.json', () => {
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/main.js'), '');
    writeFileSync(join(folder, 'package.json'), '{"name":"isotherm","version":"1.2.3","main":"out/main.js"}');
    expect(findApplication(folder, '45.0.0')).toEqual({
      entry: join(folder, 'out/main.js'),
      path: folder,
      name: 'isotherm',
      version: '1.2.3',
    });
  });

  test('of a bare bundle is called Electron, as on Electron', () => {
    const { name, version } = findApplication(join(folder, 'out/main.js'), '45.0.0');
    expect([name, version]).toEqual(['Electron', '45.0.0']);
  });

  test('that is not built says what is missing and where', () => {
    expect(() => findApplication(join(folder, 'nothing.js'), '')).toThrow(
      `There is no ${folder}/nothing.js. Build`,
    );
    writeFileSync(join(folder, 'package.json'), '{"main":"gone.js"}');
    expect(() => findApplication(folder, '')).toThrow(`names ${folder}/gone.js, which is not there`);
  });
});
