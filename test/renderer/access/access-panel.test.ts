import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AccessView, PersonView } from '../../../electron/contract/view.ts';
import { press } from '../../support/press.ts';
import { scan } from '../../support/scanner.ts';
import { sample } from '../sample-views.ts';
import { type Harness, type OpenPage, startHarness } from '../support/harness.ts';
import { layoutFaults } from '../support/layout-faults.ts';

let harness: Harness;
let open: OpenPage;
const gallery = resolve(import.meta.dirname, '../../../out/gallery');
beforeAll(async () => {
  mkdirSync(gallery, { recursive: true });
  harness = await startHarness();
}, 120_000);
afterAll(() => harness.close());
afterEach(() => open.close());

const who = (id: string, name: string, role: PersonView['role']): PersonView => ({
  id,
  name,
  role,
  active: true,
});
const perfusionist = who('p', 'Perfusionist', 'perfusionist');
const nurse = who('o', 'OR nurse', 'or-staff');
const service = who('s', 'Service engineer', 'service');
const accessOf = (signedIn: PersonView | null, more: Partial<AccessView> = {}): AccessView => ({
  people: [perfusionist, nurse, service],
  signedIn,
  chair: null,
  wantsFirstAccount: false,
  problem: null,
  released: null,
  ...more,
});
const viewAs = (name: string, access: AccessView) => ({ ...sample(name).view, access });
const at = async (name: string, access: AccessView, more: Parameters<Harness['open']>[1] = {}) => {
  const { trend } = sample(name);
  open = await harness.open({ name, view: viewAs(name, access), trend }, { pushing: false, ...more });
  return open.page;
};
/** Main tells that whoever is signed in is another. */
const becomes = (name: string, access: AccessView) => open.push('view', viewAs(name, access));
const panel = () => open.page.locator('.access-panel');
const chip = () => open.page.locator('[data-action="person"]');
const pin = async (figures: string) => {
  for (const figure of figures) await open.page.locator(`.pin-figures [data-figure="${figure}"]`).click();
  await open.page.locator('[data-action="pin-enter"]').click();
};
const signInAs = async ({ name }: PersonView) => {
  await panel().locator(`[data-person="${name}"]`).click();
  await pin('2580');
};
const needs = (why: 'needs-sign-in' | 'needs-reason') => ({ ok: false as const, problem: '', why });

describe('a panel that asks for people, when the console locks meanwhile', () => {
  it('keeps the reason that somebody was typing, and asks for the name as well', async () => {
    const page = await at('recovery', accessOf(nurse));
    await page.locator('.decision .tick').click();
    await open.answer('recover', needs('needs-reason'));
    await page.locator('[data-action="take-up"]').click();
    await page.locator('[name="glassReason"]').fill('half of a rea');
    await becomes('recovery', accessOf(null));
    await page.locator('[name="glassName"]').waitFor();
    expect(await page.locator('[name="glassReason"]').inputValue()).toBe('half of a rea');
  });

  it('keeps a person that was being added, until whoever may signs in', async () => {
    const page = await at('setup-empty', accessOf(service));
    await chip().click();
    await page.locator('[data-action="people"]').click();
    await page.locator('[data-action="add-person"]').click();
    await page.locator('[name="personName"]').fill('Somebody new');
    await page.locator('[data-role="clinician"]').click();
    await becomes('setup-empty', accessOf(null));
    await open.answer('addPerson', { ok: false, problem: { kind: 'not-signed-in' } });
    await pin('481902736450');
    await open.answer('addPerson', { ok: true });
    await pin('2580');
    await becomes('setup-empty', accessOf(service));
    expect(await page.locator('[name="personName"]').inputValue()).toBe('Somebody new');
    await pin('481902736450');
    await page.locator('.person-rows').waitFor();
    expect(await open.asked('signIn')).toEqual([{ personId: 's', pin: '2580' }]);
    const added = { name: 'Somebody new', role: 'clinician', pin: '481902736450' };
    expect(await open.asked('addPerson')).toEqual([added, added]);
  });
});

it('what was pressed minutes ago is not done by whoever comes to sign in', async () => {
  const page = await at('recovery', accessOf(null));
  await page.clock.install();
  await page.locator('.decision .tick').click();
  await open.answer('recover', needs('needs-sign-in'));
  await page.locator('[data-action="take-up"]').click();
  await panel().waitFor();
  await page.clock.fastForward(100_000);
  await panel().locator('[data-person="Perfusionist"]').click();
  await page.clock.fastForward(100_000);
  expect(await panel().count()).toBe(1);
  await page.clock.fastForward(60_000);
  await panel().waitFor({ state: 'detached' });
  expect((await open.asked('recover')).length).toBe(1);
});

it('a form that is changed beside the panel does not start as it was before', async () => {
  const page = await at('setup-filled', accessOf(null));
  await page.locator('[name="fluidBefore"] [data-value="no"]').click();
  await open.answer('start', needs('needs-sign-in'));
  await press(page.locator('button[data-action="start-run"]'));
  await panel().waitFor();
  await page.locator('[name="weightKg"]').evaluate((one) => one.scrollIntoView());
  await page.locator('[name="weightKg"]').fill('31');
  await open.answer('start', { ok: true });
  await signInAs(perfusionist);
  await page.getByText('The form was changed meanwhile').waitFor();
  expect((await open.asked('start')).length).toBe(1);
  await press(page.locator('button[data-action="start-run"]'));
  await expect.poll(async () => (await open.asked('start')).at(-1)?.case.patient.weightKg).toBe(31);
});

