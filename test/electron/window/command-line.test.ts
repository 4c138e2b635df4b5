import { describe, expect, test } from 'vitest';
import { consoleArguments } from '../../../electron/window/command-line.ts';

describe('what was asked of the console', () => {
  test('stands behind the bundle when the program is not packed', () => {
    const argv = ['/electron', '--no-sandbox', '/app', '--headless', '--out', 'here'];
    expect(consoleArguments(argv, false)).toEqual(['--headless', '--out', 'here']);
  });

  test('is everything when it is packed', () => {
    expect(consoleArguments(['/opt/isotherm', '--rig', 'simulator'], true)).toEqual(['--rig', 'simulator']);
  });

  test('does not hold what was asked of Chromium, wherever that stands', () => {
    const argv = ['/electron', '/app', '--user-data-dir=/d', '--remote-debugging-port=0', '--speed', '20'];
    expect(consoleArguments(argv, false)).toEqual(['--speed', '20']);
  });

  test('still holds a switch that nobody knows, so that it can be refused', () => {
    expect(consoleArguments(['/electron', '/app', '--sped', '20'], false)).toEqual(['--sped', '20']);
  });

  test('is nothing without a bundle', () => {
    expect(consoleArguments(['/electron', '--inspect'], false)).toEqual([]);
  });
});
