import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inRoot } from '../../build/root.ts';
import { sample } from './sample-views.ts';
import { startHarness } from './support/harness.ts';

/** Pictures of README and guide, each of a sample view. PICTURES=1 draws them anew: look at them before they are kept. */
interface DocPicture {
  readonly of: string;
  readonly language?: 'zh';
  /** Brought into sight. */
  readonly see?: string;
  /** Touched one after the other. */
  readonly touch?: readonly string[];
}
const pictures: Readonly<Record<string, DocPicture>> = {
  run: { of: 'treatment-calm' },
  'run-zh': { of: 'treatment-addition-due', language: 'zh' },
  'sign-in': { of: 'treatment-calm', touch: ['[data-action="person"]', '[data-action="switch"]'] },
  placement: { of: 'setup-ward-placement', see: '.body-map' },
  map: { of: 'map-abdomen' },
  'machine-pumps': { of: 'machine-pumps' },
  'time-out': { of: 'time-out' },
  'heat-up': { of: 'heat-up' },
  'out-of-reach': { of: 'heat-up-out-of-reach' },
  alarm: { of: 'three-faults' },
  'alarm-zh': { of: 'three-faults', language: 'zh' },
  recovery: { of: 'recovery' },
};
const folder = inRoot('docs', 'pictures');
const size = { width: 1280, height: 800, theme: 'dark' } as const;

it('README and guide show these pictures and no other, each of them there', () => {
  const pages = [inRoot('README.md'), inRoot('docs', 'operators-guide.md')].map((path) =>
    readFileSync(path, 'utf8'),
  );
  const shown = pages.flatMap((page) =>
    [...page.matchAll(/pictures\/([a-z-]+)\.png/g)].map(([, name]) => name),
  );
  expect([...new Set(shown)].sort()).toEqual(Object.keys(pictures).sort());
  for (const name of Object.keys(pictures)) expect(existsSync(join(folder, `${name}.png`)), name).toBe(true);
});

/** So that no picture depends on the moment: what flashes is on. */
function bannerIsLit(): boolean {
  const lit = document.querySelector('.alarm-banner .mark-lit');
  return lit === null || getComputedStyle(lit).opacity === '1';
}

it.runIf(process.env.PICTURES !== undefined)('they are drawn anew', { timeout: 600_000 }, async () => {
  const harness = await startHarness();
  for (const [name, { of, language = 'en', touch = [], see }] of Object.entries(pictures)) {
    const shown = sample(of);
    const open = await harness.open(shown, { ...size, language });
    for (const selector of [...(shown.press ?? []), ...touch])
      await open.page.locator(selector).first().click();
    if (see !== undefined)
      await open.page
        .locator(see)
        .first()
        .evaluate((one) => one.scrollIntoView({ block: 'start' }));
    // What was scrolled is painted by then.
    await open.page.waitForTimeout(2000);
    await open.page.waitForFunction(bannerIsLit);
    await open.page.screenshot({ path: join(folder, `${name}.png`) });
    await open.close();
  }
  await harness.close();
});
