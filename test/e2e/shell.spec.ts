import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { pushNames, requestNames } from '../../electron/contract/channel-names.ts';
import { readRun } from '../../electron/record/read-run.ts';
import { alreadyRunningExitCode } from '../../electron/window/single-instance.ts';
import { launchConsole, test } from '../support/console.ts';
import { startConsole } from '../support/console-process.ts';
import { rendererProcesses } from '../support/renderer-process.ts';

/** What the page answers: the value, or the message of the error it threw. */
const tried = (page: Page, expression: string): Promise<unknown> =>
  page.evaluate(
    `(async () => { try { return await (${expression}); } catch (error) { return error.message; } })()`,
  );

const isPainted = (page: Page) => expect(page.locator('#root > *').first()).toBeVisible();

test('the page lives under its policy without breaking it', async ({ launch }) => {
  const { page } = await launch();
  await page.addInitScript(`
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', (event) => {
      violations.push(event.violatedDirective + ' ' + event.blockedURI);
    });
  `);
  await page.reload();
  await isPainted(page);
  expect(await page.evaluate('violations')).toEqual([]);
});

test('the policy stops what would come from elsewhere', async () => {
  const { page, output, close } = await launchConsole();
  try {
    await isPainted(page);
    await page.evaluate(`
      setTimeout(() => { try { (0, eval)('globalThis.evalRan = true'); } catch (error) { globalThis.evalError = error.name; } });
      document.head.append(Object.assign(document.createElement('script'), { text: 'globalThis.inlineRan = true' }));
      document.head.append(Object.assign(document.createElement('script'), { src: 'https://example.com/x.js' }));
      document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com/' }));
    `);
    await expect.poll(() => page.evaluate('globalThis.evalError')).toBe('EvalError');
    expect(await page.evaluate('[globalThis.evalRan, globalThis.inlineRan]')).toEqual([undefined, undefined]);
    expect(await tried(page, `fetch('https://example.com/')`)).toMatch(/Failed to fetch|violates/);
    for (const what of [/inline script/, /example\.com\/x\.js/, /[Ff]raming/]) {
      await output.line(new RegExp(`view error: .*${what.source}.*Content Security Policy`));
    }
  } finally {
    await close();
  }
});

test('the door has two ways through and cannot be rebuilt', async ({ launch }) => {
  const { page } = await launch();
  expect(await page.evaluate('Object.keys(window.isotherm)')).toEqual(['invoke', 'subscribe']);
  await tried(
    page,
    `(() => { window.isotherm.invoke = null; window.isotherm.extra = 1; window.isotherm = {}; })()`,
  );
  expect(
    await page.evaluate('Object.keys(window.isotherm).map((key) => typeof window.isotherm[key])'),
  ).toEqual(['function', 'function']);
  expect(
    await page.evaluate(
      `['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window)`,
    ),
  ).toEqual([]);
});

test('what does not fit the contract is refused in words, and the console goes on', async ({ launch }) => {
  const { page, output } = await launch();
  const refusals: [string, RegExp][] = [
    [
      `window.isotherm.invoke('warp', null)`,
      new RegExp(`no request "warp"; it has ${requestNames.join(', ')}`),
    ],
    [
      `window.isotherm.subscribe('secrets', () => {})`,
      new RegExp(`no push "secrets"; it has ${pushNames.join(', ')}`),
    ],
    [
      `window.isotherm.invoke('painted', { frame: 'one' })`,
      /"painted" was refused: frame: .*expected number/,
    ],
    [`window.isotherm.invoke('painted', { frame: 1, faster: true })`, /"painted" was refused: .*faster/],
    [
      `window.isotherm.invoke('act', { by: 'A. Operator', action: { type: 'full-power' } })`,
      /"act" was refused: action\.type/,
    ],
    [`window.isotherm.invoke('painted', new Map([['frame', 1]]))`, /Map|expected object/],
  ];
  for (const [attempt, words] of refusals) expect(await tried(page, attempt), attempt).toMatch(words);

  expect(await tried(page, `window.isotherm.invoke('painted', { frame: 1_000_000 })`)).toBeNull();
  expect(output.lines.filter((line) => /uncaught|unhandled/i.test(line))).toEqual([]);
});