describe('a scanner', () => {
  it('tries no PIN, whatever the length of its code', async () => {
    const page = await at('setup-empty', accessOf(null));
    await chip().click();
    await panel().locator('[data-person="OR nurse"]').click();
    for (const code of ['4006381333931', '20488317']) await scan(page, code);
    await page.waitForTimeout(300);
    expect(await open.asked('signIn')).toEqual([]);
    // A hand clears what it typed, and goes on.
    await page.locator('[name="pin"]').fill('');
    await page.keyboard.type('1470', { delay: 90 });
    await page.keyboard.press('Enter');
    await expect.poll(() => open.asked('signIn')).toEqual([{ personId: 'o', pin: '1470' }]);
  });

  it('breaks no glass', async () => {
    const page = await at('recovery', accessOf(null));
    await page.locator('.decision .tick').click();
    await open.answer('recover', needs('needs-reason'));
    await page.locator('[data-action="take-up"]').click();
    await page.locator('[data-action="without-signing-in"]').click();
    await page.locator('[name="glassName"]').fill('Passer-by');
    await page.locator('[name="glassReason"]').focus();
    await scan(page);
    await page.waitForTimeout(300);
    expect((await open.asked('recover')).length).toBe(1);
    expect(await panel().count()).toBe(1);
  });
});

it('what was found of a patient goes with whoever looked', async () => {
  const page = await at('setup-empty', accessOf(nurse));
  await open.answer('recall', { ok: true, found: [], problems: [] });
  await page.locator('[data-action="recall"]').first().click();
  await page.locator('[name="recall"]').fill('20488317');
  await page.locator('.arrivals-search [data-action="recall"]').click();
  await page.locator('.arrivals .arrivals-note').waitFor();
  await becomes('setup-empty', accessOf(null));
  await page.locator('.arrivals .arrivals-note').waitFor({ state: 'detached' });
  expect(await page.locator('[name="recall"]').inputValue()).toBe('20488317');
});

describe.each([
  [1280, 800],
  [1024, 768],
] as const)('a panel in a run at %i x %i', (width, height) => {
  const sides = (selector: string) =>
    open.page
      .locator(selector)
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
      );
  it('shows the whole PIN pad and what was wrong, beneath an alarm and above the interventions', async () => {
    const page = await at('three-faults', accessOf(null), { width, height });
    await open.answer('act', { taken: false, why: 'needs-reason' });
    await page.locator('[data-action="acknowledge"]').first().click();
    await panel().locator('[data-person="OR nurse"]').click();
    await open.answer('signIn', { ok: false, problem: { kind: 'pin-wrong' } });
    await pin('1470');
    await panel().getByText('The PIN is not right').waitFor();
    if (process.env.GALLERY !== undefined)
      await page.screenshot({ path: join(gallery, `access-run-${width}.png`) });
    const [whole] = await sides('.access-panel');
    const [banner] = await sides('.status-strip');
    const [bar] = await sides('.action-bar');
    expect(whole?.top).toBeGreaterThanOrEqual(banner?.bottom ?? Number.NaN);
    expect(whole?.bottom).toBeLessThanOrEqual(bar?.top ?? Number.NaN);
    const parts = await sides('.pin-figures .button, .access-panel [name="pin"], .access-problem');
    expect(parts.length).toBe(14);
    for (const part of parts) {
      expect(part.top).toBeGreaterThanOrEqual(whole?.top ?? Number.NaN);
      expect(part.bottom).toBeLessThanOrEqual(whole?.bottom ?? Number.NaN);
    }
  });
});

/** As long as a door lets through: words, no blank at all, Han, faces, and written from right to left. */
const longNames = {
  words:
    'Maria Annunziata Della Rovere von und zu Hohenstein-Wittelsbach the Younger of the Second Ward East',
  unbroken: 'Abcdefghij'.repeat(10),
  han: '欧阳'.repeat(50),
  emoji: '👩🏽‍⚕️🩺'.repeat(10),
  'right to left': 'محمد عبد الرحمن '.repeat(6).trim(),
} as const;

describe.each(Object.entries(longNames))('a name of a hundred characters (%s)', (kind, name) => {
  const one = who('long', name, 'perfusionist');
  const long = accessOf(one, { people: [one, nurse, service], chair: one, released: { name, atWallMs: 0 } });
  const kindOf = kind.replaceAll(' ', '-');
  it.each([
    ['setup-filled', 1280, 800],
    ['treatment-calm', 1024, 768],
  ] as const)('is whole in %s at %i x %i, in head, menu and list', async (screen, width, height) => {
    const page = await at(screen, long, { width, height });
    const look = async (what: string) => {
      if (process.env.GALLERY !== undefined)
        await page.screenshot({ path: join(gallery, `name-${kindOf}-${screen}-${width}-${what}.png`) });
      expect(await page.evaluate(layoutFaults), what).toEqual([]);
    };
    await look('head');
    await chip().click();
    await look('menu');
    await page.locator('[data-action="switch"]').click();
    await look('list');
    await panel().locator('[data-person]').first().click();
    await look('pin');
    await becomes(screen, { ...long, signedIn: nurse });
    await look('in-charge');
  });
});
