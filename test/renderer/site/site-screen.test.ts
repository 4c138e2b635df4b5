import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonView } from '../../../electron/contract/view.ts';
import type { Site } from '../../../electron/domain/site.ts';
import { theatre } from '../../support/site.ts';
import { base, noTrend } from '../samples/base.ts';
import { fakeDoor } from '../support/fake-door.ts';
import { launchChromium, serve } from '../support/harness.ts';
import { layoutFaults } from '../support/layout-faults.ts';

/** GALLERY=1 leaves the pictures in out/gallery/ to be looked at. */
const pictures = process.env.GALLERY;
const gallery = resolve(import.meta.dirname, '../../../out/gallery');
let server: Server;
let browser: Browser;
let context: BrowserContext;
let url: string;

beforeAll(async () => {
  mkdirSync(gallery, { recursive: true });
  const outDir = resolve(import.meta.dirname, '../../../out/renderer-site');
  await build({
    root: join(import.meta.dirname, '../site-page'),
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
}, 240_000);
afterAll(async () => {
  await browser.close();
  server.close();
});

const service: PersonView = { id: 'p1', name: 'Demonstration engineer', role: 'service', active: true };
const accessOf = (signedIn: PersonView | null) => ({
  people: [service],
  signedIn,
  chair: null,
  wantsFirstAccount: false,
  problem: null,
  released: null,
});
const viewFor = (signedIn: PersonView | null) => ({
  ...base,
  stage: 'setup' as const,
  run: null,
  access: accessOf(signedIn),
});
/** Somebody has signed for two of the values. */
const signed = { by: 'Demonstration engineer', on: '2026-11-30', reason: 'Agreed by the department' };
const site: Site = {
  ...theatre,
  hospital: 'Demonstration hospital',
  signedOff: { 'alarmLimits.core-low': signed, leastWeightKg: signed },
};

interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'dark' | 'light';
  readonly language?: 'en' | 'zh';
  readonly hash?: string;
  readonly signedIn?: PersonView | null;
  readonly changeable?: boolean;
}

async function opened(look: Look = {}) {
  const { width = 1280, height = 800, theme = 'dark', language = 'en', hash = '' } = look;
  const { signedIn = service, changeable = true } = look;
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
  await page.addInitScript(fakeDoor, {
    view: viewFor(signedIn),
    trend: noTrend,
    pushing: false,
    pulsing: false,
  });
  await page.goto(`${url}${hash}`);
  await page.waitForSelector('main');
  await page.evaluate((reply) => window.fakeMain.answer('site', reply), { site, changeable });
  await page.evaluate(() => window.fakeMain.answer('changeSite', { ok: true }));
  await page.evaluate(() => window.fakeMain.answer('signSite', { ok: true }));
  await page.evaluate(() => document.fonts.ready);
  return { page, errors };
}

async function inSite(look: Look = {}) {
  const open = await opened(look);
  await open.page.click('[data-action="person"]');
  await open.page.click('[data-action="site"]');
  await open.page.waitForSelector('.site-editor');
  return open;
}
const asked = (page: Page, name: string) =>
  page.evaluate((n) => window.fakeMain.asked.filter((one) => one.name === n).map((one) => one.request), name);
const changeOf = (page: Page, key: string) => page.click(`[data-key="${key}"] [data-action="change"]`);
const group = (page: Page, name: string) => page.click(`[data-group="${name}"]`);
const field = (page: Page, name: string) => page.locator(`[data-field="${name}"] input`);

/** What can be touched and is smaller than a glove needs. */
function tooSmall(): string[] {
  const least = Math.max(64, 4 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  return [...document.querySelectorAll('.site-panel button, .site-panel input')]
    .filter((one) => {
      const { width, height } = one.getBoundingClientRect();
      return Math.min(width, height) < least - 0.5;
    })
    .map((one) => one.outerHTML.slice(0, 120));
}

const sizes = [
  { width: 1280, height: 800, theme: 'dark', language: 'en' },
  { width: 1280, height: 800, theme: 'light', language: 'zh' },
  { width: 1920, height: 1080, theme: 'light', language: 'en' },
  { width: 1024, height: 768, theme: 'dark', language: 'zh' },
  { width: 1024, height: 768, theme: 'light', language: 'en' },
] as const;

/** What is pressed to come there. */
const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  hospital: async () => {},
  limits: (page) => group(page, 'limits'),
  rules: (page) => group(page, 'rules'),
  lists: (page) => group(page, 'lists'),
  'limit-wrong': async (page) => {
    await group(page, 'limits');
    await changeOf(page, 'alarmLimits.core-low');
    await field(page, 'highest').fill('41');
    await page.click('[data-action="second-look"]');
  },
  checklist: async (page) => {
    await group(page, 'lists');
    await changeOf(page, 'lists.checklist');
  },
  vitals: async (page) => {
    await group(page, 'lists');
    await changeOf(page, 'lists.vitalSigns');
  },
  places: async (page) => {
    await group(page, 'lists');
    await changeOf(page, 'lists.catheterPlaces');
  },
  'second-look': async (page) => {
    await group(page, 'lists');
    await changeOf(page, 'lists.checklist');
    await page.click('[data-line="0"] [data-action="down"]');
    await page.click('[data-line="3"] [data-action="remove"]');
    await page.click('[data-action="second-look"]');
  },
  sign: async (page) => {
    await group(page, 'rules');
    await page.click('[data-action="select-unsigned"]');
    await page.click('[data-action="sign-off"]');
  },
  leaving: async (page) => {
    await changeOf(page, 'hospital');
    await page.locator('.site-change input').fill('Another hospital');
    await page.click('[data-action="close-site"]');
  },
};

describe.each(sizes)('at $width × $height, $theme, $language', (size) => {
  let open: Awaited<ReturnType<typeof inSite>>;
  beforeAll(async () => {
    open = await inSite(size);
  }, 120_000);
  afterAll(() => open.page.close());

  it.each(Object.keys(states))('%s is drawn whole, for gloves', async (state) => {
    const { page, errors } = open;
    await states[state]?.(page);
    if (pictures !== undefined) {
      const name = `site-${state}-${size.width}-${size.theme}-${size.language}.png`;
      await page.screenshot({ path: join(gallery, name) });
    }
    const faults = [...(await page.evaluate(layoutFaults)), ...(await page.evaluate(tooSmall))];
    expect({ faults, errors }).toEqual({ faults: [], errors: [] });
    await page.click('[data-action="close-site"]');
    const lost = page.locator('[data-action="throw-away"]');
    if ((await lost.count()) > 0) await lost.click();
    await page.click('[data-action="person"]');
    await page.click('[data-action="site"]');
    await page.waitForSelector('.site-values');
  });
});

describe('the rules of the site', () => {
  it('are reached outside a run by whoever may change them or sign for them, and by nobody else', async () => {
    for (const [role, buttons] of [
      ['perfusionist', 0],
      ['or-staff', 0],
      ['clinician', 1],
      ['service', 1],
    ] as const) {
      const { page } = await opened({ signedIn: { ...service, role } });
      await page.click('[data-action="person"]');
      await page.waitForSelector('[data-action="lock"]');
      expect([role, await page.locator('[data-action="site"]').count()]).toEqual([role, buttons]);
      await page.close();
    }
  });

  it('say how many values nobody has signed for, and who signed for the others', async () => {
    const { page } = await inSite();
    // 14 limits, 13 rules and 3 lists are signed for; two of them are.
    expect(await page.locator('.site-unsigned-count').innerText()).toBe(
      'Nobody has signed for 28 of 30 values',
    );
    await group(page, 'limits');
    expect(await page.locator('[data-key="alarmLimits.core-low"]').innerText()).toContain(
      'Signed for by Demonstration engineer, 2026-11-30: Agreed by the department',
    );
    expect(await page.locator('[data-key="alarmLimits.core-high"]').innerText()).toContain(
      'Nobody has signed for this',
    );
    await page.close();
  });

  it('leave alarms, machine bar and head free', async () => {
    const { page } = await inSite({ hash: '#alarm' });
    const box = async (selector: string) => {
      const found = await page.locator(selector).boundingBox();
      if (found === null) throw new Error(`${selector} is not drawn`);
      return found;
    };
    const panel = await box('.site-panel');
    const banner = await box('.alarm-banner');
    const bar = await box('.machine-bar');
    expect(panel.y).toBeGreaterThanOrEqual(banner.y + banner.height);
    expect(panel.y + panel.height).toBeLessThanOrEqual(bar.y);
    expect(panel.height).toBeGreaterThan(300);
    await page.close();
  });

  it('are changed by typing, a second look with a reason, and the word of the console', async () => {
    const { page, errors } = await inSite();
    await group(page, 'limits');
    await changeOf(page, 'alarmLimits.core-low');
    await field(page, 'initial').fill('38,2');
    await page.click('[data-action="second-look"]');
    expect(await page.locator('.site-beside').innerText()).toMatch(
      /A run begins at: 38\.5 °C[\s\S]*A run begins at: 38\.2 °C/,
    );
    expect(await page.locator('.site-confirm').innerText()).toContain(
      'In the name of Demonstration engineer',
    );
    // Without a reason it is not asked.
    await page.dispatchEvent('[data-action="site-confirm"]', 'click');
    expect(await asked(page, 'changeSite')).toEqual([]);
    await page.fill('[name="siteReason"]', 'Agreed with anaesthesia');
    await page.click('[data-action="site-confirm"]');
    await page.waitForSelector('.site-values');
    expect(await asked(page, 'changeSite')).toEqual([
      {
        key: 'alarmLimits.core-low',
        value: { initial: 38.2, lowest: 37.5, highest: 39 },
        reason: 'Agreed with anaesthesia',
      },
    ]);
    expect((await asked(page, 'site')).length).toBe(2);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('show what the console found wrong at its field, with everything typed still there', async () => {
    const { page } = await inSite();
    await group(page, 'limits');
    await changeOf(page, 'alarmLimits.core-low');
    await field(page, 'initial').fill('39');
    await page.click('[data-action="second-look"]');
    await page.fill('[name="siteReason"]', 'A try');
    await page.evaluate(() =>
      window.fakeMain.answer('changeSite', {
        ok: false,
        why: null,
        problems: [{ at: 'alarmLimits.core-low.initial', message: 'must be below core-medium, 39' }],
      }),
    );
    await page.click('[data-action="site-confirm"]');
    await page.waitForSelector('[data-field="initial"] .site-problem');
    expect(await page.locator('[data-field="initial"] .site-problem').innerText()).toBe(
      'must be below core-medium, 39',
    );
    expect(await field(page, 'initial').inputValue()).toBe('39');
    await page.close();
  });

  it.each([
    ['41', 'must be 37.5 to 39 °C'],
    ['', 'is missing'],
    ['warm', 'is no number'],
  ])('do not go on with "%s" for a limit: it %s', async (typed, said) => {
    const { page } = await inSite();
    await group(page, 'limits');
    await changeOf(page, 'alarmLimits.core-low');
    await field(page, 'initial').fill(typed);
    await page.click('[data-action="second-look"]');
    expect(await page.locator('[data-field="initial"] .site-problem').innerText()).toBe(said);
    expect(await page.locator('.site-beside').count()).toBe(0);
    await page.close();
  });

  it('lose nothing that was typed without being told', async () => {
    const { page } = await inSite();
    await changeOf(page, 'hospital');
    await page.locator('.site-change input').fill('Another hospital');
    for (const turn of [
      () => page.click('[data-action="close-site"]'),
      () => group(page, 'rules'),
      () => page.click('.site-change [data-action="site-back"]'),
      () => page.keyboard.press('Escape'),
    ]) {
      await page.locator('.site-change input').focus();
      await turn();
      await page.click('[data-action="keep-typing"]');
      expect(await page.locator('.site-change input').inputValue()).toBe('Another hospital');
    }
    await page.click('[data-action="close-site"]');
    await page.click('[data-action="throw-away"]');
    expect(await page.locator('.site-panel').count()).toBe(0);
    await page.close();
  });

  it('are gone through by keyboard alone', async () => {
    const { page } = await inSite();
    await page.locator('[data-key="department"] [data-action="change"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('.site-change input').focus();
    await page.keyboard.type('Surgery');
    await page.keyboard.press('Enter');
    await page.locator('[name="siteReason"]').focus();
    await page.keyboard.type('Opened');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.site-values');
    expect(await asked(page, 'changeSite')).toEqual([
      { key: 'department', value: 'Surgery', reason: 'Opened' },
    ]);
    await page.keyboard.press('Escape');
    await page.close();
  });

  it('have lines added, moved and taken out; a new one gets its id from the English text, once', async () => {
    const { page } = await inSite();
    await group(page, 'lists');
    await changeOf(page, 'lists.indications');
    const before = site.lists.indications;
    await page.click('[data-line="1"] [data-action="remove"]');
    await page.click('[data-line="0"] [data-action="down"]');
    await page.click('[data-action="add-line"]');
    const last = page.locator(`[data-line="${before.length - 1}"]`);
    await last.locator('[data-field="en"] input').fill('Malignant effusion!');
    await last.locator('[data-field="zh"] input').fill('恶性积液');
    // The English of a line that has an id is mended, and the id stays.
    await page.locator('[data-line="0"] [data-field="en"] input').fill('Effusion');
    await page.click('[data-action="second-look"]');
    await page.fill('[name="siteReason"]', 'As treated here');
    await page.click('[data-action="site-confirm"]');
    await page.waitForSelector('.site-values');
    const [first, second, third, ...others] = before;
    if (first === undefined || third === undefined) throw new Error('the shipped list is too short');
    expect(second?.id).toBe('residual');
    expect(await asked(page, 'changeSite')).toEqual([
      {
        key: 'lists.indications',
        value: [
          { ...third, en: 'Effusion' },
          first,
          ...others,
          // "malignant-effusion" is taken by the third line.
          { id: 'malignant-effusion-2', en: 'Malignant effusion!', zh: '恶性积液' },
        ],
        reason: 'As treated here',
      },
    ]);
    await page.close();
  });

  it('are signed for: all of a group that nobody has, or those selected', async () => {
    const { page } = await inSite();
    await group(page, 'rules');
    await page.click('[data-action="select-unsigned"]');
    await page.click('[data-key="coreHold"] [data-action="select"]');
    await page.click('[data-action="sign-off"]');
    await page.fill('[name="siteReason"]', 'Commissioned');
    await page.click('[data-action="site-confirm"]');
    await page.waitForSelector('.site-value');
    expect(await asked(page, 'signSite')).toEqual([
      {
        keys: [
          'inflowLinePressureLimitMmHg',
          'flowCeilingMlPerMin',
          'leastFillVolumeMl',
          'bodySurfaceFormula',
          'calibrationIntervalMonths',
          'circuitVolumeMl',
          'reservoirRestMl',
          'openCavityHighSeconds',
          'twoCheckersForEachAddition',
          'twoPeopleStartHeat',
          'twoPeopleRecordDrugs',
        ],
        reason: 'Commissioned',
      },
    ]);
    await page.close();
  });

  it('ask whoever may to sign in, and keep what was typed until then', async () => {
    const { page } = await inSite();
    await changeOf(page, 'hospital');
    await page.locator('.site-change input').fill('Another hospital');
    await page.click('[data-action="second-look"]');
    await page.fill('[name="siteReason"]', 'Moved');
    await page.evaluate((view) => {
      window.fakeMain.push('view', view);
      window.fakeMain.answer('changeSite', {
        ok: false,
        why: 'needs-sign-in',
        problems: [{ at: '', message: 'Sign in.' }],
      });
    }, viewFor(null));
    await page.click('[data-action="site-confirm"]');
    await page.waitForSelector('.access-panel');
    await page.click('[data-action="close-access"]');
    await page.waitForSelector('.access-panel', { state: 'detached' });
    expect(await page.locator('.site-beside').innerText()).toContain('Another hospital');
    expect(await page.inputValue('[name="siteReason"]')).toBe('Moved');
    await page.close();
  });

  it('go away where a run comes, and do not come back by themselves', async () => {
    const { page } = await inSite();
    const push = (view: unknown) => page.evaluate((v) => window.fakeMain.push('view', v), view);
    await push({ ...viewFor(service), stage: 'run' });
    await page.waitForSelector('.site-panel', { state: 'detached' });
    await push(viewFor(service));
    await page.waitForTimeout(100);
    expect(await page.locator('.site-panel').count()).toBe(0);
    await page.close();
  });

  it('are only looked at where this start was given a file of its own', async () => {
    const { page } = await inSite({ changeable: false });
    expect(await page.locator('.site-main').innerText()).toContain('--site');
    expect(await page.locator('[data-action="change"], [data-action="sign-off"]').count()).toBe(0);
    await page.close();
  });
});
