import { execFileSync } from 'node:child_process';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rendererProcesses } from '../support/renderer-process.ts';
import { type Running, runProgram } from './run-program.ts';

let running: Running;
let page: Page;
const said = () => running.output.lines;
const tried = (expression: string): Promise<unknown> =>
  page.evaluate(
    `(async () => { try { return await (${expression}); } catch (error) { return error.message; } })()`,
  );

/** The page in the Chromium that was started last. */
async function pageNow(): Promise<Page> {
  const endpoints = said().flatMap((line) => /^DevTools listening on (\S+)/.exec(line)?.[1] ?? []);
  const browser = await chromium.connectOverCDP(endpoints.at(-1) ?? '', { noDefaults: true });
  const pages = browser.contexts().flatMap((context) => context.pages());
  const found = pages.find((one) => one.url().startsWith('https://page.test.invalid/'));
  if (!found) throw new Error(`no page, but ${pages.map((one) => one.url())}`);
  return found;
}

beforeAll(async () => {
  running = runProgram('view.ts', '--remote-debugging-port=0');
  await running.output.line(/^ready for more$/);
  page = await pageNow();
});
afterAll(async () => {
  running.child.kill();
  await running.output.exitCode;
});

describe('a page under a custom scheme', () => {
  test('is known to main by its own address, and the page asks main', async () => {
    expect(said()).toContain('at test://page/');
    await running.output.line(/^told \["loaded"\] by test:\/\/page\/, own view: true$/);
  });

  test('hears what main sends, in order; what is no JSON is refused before it is sent', () => {
    const heard = said().filter((line) => line.startsWith('told [') && !line.includes('loaded'));
    expect(heard.map((line) => line.replace(/ by .*/, ''))).toEqual([
      'told [{"celsius":42.5}]',
      'told [[null,"é",1e-9]]',
    ]);
    for (const what of ['a Map', 'undefined', 'NaN', 'a Date']) {
      expect(said()).toContainEqual(expect.stringContaining(`not sent: argument 1 of news is ${what}`));
    }
  });

  test('is painted at the size of the window', () => {
    expect(said()).toContain('picture {"width":320,"height":240} PNG');
  });

  test('answers for the icon that Chromium wants of a page and Electron does not, as whatever it asks for it', async () => {
    expect(await tried("fetch('/favicon.ico').then(({ status }) => status)")).toBe(204);
  });

  test('loads what the handler answers, a 404 too, and nothing from a network', () => {
    expect(said()).toContain('404 loads');
    expect(said()).toContainEqual(
      expect.stringMatching(/^ERR_NAME_NOT_RESOLVED loading 'https:\/\/nowhere.invalid\/'$/),
    );
  });
});

test('the theme that main asks for is the one the page prefers', async () => {
  expect(await page.evaluate(`matchMedia('(prefers-color-scheme: dark)').matches`)).toBe(true);
});

describe('its door', () => {
  test('refuses what is no JSON, either way, and brings errors over in words', async () => {
    expect(await tried(`door.ask('tell', new Map())`)).toContain('is a Map');
    expect(await tried(`door.ask('tell', { at: new Date() })`)).toMatch(/\.at is a Date/);
    expect(await tried(`door.ask('map')`)).toContain('the reply to map is a Map');
    expect(await tried(`door.ask('fail')`)).toBe(
      "Error invoking remote method 'fail': RangeError: 42.5 is too warm",
    );
    expect(await tried(`door.ask('nobody')`)).toContain("No handler registered for 'nobody'");
  });

  test('is all the page has: frozen, no binding left, no Node in the preload', async () => {
    expect(await tried('Object.isFrozen(door)')).toBe(true);
    expect(await tried(`Object.keys(window).filter((name) => /standin|electron/i.test(name))`)).toEqual([]);
    expect(await tried('door.missing')).toEqual(
      ['fs', 'events', 'timers'].map((id) => `module not found: ${id}`),
    );
    expect(await tried('door.sync()')).toContain('does not provide ipcRenderer.sendSync');
  });

  test('stops hearing when it is told to', async () => {
    expect(await tried(`(() => { const stop = door.hear(() => {}); return stop() === undefined; })()`)).toBe(
      true,
    );
  });
});

test('what the page logs and throws reaches main', async () => {
  await page.evaluate(`console.warn('flow', 5, { a: 1 }); setTimeout(() => { throw new Error('thrown') })`);
  await running.output.line(/^console warning flow 5/);
  await running.output.line(/^console error .*thrown/);
});

test('the page is stopped where main says no', async () => {
  await page.evaluate(`void (location.href = 'test://page/elsewhere')`);
  await page.evaluate(`void (location.href = '/elsewhere')`);
  await running.output.line(/^wants to go to test:\/\/page\/elsewhere$/);
  expect(page.url()).toBe('https://page.test.invalid/');
});

describe('a view that dies', () => {
  const loads = () => said().filter((line) => line.startsWith('told ["loaded"]')).length;

  test('by its renderer is told of and can be loaded again', async () => {
    const before = loads();
    for (const pid of rendererProcesses(running.child.pid ?? 0)) process.kill(pid, 'SIGKILL');
    await running.output.line(/^gone killed$/);
    await expect.poll(loads, { timeout: 10_000 }).toBe(before + 1);
  });

  test('with its whole Chromium is told of and comes back in a new one', async () => {
    const before = loads();
    const chromiumPid = execFileSync('pgrep', ['-P', String(running.child.pid)], { encoding: 'utf8' }).trim();
    process.kill(Number(chromiumPid), 'SIGKILL');
    await expect.poll(loads, { timeout: 15_000 }).toBe(before + 1);
    expect(said().filter((line) => line === 'gone killed')).toHaveLength(2);
  });

  test('prefers the theme asked for since', async () => {
    expect(await (await pageNow()).evaluate(`matchMedia('(prefers-color-scheme: light)').matches`)).toBe(
      true,
    );
  });

  test('by the user closing its window ends the program as it wishes', async () => {
    await (await pageNow()).close();
    expect(await running.output.exitCode).toBe(3);
  });
});
