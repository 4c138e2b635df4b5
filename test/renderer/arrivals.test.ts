import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../support/scanner.ts';
import { arrivalSamples } from './arrivals-page/samples.ts';
import { fakeDoor } from './support/fake-door.ts';
import { launchChromium, serve } from './support/harness.ts';
import { layoutFaults } from './support/layout-faults.ts';

/** GALLERY=1 leaves the pictures in out/gallery/ to be looked at. */
const pictures = process.env.GALLERY;
const gallery = resolve(import.meta.dirname, '../../out/gallery');
let server: Server;
let browser: Browser;
let context: BrowserContext;
let url: string;

beforeAll(async () => {
  mkdirSync(gallery, { recursive: true });
  const outDir = resolve(import.meta.dirname, '../../out/renderer-arrivals');
  await build({
    root: join(import.meta.dirname, 'arrivals-page'),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0 },
  });
  server = await serve(outDir);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the page is not served on a port');
  url = `http://127.0.0.1:${address.port}/`;
  browser = await launchChromium();
  context = await browser.newContext({ hasTouch: true });
}, 120_000);
afterAll(async () => {
  await browser.close();
  server.close();
});

const sizes = [
  { width: 1280, height: 800, theme: 'dark', language: 'en' },
  { width: 1920, height: 1080, theme: 'light', language: 'en' },
  { width: 1024, height: 768, theme: 'dark', language: 'zh' },
] as const;

const needsSignIn = { ok: false, why: 'needs-sign-in', problem: 'Nobody is signed in.' } as const;

async function opened(name: string, { width, height, theme, language }: (typeof sizes)[number] = sizes[0]) {
  const sample = arrivalSamples[name];
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(
    (kept) => localStorage.setItem('isotherm.preferences', kept),
    JSON.stringify({ language, theme }),
  );
  // Of the door only what is asked here is answered.
  await page.addInitScript(fakeDoor, { view: {}, trend: {}, pushing: false, pulsing: false } as never);
  await page.addInitScript((reply) => window.fakeMain.answer('worklist', reply), needsSignIn);
  await page.goto(`${url}#${name}`);
  await page.waitForSelector(`main[data-sample="${name}"]`);
  if (sample?.kind === 'recall' && sample.answer !== null) {
    await page.evaluate((reply) => window.fakeMain.answer('recall', reply), sample.answer);
    await page.locator('[data-action="recall"]').tap();
    await page.locator('.arrival, .arrivals-note').first().waitFor();
  }
  if (sample?.kind === 'wristband') {
    await page.evaluate((reply) => window.fakeMain.answer('wristband', reply), sample.answer);
    await page.locator('[name="wristband"]').tap();
    await scan(page, '12345');
    await page.locator('.wristband-verdict b').waitFor();
  }
  if (name === 'waiting') await page.locator('.arrival-notes-button').first().tap();
  await page.evaluate(() => document.fonts.ready);
  return { page, errors };
}

