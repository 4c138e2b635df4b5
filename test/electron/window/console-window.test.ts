import { expect, test } from 'vitest';
import { consoleWindowOptions, openConsoleWindow } from '../../../electron/window/console-window.ts';

const wanted = {
  preload: '/out/preload/preload.cjs',
  title: 'Isotherm',
  size: { width: 1280, height: 800 },
  visible: true,
  kiosk: false,
};

test('the view is sandboxed, isolated, without Node, and never throttled', () => {
  expect(consoleWindowOptions(wanted).webPreferences).toEqual({
    preload: wanted.preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    backgroundThrottling: false,
  });
});

test('the window is dark before the page is there and never smaller than the run screen', () => {
  const { backgroundColor, minWidth, minHeight, show } = consoleWindowOptions(wanted);
  expect(Number.parseInt(backgroundColor?.slice(1) ?? '', 16)).toBeLessThan(0x202020);
  expect([minWidth, minHeight, show]).toEqual([1024, 768, true]);
});

test('a page that does not load is said, with the address of the cure', async () => {
  const said: string[] = [];
  const Window = class {
    loadURL = async (url: string) => {
      throw new Error(`ERR_FAILED (-2) loading '${url}'`);
    };
  };
  openConsoleWindow(Window as never, wanted, (line) => said.push(line));
  await Promise.resolve();
  await Promise.resolve();
  expect(said.join()).toMatch(/app:\/\/isotherm\/index\.html.*out\/renderer/);
});
