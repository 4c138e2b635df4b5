import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Replies, RequestName } from '../../electron/contract/channels.ts';
import { type Sample, samples } from './sample-views.ts';
import { type Harness, type OpenPage, startHarness } from './support/harness.ts';
import { layoutFaults } from './support/layout-faults.ts';

/** GALLERY=1 leaves the pictures in out/gallery/ to be looked at, GALLERY=all in both themes. */
const pictures = process.env.GALLERY;
const gallery = resolve(import.meta.dirname, '../../out/gallery');
let harness: Harness;

beforeAll(async () => {
  mkdirSync(gallery, { recursive: true });
  harness = await startHarness();
}, 120_000);
afterAll(() => harness.close());

const sizes = [
  { width: 1280, height: 800, theme: 'dark', language: 'en' },
  { width: 1280, height: 800, theme: 'dark', language: 'zh' },
  { width: 1920, height: 1080, theme: 'light', language: 'en' },
  { width: 1024, height: 768, theme: 'dark', language: 'en' },
] as const;
/** The others are only looked at: they are the same layout in other colours. */
const more = [
  { width: 1280, height: 800, theme: 'light', language: 'en' },
  { width: 1920, height: 1080, theme: 'dark', language: 'zh' },
] as const;
const all = pictures === 'all' ? [...sizes, ...more] : sizes;

/** So that pictures do not depend on the moment: what flashes is on. */
function bannerIsLit(): boolean {
  const lit = document.querySelector('.alarm-banner .mark-lit');
  return lit === null || getComputedStyle(lit).opacity === '1';
}

/** Presses one after the other, each once what the one before opened is there; runs in the page. */
async function press(selectors: readonly string[]): Promise<void> {
  for (const selector of selectors) {
    // What main has to be asked for first comes a moment later.
    for (let tries = 0; tries < 20 && document.querySelector(selector) === null; tries += 1)
      await new Promise((drawn) => setTimeout(drawn, 50));
    const button = document.querySelector<HTMLElement>(selector);
    if (button === null) throw new Error(`nothing to press: ${selector}`);
    // What has just changed takes no press for a moment.
    for (let tries = 0; tries < 20 && button.ariaDisabled === 'true'; tries += 1)
      await new Promise((settled) => setTimeout(settled, 50));
    button.click();
    await new Promise((drawn) => setTimeout(drawn));
  }
}

describe.each(all)('at $width × $height, $theme, $language', (size) => {
  let open: OpenPage | null = null;
  let pressed = false;
  afterAll(() => open?.close());

  /** Shows a sample, in the open page where that is as new: a form and a tab keep what a person did. */
  async function show(sample: Sample): Promise<OpenPage> {
    if (open === null || pressed || sample.view.stage === 'setup') {
      await open?.close();
      open = await harness.open(sample, size);
    } else {
      await open.push('trend', sample.trend);
      await open.push('view', sample.view);
    }
    pressed = sample.press !== undefined;
    for (const [name, reply] of Object.entries(sample.answers ?? {}))
      await open.answer(name as RequestName, reply as Replies[RequestName]);
    await open.page.evaluate(press, sample.press ?? []);
    return open;
  }

  // What opens on a press costs a page each: without pictures, where it is tightest and in the other language.
  const tells = pictures !== undefined || size.width === 1024 || size.language === 'zh';
  const drawn = samples.filter(({ press }) => press === undefined || tells);

  it.each(drawn)('$name is drawn whole: nothing cut, nothing over another, no error', async (sample) => {
    open = await show(sample);
    await open.page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    if (pictures !== undefined) {
      await open.page.waitForFunction(bannerIsLit);
      await open.page.screenshot({
        path: join(gallery, `${sample.name}-${size.width}-${size.theme}-${size.language}.png`),
      });
    }
    const faults = await open.page.evaluate(layoutFaults);
    expect({ faults, errors: open.errors }).toEqual({ faults: [], errors: [] });
  });
});
