import { expect, test } from 'vitest';
import { consoleWindowOptions } from '../../electron/window/console-window.ts';
import { takeOptions } from './window-options.ts';

test("the console's own window has nothing that the stand-in does not know", () => {
  const wanted = takeOptions(
    consoleWindowOptions({
      preload: '/preload.cjs',
      title: 'Isotherm',
      size: { width: 1280, height: 800 },
      visible: false,
      kiosk: true,
    }),
  );
  expect(wanted).toMatchObject({ preloadPath: '/preload.cjs', shown: false, kiosk: true, javascript: true });
});

test("Electron's defaults", () => {
  expect(takeOptions({})).toEqual({
    size: { width: 800, height: 600 },
    shown: true,
    kiosk: false,
    backgroundColor: '#ffffff',
    preloadPath: '',
    javascript: true,
  });
});

test.each([
  [{ transparent: true }, 'the window option transparent'],
  [{ webPreferences: { contextIsolation: false } }, 'the web preference contextIsolation: false'],
  [{ webPreferences: { offscreen: true } }, 'the web preference offscreen: true'],
])('%j is refused by name', (options, words) => {
  expect(() => takeOptions(options)).toThrow(words);
});
