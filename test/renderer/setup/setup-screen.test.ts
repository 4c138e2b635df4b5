import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { press } from '../../support/press.ts';
import { sample } from '../sample-views.ts';
import { type Harness, type OpenPage, startHarness } from '../support/harness.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { treatmentCase } from '../support/sample-run.ts';

let harness: Harness;
let open: OpenPage;
const gallery = resolve(import.meta.dirname, '../../../out/gallery');

beforeAll(async () => {
  mkdirSync(gallery, { recursive: true });
  harness = await startHarness();
}, 120_000);
afterAll(() => harness.close());
afterEach(() => open.close());

const show = async (name: string) => {
  open = await harness.open(sample(name));
  return open.page;
};
/** With the one question answered that no case that is handed over answers. */
const showAnswered = async (name: string) => {
  const page = await show(name);
  await fluid('no').click();
  return page;
};
const start = () => open.page.locator('button[data-action="start-run"]');
const fluid = (answer: string) => open.page.locator(`[name="fluidBefore"] [data-value="${answer}"]`);
const section = (name: string) => open.page.locator(`.section-tab[data-section="${name}"]`);
const picture = async (name: string) => {
  if (process.env.GALLERY !== undefined)
    await open.page.screenshot({ path: join(gallery, `setup-${name}.png`) });
  expect(await open.page.evaluate(layoutFaults)).toEqual([]);
};

