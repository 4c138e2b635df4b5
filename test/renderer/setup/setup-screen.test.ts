import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { requests } from '../../../electron/contract/channels.ts';
import { press } from '../../support/press.ts';
import { theatreView } from '../../support/site.ts';
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
const answerAll = async (list: 'contraindications' | 'checklist', answer: string) => {
  const { [list]: items } = theatreView.lists;
  for (const { id } of items) await open.page.locator(`[data-row="${id}"] [data-value="${answer}"]`).click();
};
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
    expect(await start().textContent()).toContain('36 things are missing');
    expect(await page.locator('.field[data-invalid="true"]').count()).toBe(0);
    await section('protocol').click();
    await start().click({ force: true });
    expect(await open.asked('start')).toEqual([]);
    expect(await page.locator('.setup-form').getAttribute('data-section')).toBe('patient');
    expect(await page.locator('.field[data-invalid="true"]').count()).toBe(7);
    const missing = await page.locator('.missing').textContent();
    expect(missing).toContain('Contraindications 11 not answered');
    expect(missing).toContain('Checklist 15 not answered');
    await picture('problems');
  });

  it('shows what main says when it refuses', async () => {
    const page = await showAnswered('setup-filled');
    await open.answer('start', {
      ok: false,
      problem: 'The rig is in fault. Restart it, then start again.',
      why: null,
    });
    await press(start());
    expect(await page.locator('.missing [role="alert"]').textContent()).toContain('The rig is in fault');
    await picture('refused');
  });

  it('says at the field how long a text may be, while it is typed, and cuts nothing', async () => {
    const page = await showAnswered('setup-filled');
    const pathology = 'Carcinoma of the ovary, '.repeat(10).slice(0, 212);
    await section('treatment').click();
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
    const fever = page.locator('.field', { has: page.locator('input[name="feverAcceptedBy"]') });
    expect(await fever.locator('.offer').allTextContents()).toEqual([
      'Dr. B. Clinician',
      'Dr. C. Anaesthetist',
      'Dr. D. Prescriber',
    ]);
    await fever.locator('.offer').first().click();
    expect(await fever.locator('input').inputValue()).toBe('Dr. B. Clinician');
    expect(await start().getAttribute('aria-disabled')).toBe('false');
    await picture('fever');
  });

  it.each(['treatment', 'protocol', 'drugs', 'placement', 'checks'])(
    'draws the section %s whole',
    async (name) => {
      await show('setup-filled');
      await section(name).click();
      await picture(name);
    },
  );

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
      why: null,
    });
    await page.locator('[data-action="save-preset"]').click();
    expect(await page.locator('.save-preset p').textContent()).toContain('kept like this already');
    const [asked] = await open.asked('savePreset');
    expect(asked).toMatchObject({
      copyOf: '42.5 °C × 60 min',
      preset: { name: 'Ours, 45 min', minutes: 45 },
    });
    // As the door takes it: one word more and it refuses the whole.
    expect(requests.savePreset.safeParse(asked).error).toBeUndefined();
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
    const next = () => form.locator('button[data-action="next-section"]').click();
    await form.locator('input[name="givenName"]').fill('PATIENT');
    await form.locator('input[name="birthDate"]').fill('1970/10/1');
    await form.locator('[name="sex"] [data-value="female"]').click();
    await form.locator('input[name="identifiers.0.value"]').fill('H-1');
    await form.locator('input[name="weightKg"]').fill('61');
    await form.locator('[name="allergyAnswer"] [data-value="none-known"]').click();
    await form.locator('[name="fluidBefore"] [data-value="about"]').click();
    await form.locator('input[name="fluidMl"]').fill('1200');
    await next();
    await form.locator('input[name="prescriber"]').fill('Dr. D. Prescriber');
    await form.locator('input[name="perfusionist"]').fill('A. Perfusionist');
    await next();
    await form.locator('.preset-card').nth(2).click();
    await next();
    await form.locator('[data-action="no-drug"]').click();
    await next();
    await form.locator('[name="place3"] [data-value="mesentery"]').click();
    await form.locator('input[name="place4-typed"]').fill('pelvis of the left kidney');
    await form.locator('.body-map [data-place="pelvis"]').click();
    await next();
    await answerAll('contraindications', 'no');
    await answerAll('checklist', 'done');
    expect(await form.locator('.missing').textContent()).toContain('Check before you start');
    await picture('ready');
    await press(start());
    const [asked] = await open.asked('start');
    expect(asked?.presetName).toBe('42.0 °C × 90 min');
    expect(asked?.fluidInCavityMl).toBe(1200);
    expect(asked?.case).toMatchObject({
      patient: { familyName: '', givenName: 'PATIENT', birthDate: '1970-10-01', sex: 'female' },
      drugs: [],
      probePlaces: ['', '', 'mesentery', 'pelvis of the left kidney'],
      catheters: [{ number: 1, place: 'pelvis', direction: 'in', frenchSize: null }],
    });
    expect(asked?.case.checks.checklist).toHaveLength(15);
    for (const one of asked?.case.checks.checklist ?? [])
      expect(one).toMatchObject({ answer: 'done', by: 'A. Perfusionist', atWallMs: view.wallMs });
  });

  it('takes a known patient’s third session with at most 15 typed fields and 25 touches besides the checks', async () => {
    const page = await show('setup-again');
    const count = { typed: 0, touches: 0 };
    const type = async (field: string, text: string) => {
      count.typed += 1;
      await page.locator(`input[name="${field}"]`).fill(text);
    };
    const touch = async (selector: string) => {
      count.touches += 1;
      await page.locator(selector).click();
    };
    await type('visitNumber', 'V-2301');
    await type('orderNumber', 'O-77');
    await type('bed', '12');
    await type('weightKg', '70');
    await touch('[name="allergyAnswer"] [data-value="some"]');
    await type('bodyTemperature', '36.7');
    await touch('[name="fluidBefore"] [data-value="no"]');
    await touch('[data-action="next-section"]');
    await type('disposablesLot', 'LOT 45');
    await type('disposablesExpiry', '20271231');
    await touch('[data-action="next-section"]');
    await touch('[data-action="next-section"]');
    await type('drugs.0.lot', '44A-902');
    await type('drugs.0.expiry', '20260303');
    await type('drugs.0.preparedBy', 'Demonstration pharmacy');
    await touch('[data-action="next-section"]');
    await touch('[data-action="next-section"]');
    await answerAll('contraindications', 'no');
    await answerAll('checklist', 'done');
    count.touches += 1;
    await press(start());
    const [asked] = await open.asked('start');
    expect(asked?.case).toMatchObject({
      patient: { bed: '12', weightKg: 70, allergies: { answer: 'some', text: 'latex' } },
      disposablesExpiry: '2027-12-31',
      drugs: [{ lot: '44A-902', expiry: '2026-03-03', preparedBy: 'Demonstration pharmacy' }],
      sessionNumber: 3,
      sessionsPlanned: 5,
    });
    expect(count.typed).toBeLessThanOrEqual(15);
    // Each field that is typed into is touched first, too.
    expect(count.touches + count.typed).toBeLessThanOrEqual(25);
  });

  it('asks each contraindication by itself, and a yes for reason and clinician', async () => {
    const page = await showAnswered('setup-filled');
    await section('checks').click();
    const row = page.locator('[data-row="bleeding"]');
    await row.locator('[data-value="yes"]').click();
    expect(await start().getAttribute('aria-disabled')).toBe('true');
    await row.locator('input').first().fill('platelets given');
    await row.locator('.offer', { hasText: 'Dr. C. Anaesthetist' }).click();
    expect(await start().getAttribute('aria-disabled')).toBe('false');
    await press(start());
    const [asked] = await open.asked('start');
    expect(asked?.case.checks.contraindications.find(({ id }) => id === 'bleeding')).toEqual({
      id: 'bleeding',
      answer: 'yes',
      reason: 'platelets given',
      clinician: 'Dr. C. Anaesthetist',
    });
  });

  it('is answered by keys alone: arrows go from answer to answer and from row to row', async () => {
    const page = await show('setup-again');
    await section('checks').click();
    await page.locator('[data-row="adhesions"] [data-value="no"]').focus();
    const answered = () => page.locator('[data-row][data-answer]:not([data-answer=""])').count();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await answered()).toBe(0);
    await page.keyboard.press('Space');
    expect(await page.locator('[data-row="obstruction"]').getAttribute('data-answer')).toBe('yes');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    // Right behind a character it would be a scanner's.
    await page.waitForTimeout(600);
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-row="cirrhosis"]').getAttribute('data-answer')).toBe('no');
    expect(await answered()).toBe(2);
  });

  it('lets nobody say that the alarms were heard on a console that cannot be heard', async () => {
    const { view } = sample('setup-again');
    open = await harness.open({ name: 'mute', view, trend: sample('setup-again').trend });
    const { page } = open;
    await page.evaluate(() => {
      navigator.mediaDevices.enumerateDevices = async () => [];
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    });
    await section('checks').click();
    const row = page.locator('[data-row="alarms-tried"]');
    const done = row.locator('[data-value="done"]');
    await expect.poll(() => done.getAttribute('aria-disabled')).toBe('true');
    expect(await row.textContent()).toContain('cannot be done now: no audio output');
    await done.click({ force: true });
    expect(await row.getAttribute('data-answer')).toBe('');
  });

  it('says what a dose comes to, marked as computed, and which planned addition it is', async () => {
    const page = await show('setup-ward-drugs');
    await section('drugs').click();
    // 60 mg on 1.81 m² (Du Bois, 168 cm, 71 kg), in 3000 mL.
    expect(await page.locator('.computed').first().textContent()).toBe(
      'Computed 33.2 mg/m² · 20.0 mg/L in the planned fill of 3\u202f000 mL',
    );
    expect(await page.locator('[name="drugs.1.addition"] [aria-pressed="true"]').textContent()).toBe(
      '2: at 30 min, second part',
    );
    await section('protocol').click();
    await page.locator('.preset-card').first().click();
    await section('drugs').click();
    expect(await page.locator('[name="drugs.1.addition"]').count()).toBe(0);
  });

  it('says that there is more below, and goes there by touch, where it is tightest', async () => {
    open = await harness.open(sample('setup-again'), { width: 1024, height: 768 });
    await section('checks').click();
    const more = open.page.locator('.setup-main [data-action="scroll-on"]');
    const last = open.page.locator('[data-row="alarms-tried"]');
    let touches = 0;
    while ((await more.isVisible()) && touches < 20) {
      await more.click();
      touches += 1;
      await open.page.waitForTimeout(100);
    }
    expect(touches).toBeGreaterThan(1);
    const seen = await last.evaluate((one) => {
      const box = one.getBoundingClientRect();
      return box.bottom <= innerHeight && box.top >= 0;
    });
    expect(seen).toBe(true);
  });

  it('takes the ward to return to from the one that sends, in one touch', async () => {
    const page = await show('setup-empty');
    await page.locator('input[name="referringWard"]').fill('Ward 7');
    await page.locator('[data-action="same-ward"]').click();
    expect(await page.locator('input[name="returnWard"]').inputValue()).toBe('Ward 7');
  });
});

describe('the review', () => {
  it('leaves for the next case when told', async () => {
    await show('review-completed');
    await open.page.locator('button[data-action="new-case"]').click();
    expect(await open.asked('newCase')).toEqual([null]);
  });
});
