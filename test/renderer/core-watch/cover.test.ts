import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Pulse } from '../../../electron/contract/pulse.ts';
import type { ConsoleView } from '../../../electron/contract/view.ts';
import { sample } from '../sample-views.ts';
import { type Harness, type OpenOptions, type OpenPage, startHarness } from '../support/harness.ts';
import { layoutFaults } from '../support/layout-faults.ts';

/** Each waits for three seconds of silence, in a page of its own. */
vi.setConfig({ testTimeout: 60_000 });
let harness: Harness;
let open: OpenPage;
const gallery = resolve(import.meta.dirname, '../../../out/gallery');

beforeAll(async () => {
  mkdirSync(gallery, { recursive: true });
  harness = await startHarness();
}, 120_000);
afterAll(() => harness?.close());
afterEach(() => open.close());

const pulse = (over: Partial<Pulse> = {}): Pulse => ({
  engine: 'ticking',
  authority: 'commanding',
  watching: true,
  sound: 'none',
  lastTickAgeMs: 40,
  ...over,
});
const faulted = pulse({ engine: 'faulted', authority: 'faulted', sound: 'high' });
const show = async (name: string, options: OpenOptions = {}) => {
  open = await harness.open(sample(name), { pulsing: false, ...options });
  return open.page;
};
const cover = () => open.page.locator('.core-cover');
const covered = () => cover().waitFor({ timeout: 10_000 });
const button = (action: string) => cover().locator(`button[data-action="${action}"]`);
/** The age that is said, s. */
function ageIn(words: string | null): number {
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec(words ?? '') ?? [];
  return Number(minutes) * 60 + Number(seconds);
}
const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 10_000 });
const run = sample('treatment-calm').view.run;
/** Nothing main could answer with: it does not answer. */
const muteMain = () =>
  open.page.evaluate(() => Object.assign(window.isotherm, { invoke: () => new Promise(() => {}) }));

describe('a console whose core is silent', () => {
  it('covers the screen after three seconds, though views still come, and says what to do', async () => {
    const page = await show('treatment-calm');
    await open.push('pulse', pulse());
    await page.waitForTimeout(2_000);
    expect(await cover().count()).toBe(0);
    await covered();
    const words = await cover().textContent();
    expect(words).toContain('USE THE SWITCH ON THE MACHINE');
    expect(ageIn(words)).toBeGreaterThanOrEqual(3);
  });

  it('strikes the last values through and counts their age', async () => {
    await show('treatment-calm');
    await covered();
    const struck = await cover().locator('.last-values s').allTextContents();
    expect(struck.join()).toContain(run?.probes[0]?.celsius.value?.toFixed(2));
    for (const value of await cover().locator('.last-values s').all()) {
      expect(await value.evaluate((one) => getComputedStyle(one).textDecorationLine)).toBe('line-through');
    }
    const age = async () => ageIn(await cover().locator('h2').textContent());
    const first = await age();
    await poll(age).toBeGreaterThan(first);
  });

  it('is uncovered by the first pulse of an engine that ticks, and by none of one that stands', async () => {
    await show('treatment-calm');
    await covered();
    await open.push('pulse', pulse({ engine: 'standing', lastTickAgeMs: 4_000 }));
    await open.push('view', sample('treatment-calm').view as ConsoleView);
    expect(await cover().count()).toBe(1);
    await open.push('pulse', pulse());
    await cover().waitFor({ state: 'detached' });
    expect(await open.page.locator('main').evaluate((main) => (main as HTMLElement).inert)).toBe(false);
  });

  it('is not shown in set-up while there is nothing to watch', async () => {
    const page = await show('setup-empty');
    await page.waitForTimeout(4_000);
    expect(await cover().count()).toBe(0);
  });

  it('leaves heater and pump to be turned off where a machine is watched outside a run', async () => {
    const page = await show('review-standing-down');
    await open.push('pulse', pulse());
    await covered();
    expect(await cover().locator('[data-action="stop-run"]').count()).toBe(0);
    await open.answer('rescue', { taken: false, why: 'not-ticking' });
    await button('off').dispatchEvent('pointerdown', { button: 0 });
    expect(await open.asked('rescue')).toMatchObject([{ request: 'off' }]);
    await expect.poll(() => cover().textContent()).toContain('core stands still: not confirmed');
    expect(await page.evaluate(layoutFaults)).toEqual([]);
  });

  it('leaves nothing under the cover to be pressed or reached by a key', async () => {
    const page = await show('treatment-calm');
    await covered();
    expect(await page.locator('main').evaluate((main) => (main as HTMLElement).inert)).toBe(true);
    const reached = new Set<string>();
    for (let tab = 0; tab < 8; tab += 1) {
      await page.keyboard.press('Tab');
      reached.add(
        await page.evaluate(() => document.activeElement?.closest('.core-cover, main')?.tagName ?? 'none'),
      );
    }
    expect([...reached].filter((tag) => tag === 'MAIN')).toEqual([]);
  });

  it('leaves the interventions where they always stand', async () => {
    const page = await show('treatment-calm');
    const places = () =>
      page.evaluate(() =>
        ['heat-off', 'pause-flow', 'stop-run', 'drain-now'].map((action) => {
          const all = document.querySelectorAll(`button[data-action="${action}"]`);
          const { x, y, width, height } = (all[all.length - 1] as Element).getBoundingClientRect();
          return { x, y, width, height };
        }),
      );
    const before = await places();
    await covered();
    expect(await places()).toEqual(before);
  });
});

