import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sample } from '../sample-views.ts';
import { mapSamples } from '../samples/map.ts';
import { type Harness, type OpenPage, startHarness } from '../support/harness.ts';
import { layoutFaults } from '../support/layout-faults.ts';

/** GALLERY=1 leaves the pictures in out/gallery/ to be looked at. */
const pictures = process.env.GALLERY;
const gallery = resolve(import.meta.dirname, '../../../out/gallery');
let harness: Harness;
let open: OpenPage;

beforeAll(async () => {
  mkdirSync(gallery, { recursive: true });
  harness = await startHarness();
}, 120_000);
afterAll(() => harness.close());
afterEach(() => open.close());

const sizes = [
  [1024, 768],
  [1280, 800],
  [1920, 1080],
] as const;
/** The colours move nothing: without pictures each language has one of them at each size, in turn. */
const looks = sizes
  .flatMap(([width, height], row) =>
    (['en', 'zh'] as const).flatMap((language, column) =>
      (['dark', 'light'] as const).map((theme, at) => ({
        width,
        height,
        language,
        theme,
        only: pictures !== undefined || (row + column) % 2 === at,
      })),
    ),
  )
  .filter(({ only }) => only);

/** Words of the picture over each other or too small to be read; runs in the page. */
function wordFaults(): string[] {
  const faults: string[] = [];
  const words = [...document.querySelectorAll('.map-said > *, .map-letter, .compact-map g > text')].map(
    (element) => ({ name: element.textContent ?? '', box: element.getBoundingClientRect(), element }),
  );
  const picture = document.querySelector('.map-picture')?.getBoundingClientRect();
  for (const [index, { name, box, element }] of words.entries()) {
    if (element instanceof HTMLElement) {
      for (const part of [element, ...element.querySelectorAll('*')])
        if (Number.parseFloat(getComputedStyle(part).fontSize) < 12) faults.push(`too small: ${name}`);
    }
    if (picture && (box.left < picture.left - 1 || box.right > picture.right + 1))
      faults.push(`beside the picture: ${name}`);
    for (const other of words.slice(index + 1)) {
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (wide > 1 && high > 2.5) faults.push(`words over words: ${name}, ${other.name}`);
    }
  }
  return faults;
}

describe('the map in a run is drawn whole', () => {
  it.each(looks)('at $width × $height, $language, $theme', async (look) => {
    const faults: string[] = [];
    for (const { name, view, trend } of mapSamples) {
      if (name === mapSamples[0]?.name) {
        open = await harness.open({ name, view, trend }, look);
        await open.page.locator('[data-view="map"]').click();
      } else {
        await open.push('view', view);
      }
      await open.page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      if (pictures !== undefined) {
        const file = `${name}-${look.width}-${look.theme}-${look.language}.png`;
        await open.page.screenshot({ path: join(gallery, file) });
      }
      const found = [...(await open.page.evaluate(layoutFaults)), ...(await open.page.evaluate(wordFaults))];
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    }
    expect({ faults, errors: open.errors }).toEqual({ faults: [], errors: [] });
  });
});