describe('the setup screen', () => {
  it('starts a case that was handed over exactly as it was, once the question for fluid is answered', async () => {
    await show('setup-filled');
    await fluid('no').click();
    await press(start());
    expect(await open.asked('start')).toEqual([
      { case: treatmentCase, presetName: '42.5 °C × 60 min', edited: null, fluidInCavityMl: 0 },
    ]);
  });

  it('says what is missing, and takes the person there instead of starting', async () => {
    const page = await show('setup-empty');
    expect(await start().textContent()).toContain('14 things are missing');
    expect(await page.locator('.field[data-invalid="true"]').count()).toBe(0);
    await section('protocol').click();
    await start().click({ force: true });
    expect(await open.asked('start')).toEqual([]);
    expect(await page.locator('.setup-form').getAttribute('data-section')).toBe('patient');
    expect(await page.locator('.field[data-invalid="true"]').count()).toBe(4);
    const asked = page.locator('[name="fluidBefore"]');
    await expect
      .poll(() => asked.evaluate((one) => one.getBoundingClientRect().top < innerHeight))
      .toBe(true);
    await picture('problems');
  });

  it('shows what main says when it refuses', async () => {
    const page = await showAnswered('setup-filled');
    await open.answer('start', { ok: false, problem: 'The rig is in fault. Restart it, then start again.' });
    await press(start());
    expect(await page.locator('.missing [role="alert"]').textContent()).toContain('The rig is in fault');
    await picture('refused');
  });

  it('says at the field how long a text may be, while it is typed, and cuts nothing', async () => {
    const page = await showAnswered('setup-filled');
    const pathology = 'Carcinoma of the ovary, '.repeat(10).slice(0, 212);
    const diagnosis = page.locator('input[name="diagnosis"]');
    await diagnosis.fill(pathology);
    const field = page.locator('.field', { has: diagnosis });
    expect(await field.locator('.field-problem').textContent()).toBe('at most 200 characters, 12 too many');
    expect(await diagnosis.inputValue()).toBe(pathology);
    expect(await start().textContent()).toContain('1 thing is missing');
    expect(await page.locator('.missing').textContent()).toContain(
      'Diagnosis at most 200 characters, 12 too many',
    );
    await start().click({ force: true });
    expect(await open.asked('start')).toEqual([]);
    await picture('too-long');
    await diagnosis.fill(pathology.slice(0, 200));
    expect(await start().getAttribute('aria-disabled')).toBe('false');
  });

  it('tells a refusal of the door with its field, and does not say that nobody answered', async () => {
    const page = await showAnswered('setup-filled');
    await open.reject('start', 'The request "start" was refused: case.patient.bed: at most 200 characters.');
    await press(start());
    const alert = page.locator('.missing [role="alert"]');
    expect(await alert.textContent()).toContain('refused what was entered: Bed: at most 200 characters');
    await open.reject('start', 'gone');
    await press(start());
    await page.waitForFunction(() => document.body.textContent?.includes('did not answer'));
  });

  it('asks before going on above 38 °C', async () => {
    const page = await showAnswered('setup-filled');
    await page.locator('input[name="bodyTemperature"]').fill('38.4');
    expect(await start().getAttribute('aria-disabled')).toBe('true');
    await page.locator('input[name="feverAccepted"]').check({ force: true });
    expect(await start().getAttribute('aria-disabled')).toBe('false');
    await picture('fever');
  });

  it.each(['team', 'checks', 'protocol'])('draws the section %s whole', async (name) => {
    await show('setup-filled');
    await section(name).click();
    await picture(name);
  });

  it('runs a changed preset with its changes, each beside what it was', async () => {
    const page = await showAnswered('setup-filled');
    await section('protocol').click();
    await page.locator('[data-action="edit-preset"]').click();
    await page.locator('[name="preset-flowMlPerMin"]').fill('3500');
    expect(await start().getAttribute('aria-disabled')).toBe('true');
    expect(await page.locator('[data-field="flowMlPerMin"] .field-problem').textContent()).toBe(
      'from 100 to 3\u202f000',
    );
    await page.locator('[name="preset-flowMlPerMin"]').fill('1100');
    await page.locator('[data-action="add-addition"]').click();
    await page.getByLabel('Minute of addition 1').fill('30');
    await page.getByLabel('Addition 1', { exact: true }).fill('second part');
    expect(await page.locator('.change-list').textContent()).toContain(
      'Flow 1\u202f500 mL/min → 1\u202f100 mL/min',
    );
    await picture('editor');
    await press(start());
    const [asked] = await open.asked('start');
    expect(asked?.edited).toMatchObject({
      flowMlPerMin: 1100,
      additions: [{ atMinutes: 30, label: 'second part' }],
    });
  });

  it('keeps a changed preset for the site, and says what main says', async () => {
    const page = await showAnswered('setup-filled');
    await section('protocol').click();
    await page.locator('[data-action="edit-preset"]').click();
    await page.locator('[name="preset-minutes"]').fill('45');
    await page.getByLabel('Name of the preset to keep').fill('Ours, 45 min');
    await open.answer('savePreset', {
      ok: false,
      problems: [{ field: 'name', message: 'it is kept like this already' }],
    });
    await page.locator('[data-action="save-preset"]').click();
    expect(await page.locator('.save-preset p').textContent()).toContain('kept like this already');
    const [asked] = await open.asked('savePreset');
    expect(asked).toMatchObject({
      copyOf: '42.5 °C × 60 min',
      by: 'A. Perfusionist',
      preset: { name: 'Ours, 45 min', minutes: 45 },
    });
  });

  it('asks the site for what a preset leaves blank', async () => {
    const page = await show('setup-templates');
    await section('protocol').click();
    await page.locator('.preset-card', { hasText: 'Pleural' }).click();
    await picture('blanks');
    expect(await page.locator('[name="preset-flowMlPerMin"]').getAttribute('placeholder')).toBe(
      'site enters',
    );
    expect(await start().getAttribute('aria-disabled')).toBe('true');
  });

  it('is filled in from nothing to a start', async () => {
    const { view } = sample('setup-filled');
    const empty = { ...view, setup: { ...view.setup, draftCase: null, draftPresetName: null } };
    open = await harness.open({ name: 'empty', view: empty, trend: sample('setup-empty').trend });
    const form = open.page;
    await form.locator('input[name="name"]').fill('Lan Chen');
    await form.locator('input[name="birthDate"]').fill('1970-10-01');
    await form.locator('input[name="hospitalNumber"]').fill('H-1');
    await form.locator('[name="fluidBefore"] [data-value="about"]').click();
    await form.locator('input[name="fluidMl"]').fill('1200');
    await form.locator('button[data-action="next-section"]').click();
    await form.locator('input[name="perfusionist"]').fill('A. Perfusionist');
    await form.locator('button[data-action="next-section"]').click();
    for (const tick of await form.locator('.tick input').all()) await tick.check({ force: true });
    await form.locator('[name="contraindication"] [data-value="no"]').click();
    await form.locator('button[data-action="next-section"]').click();
    await form.locator('.preset-card').nth(2).click();
    await press(start());
    const [asked] = await open.asked('start');
    expect(asked?.presetName).toBe('42.0 °C × 90 min');
    expect(asked?.case.patient.name).toBe('Lan Chen');
    expect(asked?.fluidInCavityMl).toBe(1200);
  });
});

describe('the review', () => {
  it('leaves for the next case when told', async () => {
    await show('review-completed');
    await open.page.locator('button[data-action="new-case"]').click();
    expect(await open.asked('newCase')).toEqual([null]);
  });
});
