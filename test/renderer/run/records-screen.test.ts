import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noDrug } from '../../../electron/domain/drug.ts';
import { sample } from '../sample-views.ts';
import { type Harness, type OpenPage, startHarness } from '../support/harness.ts';

let harness: Harness;
let open: OpenPage;

beforeAll(async () => {
  harness = await startHarness();
}, 240_000);
afterAll(() => harness.close());
afterEach(() => open.close());

const show = async (name: string, language: 'en' | 'zh' = 'en') => {
  open = await harness.open(sample(name), { language });
  return open.page;
};
const actions = async () => (await open.asked('act')).map(({ action }) => action);
const button = (action: string) => open.page.locator(`button[data-action="${action}"]`);
const settle = () => open.page.waitForTimeout(700);

describe('a drug', () => {
  it('is prefilled from the plan, may be changed, and is recorded as given', async () => {
    const page = await show('record-drug-check');
    await button('record-drug').click();
    expect(await page.locator('.drug-planned').textContent()).toBe(
      'Planned: Demonstration drug A, 75 mg, 50 mL, as on the label',
    );
    await page.getByLabel('Dose, mg').fill('60');
    await page.getByLabel('Lot').fill('L-2202');
    await button('next').click();
    expect(await page.locator('.drug-to-check b').textContent()).toBe(
      'Demonstration drug A, 60 mg, 50 mL, as on the label',
    );
    await page.locator('[data-person="A. Perfusionist"]').click();
    await settle();
    await button('confirm').click({ force: true });
    expect(await actions()).toEqual([]);
    await page.locator('[data-person="Dr. B. Clinician"]').click();
    await button('confirm').click();
    expect(await actions()).toEqual([
      {
        type: 'record-drug',
        drug: {
          name: 'Demonstration drug A',
          doseMg: 60,
          volumeMl: 50,
          diluent: 'as on the label',
          lot: 'L-2202',
          expiry: '2026-03-03',
          preparedBy: 'Demonstration pharmacist',
        },
        addition: 0,
        checkedBy: ['A. Perfusionist', 'Dr. B. Clinician'],
      },
    ]);
  });

  it('takes a name of the site, or one the case names, by a touch', async () => {
    const page = await show('record-drug-planned');
    await button('record-drug').click();
    await page.locator('[data-drug="Demonstration drug B"]').click();
    await settle();
    await button('confirm').click();
    expect(await actions()).toEqual([
      {
        type: 'record-drug',
        drug: { ...noDrug, name: 'Demonstration drug B' },
        addition: 1,
        checkedBy: null,
      },
    ]);
  });

  it('has its computed values marked as computed, and only with a dose', async () => {
    const page = await show('record-drug-planned');
    await button('record-drug').click();
    expect(await page.locator('.drug-computed').count()).toBe(0);
    await page.getByLabel('Dose, mg').fill('75');
    // 168 cm and 71 kg are 1.81 m² by Du Bois; 75 mg in 3.01 L.
    expect(await page.locator('.drug-computed').textContent()).toMatch(
      /^computed41\.5 mg\/m² \(1\.81 m², .+\)24\.9 mg\/L in the 3\u202f010 mL in the cavity now$/,
    );
  });
});

