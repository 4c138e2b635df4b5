import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catheter } from '../../electron/domain/places.ts';
import { placingSamples } from './placing-page/samples.ts';
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
  const outDir = resolve(import.meta.dirname, '../../out/renderer-placing');
  await build({
    root: join(import.meta.dirname, 'placing-page'),
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
  { width: 1280, height: 800, theme: 'light', language: 'zh' },
  { width: 1920, height: 1080, theme: 'light', language: 'en' },
  { width: 1024, height: 768, theme: 'dark', language: 'zh' },
  { width: 1024, height: 768, theme: 'light', language: 'en' },
] as const;
type Size = (typeof sizes)[number];

async function opened(sample: string, { width, height, theme, language }: Size) {
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
  await page.goto(`${url}#${sample}`);
  await page.waitForSelector(`main[data-sample="${sample}"]`);
  await page.evaluate(() => document.fonts.ready);
  return { page, errors };
}

/** What of the map can be wrong besides: a target that is too small, or under another; words over words. */
function mapFaults(): string[] {
  const faults: string[] = [];
  const boxes = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => ({
      name: element.textContent ?? '',
      box: element.getBoundingClientRect(),
    }));
  const targets = boxes('.map-place');
  const least = Math.max(64, 4 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  for (const { name, box } of targets) {
    if (Math.min(box.width, box.height) < least - 0.5) faults.push(`too small to touch: ${name}`);
  }
  for (const [index, { name, box }] of targets.entries()) {
    for (const other of targets.slice(index + 1)) {
      const apart = Math.hypot(
        box.x + box.width / 2 - other.box.x - other.box.width / 2,
        box.y + box.height / 2 - other.box.y - other.box.height / 2,
      );
      if (apart < least) faults.push(`targets over each other: ${name}, ${other.name}`);
    }
  }
  const words = boxes('.map-place span, .map-words text, .map-suggestion text, .map-letter');
  for (const [index, { name, box }] of words.entries()) {
    for (const other of words.slice(index + 1)) {
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (wide > 1 && high > 2.5) faults.push(`words over words: ${name}, ${other.name}`);
    }
  }
  return faults;
}

describe.each(sizes)('at $width × $height, $theme, $language', (size) => {
  let open: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => {
    open = await opened('suggestion', size);
  }, 60_000);
  afterAll(() => open.page.close());

  it.each(Object.keys(placingSamples))('%s is drawn whole', async (sample) => {
    const { page, errors } = open;
    await page.goto(`${url}#${sample}`);
    await page.waitForSelector(`main[data-sample="${sample}"]`);
    await page.evaluate(() => document.fonts.ready);
    if (pictures !== undefined) {
      const name = `placing-${sample}-${size.width}-${size.theme}-${size.language}.png`;
      await page.screenshot({ path: join(gallery, name) });
    }
    const faults = [...(await page.evaluate(layoutFaults)), ...(await page.evaluate(mapFaults))];
    expect({ faults, errors }).toEqual({ faults: [], errors: [] });
  });
});

describe('catheters on the map', () => {
  const entered = (page: Page): Promise<readonly Catheter[]> =>
    page.evaluate(() => (window as unknown as { entered: readonly Catheter[] }).entered);

  it('come by a touch: the first leads in, the second out, sizes as typed', async () => {
    const { page } = await opened('suggestion', sizes[0]);
    expect(await page.locator('.map-suggestion').count()).toBe(1);
    await page.tap('.map-place[data-place="right-subdiaphragm"]');
    await page.tap('.map-place[data-place="pelvis-left"]');
    expect(await page.locator('.map-suggestion').count()).toBe(0);
    await page.getByLabel('French size of catheter 2').fill('28');
    expect(await entered(page)).toEqual([
      { number: 1, place: 'right-subdiaphragm', direction: 'in', frenchSize: null },
      { number: 2, place: 'pelvis-left', direction: 'out', frenchSize: 28 },
    ]);
    await page.getByRole('button', { name: 'Remove catheter 1' }).tap();
    await page.tap('.map-place[data-place="mesentery"]');
    expect((await entered(page)).map(({ number, place }) => [number, place])).toEqual([
      [1, 'mesentery'],
      [2, 'pelvis-left'],
    ]);
    await page.close();
  });

  it('may lie at a place of the team’s own words, and say what is wrong with them', async () => {
    const { page } = await opened('suggestion', sizes[0]);
    await page.tap('.map-place[data-place="pelvis"]');
    await page
      .getByLabel('Place of catheter 1', { exact: true })
      .selectOption({ label: 'Other place, typed' });
    expect(await page.locator('.field-problem').textContent()).toBe('Catheter 1: say where it lies');
    await page.getByLabel('Place of catheter 1, typed').fill('beside the spleen');
    await page.getByLabel('French size of catheter 1').fill('2');
    expect(await page.locator('.field-problem').textContent()).toContain('size from 3 to 40 Fr');
    await page.getByLabel('French size of catheter 1').fill('x');
    expect(await page.locator('.field-problem').textContent()).toContain('size from 3 to 40 Fr');
    expect(await page.getByLabel('French size of catheter 1').inputValue()).toBe('x');
    await page.getByLabel('French size of catheter 1').fill('14');
    expect(await entered(page)).toEqual([
      { number: 1, place: 'beside the spleen', direction: 'in', frenchSize: 14 },
    ]);
    expect(await page.locator('.map-beside').textContent()).toBe('1 in, beside the spleen, 14 Fr');
    await page.close();
  });

  it('are no more than twelve', async () => {
    const { page } = await opened('crowded', sizes[0]);
    await page.tap('.map-place[data-place="mesentery"]');
    expect(await entered(page)).toHaveLength(12);
    await page.close();
  });

  it('can be entered by keys, places in the order they are read', async () => {
    const { page } = await opened('suggestion', sizes[0]);
    const names: (string | null)[] = [];
    for (let n = 0; n < 9; n += 1) {
      await page.keyboard.press('Tab');
      names.push(await page.evaluate(() => document.activeElement?.textContent ?? null));
    }
    expect(names).toEqual([
      'Right, under the diaphragm',
      'Left, under the diaphragm',
      'Wound edge',
      'Right paracolic gutter',
      'Left paracolic gutter',
      'Root of the mesentery',
      'Pelvis, right',
      'Pelvis, left',
      'Pelvic floor',
    ]);
    await page.keyboard.press('Enter');
    expect(await entered(page)).toMatchObject([{ place: 'pelvis', direction: 'in' }]);
    await page.close();
  });
});
