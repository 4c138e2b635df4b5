import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catheter } from '../../../../electron/domain/places.ts';
import { en } from '../../../../electron/domain/text/en.ts';
import { zh } from '../../../../electron/domain/text/zh.ts';
import { type BodyMapInput, bodyMapChart } from '../../../../electron/report/charts/body-map.ts';
import { withFonts } from '../../../../electron/report/fonts.ts';
import { style } from '../../../../electron/report/style.ts';
import { mapEn, mapZh } from '../../../../electron/report/words/map-words.ts';
import { placesOf } from '../../../support/places.ts';

const catheters: readonly Catheter[] = [
  { number: 1, place: 'right-subdiaphragm', direction: 'in', frenchSize: 24 },
  { number: 2, place: 'pelvis-left', direction: 'out', frenchSize: 28 },
  { number: 3, place: 'left-subdiaphragm', direction: 'in', frenchSize: null },
  { number: 4, place: '<b>stoma</b>', direction: 'out', frenchSize: 10.5 },
];
const english: BodyMapInput = {
  cavity: 'peritoneal',
  side: null,
  catheters,
  probes: [
    { id: 'T1', site: 'inflow', place: '' },
    { id: 'T2', site: 'not-used', place: '' },
    { id: 'T3', site: 'cavity-upper', place: 'mesentery' },
    { id: 'T4', site: 'cavity-lower', place: 'pelvis' },
  ],
  coreSite: 'oesophagus',
  places: placesOf.peritoneal,
  probePlaces: placesOf.peritoneal,
  language: 'en',
  names: en,
  words: mapEn,
};
const chinese: BodyMapInput = { ...english, language: 'zh', names: zh, words: mapZh };
const pleural: BodyMapInput = {
  ...english,
  cavity: 'pleural',
  side: 'left',
  catheters: [{ number: 1, place: 'apex', direction: 'in', frenchSize: 20 }],
  probes: [],
  places: placesOf.pleural,
};

/** Rows of the tables as text. */
const rows = (markup: string): string[] =>
  [...markup.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    row.replaceAll(/<\/t[dh]><t[dh][^>]*>/g, ' | ').replaceAll(/<[^>]+>/g, ''),
  );

describe('the map on paper', () => {
  it('has a line for each catheter and probe, what is not said as missing', () => {
    expect(rows(bodyMapChart(english).markup)).toEqual([
      'No. | Place | In or out | Fr',
      '1 | Right, under the diaphragm | in | 24',
      '2 | Pelvis, left | out | 28',
      '3 | Left, under the diaphragm | in | ---',
      '4 | &lt;b&gt;stoma&lt;/b&gt; | out | 10.5',
      'Probe | Measures | Place',
      'T1 | inflow | not said',
      'T2 | not used | ---',
      'T3 | upper cavity | Root of the mesentery',
      'T4 | lower cavity | Pelvic floor',
      'Core | patient core | oesophagus',
    ]);
    expect(bodyMapChart(english).markup).toContain('diamond: probe. Not drawn: 4.');
    expect(rows(bodyMapChart(chinese).markup)[1]).toBe('1 | 右膈下 | 进 | 24');
  });

  it('says that no catheter was entered, and suggests none', () => {
    const { markup } = bodyMapChart({ ...english, catheters: [] });
    expect(markup).toContain('No catheter was entered.');
    expect(markup).not.toMatch(/suggest|stroke-dasharray="2/i);
  });

  it('without a place on record, as in an old record, says so and draws nothing', () => {
    const probes = english.probes.map((probe) => ({ ...probe, place: '' }));
    const { markup } = bodyMapChart({ ...english, catheters: [], probes, coreSite: '' });
    expect(markup).toContain('No place of a catheter or probe is on record: nothing is drawn.');
    expect(markup).not.toContain('<svg');
    expect(rows(markup)).toEqual([
      'Probe | Measures | Place',
      'T1 | inflow | not said',
      'T2 | not used | ---',
      'T3 | upper cavity | not said',
      'T4 | lower cavity | not said',
      'Core | patient core | not said',
    ]);
  });

  it('with places in the team’s own words only says that none is drawn, and names them', () => {
    const typed = [{ number: 1, place: 'lesser sac', direction: 'in', frenchSize: 20 }] as const;
    const probes = english.probes.map((probe) => ({ ...probe, place: '' }));
    const { markup } = bodyMapChart({ ...english, catheters: typed, probes });
    expect(markup).not.toContain('<svg');
    expect(markup).toContain('None of the places on record is one of the drawing');
    expect(rows(markup)[1]).toBe('1 | lesser sac | in | 20');
  });

  it('names the side of a chest, or says that it stands for either', () => {
    expect(bodyMapChart(pleural).markup).toMatch(/<text[^>]*>L<\/text>/);
    const { markup } = bodyMapChart({ ...pleural, side: null });
    expect(markup).not.toMatch(/<text[^>]*>[LR]<\/text>/);
    expect(markup).toContain(mapEn.eitherSide);
  });

  it('has ink in shades of grey only', () => {
    const colours = bodyMapChart(english).markup.match(/#[0-9a-f]{3,6}\b/g) ?? [];
    expect(colours.length).toBeGreaterThan(10);
    for (const colour of new Set(colours)) {
      const hex = colour.length === 4 ? colour.replaceAll(/[0-9a-f]/g, '$&$&') : colour;
      const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
      expect(Math.max(...parts) - Math.min(...parts), colour).toBeLessThan(20);
    }
  });
});

describe('the map in a browser', () => {
  const { resolve } = createRequire(import.meta.url);
  const sheets = [
    resolve('@fontsource-variable/inter/index.css'),
    resolve('@fontsource-variable/noto-sans-sc/index.css'),
  ];
  const shelf = 'out/report-pictures';
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(shelf, { recursive: true });
    const executablePath = process.env.ISOTHERM_CHROMIUM ?? '/usr/bin/chromium';
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(() => browser.close());

  it.each([
    ['en', english],
    ['zh', chinese],
    ['left-chest', pleural],
  ] as const)('%s stays within the page, no words over words', async (name, input) => {
    const page = await browser.newPage({ viewport: { width: 680, height: 420 }, deviceScaleFactor: 2 });
    const document = `<!doctype html><html><head><style>${style}</style></head><body>${bodyMapChart(input).markup}</body></html>`;
    await page.setContent(withFonts(document, sheets));
    await page.evaluate('document.fonts.ready');
    if (process.env.GALLERY) await page.screenshot({ path: join(shelf, `map-${name}.png`) });
    const boxes = (await page.evaluate(
      `[...document.querySelectorAll('svg text, td, th, figcaption')].map((one) => one.getBoundingClientRect().toJSON())`,
    )) as { left: number; right: number; top: number; bottom: number }[];
    expect(boxes.length).toBeGreaterThan(5);
    for (const [index, a] of boxes.entries()) {
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.right).toBeLessThanOrEqual(680);
      for (const b of boxes.slice(index + 1)) {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        expect(wide > 1 && high > 2.5, JSON.stringify([a, b])).toBe(false);
      }
    }
    await page.close();
  });
});