describe('a vital sign', () => {
  it('that is a score takes two touches; the panel stays for the next', async () => {
    const page = await show('vitals');
    await button('record-vital').click();
    await page.locator('[data-sign="pain"]').click();
    await settle();
    await page.locator('[data-value="3"]').click();
    expect(await actions()).toEqual([{ type: 'record-vital', sign: 'pain', value: 3 }]);
    await page.waitForFunction(() => document.querySelector('.vital-scale') === null);
    expect(await page.locator('.vital-sign').count()).toBe(7);
  });

  it('that is a number is typed on the pad, or by keys, and entered', async () => {
    const page = await show('vitals');
    await button('record-vital').click();
    await page.locator('[data-sign="systolic"]').click();
    for (const digit of ['1', '2', '8', '0', 'back']) await page.locator(`[data-digit="${digit}"]`).click();
    await button('enter').click();
    await page.locator('[data-sign="pulse"]').click();
    await page.keyboard.type('82');
    await page.keyboard.press('Enter');
    expect(await actions()).toEqual([
      { type: 'record-vital', sign: 'systolic', value: 128 },
      { type: 'record-vital', sign: 'pulse', value: 82 },
    ]);
  });

  it('outside the bounds of its sign says so and is not sent', async () => {
    const page = await show('vitals');
    await button('record-vital').click();
    await page.locator('[data-sign="saturation"]').click();
    await page.keyboard.type('101');
    await page.keyboard.press('Enter');
    expect(await button('enter').textContent()).toContain('a number from 40 to 100 %');
    expect(await actions()).toEqual([]);
  });

  it('shows its last value and how long ago; due, it is marked and no alarm', async () => {
    const page = await show('vitals');
    expect(await button('record-vital').getAttribute('data-waits')).toBe('true');
    expect(await page.locator('.alarm-banner').count()).toBe(0);
    await button('record-vital').click();
    expect(await page.locator('[data-sign="pulse"]').textContent()).toBe('Pulse82 /min2 min ago');
    expect(await page.locator('[data-sign="breathing"]').textContent()).toBe('Breathsnone yetdue');
  });

  it('is named in Chinese on a Chinese screen', async () => {
    const page = await show('vitals', 'zh');
    await button('record-vital').click();
    expect(await page.locator('[data-sign="pulse"]').textContent()).toBe('脉搏82 /min2 min 前');
  });
});

describe('the carrier', () => {
  it('is asked for before the fill, never named by the console, its volume typed', async () => {
    const page = await show('record-carrier');
    await button('ask-carrier').click();
    expect(await page.getByRole('textbox', { name: 'Carrier' }).inputValue()).toBe('');
    await page.getByRole('textbox', { name: 'Carrier' }).fill('Demonstration fluid');
    await settle();
    await button('confirm').click({ force: true });
    expect(await actions()).toEqual([]);
    await page.getByLabel('Volume hung, mL').fill('5000');
    await button('confirm').click();
    expect(await actions()).toEqual([
      { type: 'record-carrier', carrier: { name: 'Demonstration fluid', volumeMl: 5000 } },
    ]);
  });

  it('is asked for no more once it is recorded, and can be recorded again', async () => {
    const page = await show('more-to-record');
    expect(await button('ask-carrier').count()).toBe(0);
    await button('more').click();
    await button('record-carrier').click();
    expect(await page.getByRole('textbox', { name: 'Carrier' }).inputValue()).toBe('Sodium chloride 0.9 %');
  });
});

describe('the time-out', () => {
  it('stands where heat would be, and is recorded with two different people', async () => {
    const page = await show('time-out-due');
    const primary = page.locator('.primary-action');
    expect(await primary.textContent()).toBe('Time-outread aloud to the team, before heat');
    await primary.click();
    await settle();
    await page.locator('[data-person="A. Perfusionist"]').click();
    await button('confirm').click({ force: true });
    expect(await actions()).toEqual([]);
    await page.locator('[data-person="Dr. B. Clinician"]').click();
    await button('confirm').click();
    expect(await actions()).toEqual([{ type: 'time-out', names: ['A. Perfusionist', 'Dr. B. Clinician'] }]);
  });

  it('leaves banner and interventions free', async () => {
    const page = await show('time-out-due');
    await page.locator('.primary-action').click();
    const dialogue = await page.locator('.dialogue').boundingBox();
    const strip = await page.locator('.status-strip').boundingBox();
    const actionBar = await page.locator('.action-bar').boundingBox();
    if (dialogue === null || strip === null || actionBar === null) throw new Error('not drawn');
    expect(dialogue.y).toBeGreaterThanOrEqual(strip.y + strip.height);
    expect(dialogue.y + dialogue.height).toBeLessThanOrEqual(actionBar.y);
    await button('stop-run').click();
    expect(await actions()).toEqual([{ type: 'stop-run' }]);
  });

  it('can be read again at any time', async () => {
    const page = await show('more-to-record');
    await button('more').click();
    await button('time-out').click();
    expect(await page.locator('.dialogue .dialogue-note').textContent()).toBe(
      'Read, with A. Perfusionist and Dr. B. Clinician',
    );
  });
});