describe('an intervention pressed meanwhile', () => {
  it('is asked of main, and is not confirmed until main answers and its engine ticks', async () => {
    const page = await show('treatment-calm');
    await covered();
    await button('stop-run').hover();
    await page.mouse.down();
    await page.mouse.up();
    expect((await open.asked('act')).map(({ action }) => action)).toEqual([{ type: 'stop-run' }]);
    await poll(() => button('stop-run').textContent()).toContain('not confirmed');
    await open.push('pulse', pulse({ engine: 'standing', lastTickAgeMs: 6_000 }));
    // The answer "taken" came at once: an engine that stands has done nothing yet.
    await page.waitForTimeout(600);
    expect(await button('stop-run').textContent()).toContain('not confirmed');
    await open.push('pulse', pulse());
    await cover().waitFor({ state: 'detached' });
    await poll(() => open.page.locator('.stop-run').textContent()).not.toContain('not confirmed');
  });

  it('says NOT SENT where main cannot be reached', async () => {
    const page = await show('treatment-calm');
    await covered();
    await page.evaluate(() =>
      Object.assign(window.isotherm, { invoke: () => Promise.reject(new Error('gone')) }),
    );
    await button('heat-off').click();
    await poll(() => button('heat-off').textContent()).toContain('NOT SENT');
  });

  it('is not confirmed on the open screen either while main does not answer', async () => {
    const page = await show('treatment-calm', { pulsing: true });
    await muteMain();
    await page.locator('button[data-action="heat-off"]').click();
    await poll(() => page.locator('button[data-action="heat-off"]').textContent()).toContain('not confirmed');
  });
});

describe('an engine that has failed', () => {
  it('is shown at once: everything says NOT SENT, and a restart is offered', async () => {
    await show('treatment-calm');
    await open.push('pulse', pulse());
    await open.push('pulse', faulted);
    await cover().waitFor({ timeout: 1_000 });
    for (const action of ['heat-off', 'pause-flow', 'stop-run', 'drain-now']) {
      expect(await button(action).textContent()).toContain('NOT SENT');
    }
    await button('restart').click();
    expect(await open.asked('restart')).toEqual([null]);
  });

  it('says how to go on where the restart is refused', async () => {
    await show('treatment-calm');
    await open.push('pulse', faulted);
    await open.answer('restart', { ok: false });
    await button('restart').click();
    await poll(() => button('restart').textContent()).toContain('by hand');
  });
});

const sizes = [
  { width: 1024, height: 768 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const looks = [
  { theme: 'dark', language: 'en' },
  { theme: 'light', language: 'zh' },
] as const;
/** The others are only looked at: they are the same layout in other colours. */
const more = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'zh' },
] as const;
const all = process.env.GALLERY === undefined ? looks : [...looks, ...more];

it.each(all)(
  'the cover is drawn whole at every size, $theme, $language',
  async (look) => {
    const faults: string[] = [];
    const atEverySize = async (name: string) => {
      for (const size of sizes) {
        await open.page.setViewportSize(size);
        const title = `${name}-${size.width}-${look.theme}-${look.language}`;
        if (process.env.GALLERY !== undefined)
          await open.page.screenshot({ path: join(gallery, `${title}.png`) });
        faults.push(...(await open.page.evaluate(layoutFaults)).map((fault) => `${title}: ${fault}`));
      }
    };
    await show('treatment-calm', look);
    await covered();
    await button('heat-off').click();
    await poll(() => button('heat-off').textContent()).toMatch(/not confirmed|未确认/);
    await atEverySize('core-silent');
    await open.push('pulse', faulted);
    await button('restart').waitFor();
    await atEverySize('core-faulted');
    expect({ faults, errors: open.errors }).toEqual({ faults: [], errors: [] });
  },
  90_000,
);