test('the page goes nowhere and opens nothing', async ({ launch }) => {
  const { page, output } = await launch();
  await isPainted(page);
  const home = page.url();

  await page.evaluate(`void (location.href = 'https://example.com/by-script')`);
  await output.line(/may not go to https:\/\/example\.com\/by-script/);

  await page.evaluate(`document.body.append(Object.assign(document.createElement('a'), {
    id: 'way-out', href: 'https://example.com/by-link', target: '_blank', textContent: 'out', rel: 'opener' }))`);
  await page.evaluate(
    `document.querySelector('#way-out').style.cssText = 'position:fixed;inset:0;z-index:9999'`,
  );
  await page.locator('#way-out').click();
  await output.line(/may not open a window on https:\/\/example\.com\/by-link/);
  await expect.poll(() => page.context().pages().length).toBe(1);

  const opened = await page.evaluate(`void (globalThis.opened = window.open('https://example.com/by-open'))`);
  expect(opened).toBeUndefined();
  await expect.poll(() => page.evaluate('globalThis.opened === null || globalThis.opened.closed')).toBe(true);

  expect(page.url()).toBe(home);
  await isPainted(page);
});

test('a reload brings the same view back', async ({ launch }) => {
  const { page } = await launch();
  for (let n = 0; n < 3; n += 1) {
    await page.reload();
    await isPainted(page);
  }
  await page.evaluate('void setTimeout(() => location.reload())');
  await page.waitForEvent('load');
  await isPainted(page);
  expect(await tried(page, `window.isotherm.invoke('load', null).then((all) => typeof all.view.stage)`)).toBe(
    'string',
  );
});

test('starts in the language it was started with; what a person chooses then outlives a reload', async ({
  launch,
}) => {
  const { page } = await launch({ args: ['--language', 'zh'] });
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await isPainted(page);
  await expect(page.getByRole('button', { name: '中文' })).toBeVisible();
});

test('a killed renderer is noticed and its view comes back', async ({ launch }) => {
  const running = await launch();
  await isPainted(running.page);
  for (const pid of rendererProcesses(running.pid)) process.kill(pid, 'SIGKILL');
  await running.output.line(/The view is gone \((killed|crashed)\)/);
  await expect
    .poll(() => running.evaluateInView(`document.querySelector('#root > *') !== null`).catch(() => false), {
      timeout: 20_000,
    })
    .toBe(true);
});

test('a screen that stands still in a run is an alarm on record, and the run goes on without it', async ({
  launch,
}) => {
  const out = mkdtempSync(join(tmpdir(), 'isotherm-still-'));
  const running = await launch({ args: ['--operator', 'auto', '--speed', '5', '--out', out] });
  await isPainted(running.page);
  const journal = join(out, 'journal.sqlite');
  const kept = () => {
    const read = readRun(journal);
    if (!read.ok) return { alarms: [], samples: 0 };
    const { events, samples, close } = read.record;
    const alarms = events.flatMap(({ event }) =>
      event.type === 'alarm-raised' && event.alarm.code === 'screen-not-updating' ? [event.alarm] : [],
    );
    const seen = { alarms, samples: [...samples()].length };
    close();
    return seen;
  };
  await expect.poll(() => kept().samples).toBeGreaterThan(0);
  const renderers = rendererProcesses(running.pid);
  for (const pid of renderers) process.kill(pid, 'SIGSTOP');
  const before = kept();
  await expect.poll(() => kept().alarms, { timeout: 20_000 }).toHaveLength(1);
  for (const pid of renderers) process.kill(pid, 'SIGCONT');
  const after = kept();
  expect(before.alarms).toEqual([]);
  expect(after.alarms).toMatchObject([{ priority: 'medium', limit: 5 }]);
  // At five times real time: more than twenty seconds of the run while nobody saw it.
  expect(after.samples - before.samples).toBeGreaterThan(200);
  await running.close();
  rmSync(out, { recursive: true, maxRetries: 10 });
});

test('a second start on the same data folder says so and ends; the first stays', async ({ launch }) => {
  const userDataDir = mkdtempSync(join(tmpdir(), 'isotherm-twice-'));
  const first = await launch({ userDataDir });
  const second = await startConsole({ userDataDir });
  expect(await second.exitCode).toBe(alreadyRunningExitCode);
  expect(second.lines.join('\n')).toContain(`already running on the data folder ${userDataDir}`);
  await isPainted(first.page);
  await first.close();

  const third = await launch({ userDataDir });
  await isPainted(third.page);
  await third.close();
  rmSync(userDataDir, { recursive: true, maxRetries: 10 });
});