describe('what the map of a run says', () => {
  const show = async (name: string, language: 'en' | 'zh' = 'en') => {
    open = await harness.open(sample(name), { language });
    await open.page.locator('[data-view="map"]').click();
    return open.page;
  };
  const rows = async () =>
    (await open.page.locator('.map-row').allInnerTexts()).map((row) => row.replaceAll(/\s+/g, ' '));
  const inPicture = async () =>
    Object.fromEntries(
      await open.page
        .locator('.map-said')
        .evaluateAll((all) =>
          all.map((one) => [
            one.getAttribute('data-probe') ?? one.getAttribute('data-catheter'),
            (one as HTMLElement).innerText.replaceAll(/\s+/g, ' '),
          ]),
        ),
    );

  it('each catheter with number, way, size and place; each probe with its temperature, at its place', async () => {
    await show('map-abdomen');
    expect(await inPicture()).toEqual({
      1: 'in 24 Fr',
      2: 'out 28 Fr',
      3: 'in 24 Fr',
      4: 'out',
      T3: '42.51 °C',
      T4: '42.45 °C',
    });
    expect(await rows()).toEqual([
      'T1 inflow 44.31 °C',
      'T2 outflow 42.20 °C',
      'T3 upper cavity 42.51 °C Root of the mesentery',
      'T4 lower cavity 42.45 °C Pelvic floor',
      'Core 37.1 °C oesophagus',
      '1 in, 24 Fr Right, under the diaphragm',
      '2 out, 28 Fr Pelvis, left',
      '3 in, 24 Fr Left, under the diaphragm',
      '4 out, --- Fr Pelvis, right',
    ]);
    // The full circle leads in, the hollow one out, and arrows say the same.
    const ways = open.page.locator('.compact-map .map-catheter circle + .map-arrow');
    expect(await ways.count()).toBe(4);
    const fills = await open.page
      .locator('.compact-map .map-catheter:has(text)')
      .evaluateAll((all) =>
        all.map((one) => [one.querySelector('text')?.textContent, one.getAttribute('data-direction')]),
      );
    expect(Object.fromEntries(fills)).toEqual({ 1: 'in', 2: 'out', 3: 'in', 4: 'out' });
  });

  it('the same in Chinese', async () => {
    await show('map-abdomen', 'zh');
    expect(await inPicture()).toMatchObject({ 1: '进 24 Fr', 2: '出 28 Fr', T3: '42.51 °C' });
    expect((await rows()).slice(4, 8)).toEqual([
      '核心 37.1 °C oesophagus',
      '1 号管，进水，24 Fr 右膈下',
      '2 号管，出水，28 Fr 盆腔左侧',
      '3 号管，进水，24 Fr 左膈下',
    ]);
  });

  it('a missing temperature is missing, with why, and follows what main pushes', async () => {
    await show('map-chest');
    expect((await inPicture()).T3).toBe('--- out of range');
    expect(await rows()).toEqual([
      'T1 inflow 44.31 °C',
      'T2 outflow 42.20 °C',
      'T3 upper cavity --- out of range Apex',
      'Core 37.1 °C oesophagus',
      '1 in, 20 Fr Anterior',
      '2 out, 32 Fr Base, above the diaphragm',
      '3 out, 10.5 Fr old drain site, seventh space',
    ]);
    // Of the left chest only what lies in it is drawn: not the catheter at a place in the team’s own words.
    expect(Object.keys(await inPicture()).sort()).toEqual(['1', '2', 'T3']);
    expect(await open.page.locator('.compact-map .map-letter').allTextContents()).toEqual(['L']);
    const { view } = sample('map-chest');
    const { run } = view;
    if (run === null) throw new Error('a run is needed');
    const probes = run.probes.map((probe) =>
      probe.id === 'T3' ? { ...probe, celsius: { value: 41.987, missing: null } } : probe,
    );
    await open.push('view', { ...view, run: { ...run, probes } });
    expect((await inPicture()).T3).toBe('41.99 °C');
    await open.push('view', { ...view, rig: { ...view.rig, link: 'lost' }, run: { ...run, probes } });
    expect((await inPicture()).T3).toBe('--- link lost');
  });

  it('a probe that is ignored says so and what it reads', async () => {
    await show('map-bladder');
    expect(await inPicture()).toEqual({
      1: 'in 18 Fr',
      2: 'out 18 Fr',
      T3: '42.51 °C',
      T4: '--- ignored at 38.20',
    });
  });

  it('a hot probe stands on the colour of its alarm', async () => {
    await show('map-abdomen-alarm');
    const hot = open.page.locator('.map-said .figure[data-priority="high"]');
    expect(await hot.allInnerTexts()).toEqual([expect.stringContaining('43.61')]);
  });

  it('where no place was entered nothing is drawn, and it says so', async () => {
    const page = await show('map-no-places');
    expect(await page.locator('.compact-map').count()).toBe(0);
    expect(await page.locator('.map-nothing').textContent()).toBe(
      'Where catheters and probes lie was not entered: nothing is drawn.',
    );
    expect(await rows()).toEqual([
      'T1 inflow 44.31 °C',
      'T2 outflow 42.20 °C',
      'T3 upper cavity 42.51 °C place not said',
      'T4 lower cavity 42.45 °C place not said',
      'Core 37.1 °C oesophagus',
      'No catheter was entered.',
    ]);
  });

  it('it takes nothing away: values, alarm and interventions stand where they stand beside the trend', async () => {
    open = await harness.open(sample('map-abdomen-alarm'), { width: 1024, height: 768 });
    const places = () =>
      open.page
        .locator('.alarm-banner, .run-figures > *, .value-row > *, .action-bar button, .panel-bar [role=tab]')
        .evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
    const before = await places();
    expect(before.length).toBeGreaterThan(15);
    await open.page.locator('[data-view="map"]').click();
    expect(await places()).toEqual(before);
  });
});