/** A glove needs room: whatever can be touched is as large as the screens promise. */
function smallTargets(): string[] {
  const least = Math.max(64, 4 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  return [...document.querySelectorAll('button, input')]
    .filter((one) => one.getBoundingClientRect().height < least - 0.5)
    .map((one) => `too small to touch: ${one.textContent || one.getAttribute('name')}`);
}

describe.each(sizes)('at $width × $height, $theme, $language', (size) => {
  it.each(Object.keys(arrivalSamples).filter((name) => name !== 'asked'))(
    '%s is drawn whole',
    async (name) => {
      const { page, errors } = await opened(name, size);
      if (pictures !== undefined) {
        const file = `arrivals-${name}-${size.width}-${size.theme}-${size.language}.png`;
        await page.screenshot({ path: join(gallery, file) });
      }
      const faults = [...(await page.evaluate(layoutFaults)), ...(await page.evaluate(smallTargets))];
      expect({ faults, errors }).toEqual({ faults: [], errors: [] });
      await page.close();
    },
  );
});

const inPage = <T>(page: Page, name: string): Promise<T> =>
  page.evaluate((key) => (window as unknown as Record<string, T>)[key] as T, name);
const asked = (page: Page, name: string) =>
  page.evaluate(
    (of) => window.fakeMain.asked.filter((one) => one.name === of).map((one) => one.request),
    name,
  );

describe('who waits', () => {
  it('is chosen by a touch, but not where two were sent with one number or the order goes into a vessel', async () => {
    const { page } = await opened('waiting');
    expect(await page.locator('[data-barred="true"] button.arrival-choose').count()).toBe(0);
    const barred = await page.locator('[data-barred="true"] strong').allTextContents();
    expect(barred.map((text) => /two people|cavities only/.exec(text)?.[0])).toEqual([
      'two people',
      'two people',
      'cavities only',
    ]);
    for (const one of await page.locator('[data-barred="true"] .arrival-choose').all()) await one.tap();
    expect(await inPage(page, 'chosen')).toEqual([]);
    await page.getByRole('button', { name: '王小明' }).tap();
    expect(await inPage<unknown[]>(page, 'chosen')).toMatchObject([{ key: '1', from: 'messages' }]);
    await page.close();
  });

  it('is asked for once, and again only when the list is another; where nobody is signed in that is said', async () => {
    const { page } = await opened('asked');
    await page.locator('[data-action="sign-in"]').waitFor();
    expect(await asked(page, 'worklist')).toHaveLength(1);
    await page.evaluate(() => (window as unknown as { listIsAnother(): void }).listIsAnother());
    await page.waitForFunction(() => window.fakeMain.asked.length === 2);
    // Asking by itself opens nothing; a touch does.
    expect(await page.evaluate(() => (window as unknown as { prompt(): unknown }).prompt())).toBeNull();
    await page.locator('[data-action="sign-in"]').tap();
    expect(await page.evaluate(() => (window as unknown as { prompt(): unknown }).prompt())).toEqual({
      kind: 'sign-in',
    });
    await page.close();
  });
});

describe('earlier sessions', () => {
  it('are asked for by what is typed, and chosen by a touch', async () => {
    const { page } = await opened('recall');
    expect(await asked(page, 'recall')).toEqual([{ query: 'DEMO-0001' }]);
    expect(await page.locator('.arrival').first().textContent()).toContain('not known');
    await page.locator('[data-run="run-2"]').tap();
    expect(await inPage<unknown[]>(page, 'chosen')).toMatchObject([{ runId: 'run-2' }]);
    await page.close();
  });

  it('that need somebody to sign in ask for it', async () => {
    const { page } = await opened('recall-none');
    await page.evaluate((reply) => window.fakeMain.answer('recall', reply), needsSignIn);
    await page.locator('[name="recall"]').fill('  Example ');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => (window as unknown as { prompt(): unknown }).prompt() !== null);
    expect((await asked(page, 'recall')).at(-1)).toEqual({ query: 'Example' });
    await page.close();
  });
});

describe('a wristband', () => {
  it('is scanned into the field and compared; nothing is filled in, and the next scan begins anew', async () => {
    const { page } = await opened('mismatch');
    expect(await asked(page, 'wristband')).toEqual([
      { scan: '12345', identifiers: [{ value: '0012345', issuer: '' }] },
    ]);
    expect(await page.locator('[name="wristband"]').inputValue()).toBe('');
    const said = (await page.locator('.wristband-verdict').textContent()) ?? '';
    expect(said).toContain('MISMATCH');
    expect(said).toContain('Only zeros in front differ');
    await scan(page, '777');
    await page.waitForFunction(() => window.fakeMain.asked.length === 2);
    expect((await asked(page, 'wristband'))[1]).toMatchObject({ scan: '777' });
    await page.close();
  });

  it('says nothing any more once another number is typed', async () => {
    const { page } = await opened('match');
    expect(await page.locator('.wristband-verdict b').textContent()).toBe('MATCH');
    await page.evaluate(() => (window as unknown as { typeNumber(to: string): void }).typeNumber('0012346'));
    await page.locator('.wristband-verdict b').waitFor({ state: 'detached' });
    await page.evaluate(() => (window as unknown as { typeNumber(to: string): void }).typeNumber(''));
    await scan(page, '12345');
    await page.getByText('Enter the hospital number first').waitFor();
    expect(await asked(page, 'wristband')).toHaveLength(1);
    await page.close();
  });

  it('that main cannot take, or does not answer, is no match', async () => {
    const { page } = await opened('match');
    const tooLong = 'The request "wristband" was refused: scan: at most 2000 characters.';
    await page.evaluate((message) => window.fakeMain.reject('wristband', message), tooLong);
    await scan(page, '12345');
    await page.getByText('NOT READ').waitFor();
    await page.evaluate(() => window.fakeMain.reject('wristband', 'no reply'));
    await scan(page, '12345');
    await page.getByText('did not answer').waitFor();
    expect(await page.locator('.wristband-verdict').getAttribute('data-look')).toBe('plain');
    await page.close();
  });
});
