import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { press } from '../support/press.ts';
import { signedIn } from '../support/staff.ts';

/** The hands of an operator: what is pressed and typed, by the words that stand on the screen. */
const pictures = join(import.meta.dirname, '../../out/pictures');
mkdirSync(pictures, { recursive: true });

export const picture = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: join(pictures, `${name}.png`) });

interface CaseOf {
  readonly technique?: 'Open' | 'Closed';
  readonly setting?: 'intra-operative' | 'percutaneous';
  /** A set with line probes only has none in the cavity. */
  readonly inCavity?: boolean;
}

/** Fills the form of a new case as the team would, section by section. */
export async function enterCase(page: Page, of: CaseOf = {}): Promise<void> {
  const { technique = 'Closed', setting = 'intra-operative', inCavity = true } = of;
  await signedIn(page);
  await page.getByLabel('Family name').fill('DEMO');
  await page.getByLabel('Given name').fill('PATIENT');
  await page.getByLabel('Birth date').fill('1968-04-12');
  await page.getByLabel('Hospital number').fill('20488317');
  await page.getByLabel('Height, cm').fill('170');
  await page.getByLabel('Weight, kg').fill('68');
  await page.locator('[name="sex"] [data-value="unknown"]').click();
  await page.locator('[name="allergyAnswer"] [data-value="none-known"]').click();
  await page.locator('[name="fluidBefore"] [data-value="no"]').click();
  await page.getByRole('button', { name: /^Treatment/ }).click();
  await page.getByRole('button', { name: technique, exact: true }).click();
  await page.locator(`[name="setting"] [data-value="${setting}"]`).click();
  await page.locator('[name="prescriber"]').fill('Prescriber');
  await page.locator('[name="perfusionist"]').fill('Perfusionist');
  await page.locator('[name="surgeon"]').fill('Surgeon');
  await page.getByRole('button', { name: /^Drugs/ }).click();
  await page.locator('[data-action="add-drug"]').click();
  await page.locator('[name="drugs.0.name"]').fill('as entered by the team');
  await page.getByRole('button', { name: /^Placement/ }).click();
  for (const site of inCavity ? [] : ['site3', 'site4'])
    await page.locator(`[name="${site}"] [data-value="not-used"]`).click();
  await page.getByRole('button', { name: /^Checks/ }).click();
  for (const no of await page.locator('.answer-row [data-value="no"]').all()) await no.click();
  // Whether the console can be heard is another question.
  const rows = '.answer-row:not([data-row="alarms-tried"])';
  for (const done of await page.locator(`${rows} [data-value="done"]`).all()) await done.click();
  await page.locator('[data-row="alarms-tried"] [data-value="not-applicable"]').click();
  await page.getByRole('button', { name: /^Protocol/ }).click();
}

/** How long a scaled treatment may take to its next step on a computer that is busy with other things, ms. */
const patienceMs = 120_000;

/** Presses the primary action once it says `title` and may be pressed. */
export async function pressPrimary(page: Page, title: string, withinMs = patienceMs): Promise<void> {
  const button = page.locator('.primary-action', { hasText: title });
  await expect(button).toHaveAttribute('aria-disabled', 'false', { timeout: withinMs });
  await press(button);
}

/** Once more where a busy computer has just not heard its rig. */
export async function startRun(page: Page): Promise<void> {
  await signedIn(page);
  await expect(async () => {
    await press(page.getByRole('button', { name: 'Start run' }));
    await expect(page.locator('.run-screen')).toBeVisible({ timeout: 20_000 });
  }).toPass({ timeout: patienceMs });
}

export const phaseIs = (page: Page, name: string, withinMs = patienceMs): Promise<void> =>
  expect(page.locator('[aria-current="step"]')).toContainText(name, { timeout: withinMs });

/** From the self-test to fluid that goes round: each step as the screen names it, and the phase it leads to. */
export const toCirculation = [
  ['Start priming', 'Prime'],
  ['Test the machine', 'Machine test'],
  ['Preheat', 'Preheat'],
  ['Fill the cavity', 'Fill'],
  ['Circulate', 'Heat-up'],
] as const;

/** Starts the run and leads it there. */
export async function circulate(page: Page): Promise<void> {
  await startRun(page);
  for (const [title] of toCirculation) {
    if (title === 'Test the machine') await timeOut(page);
    await pressPrimary(page, title);
  }
}

/** Read aloud before heat; two of the team stand for it. */
export async function timeOut(page: Page): Promise<void> {
  await page.locator('.primary-action', { hasText: 'Time-out' }).click({ timeout: patienceMs });
  const team = page.locator('.dialogue [data-person]');
  for (const index of [0, 1]) await team.nth(index).click();
  await page.locator('.dialogue [data-action="confirm"]').click();
  await expect(page.locator('.dialogue')).toHaveCount(0);
}

/** A rinse pumps once somebody has said who saw that fresh fluid is connected. */
export async function rinseOnce(page: Page): Promise<void> {
  await pressPrimary(page, 'Rinse');
  await pressPrimary(page, 'Connected: rinse');
  await page.getByRole('textbox', { name: 'Who has looked' }).fill('Nurse One');
  await press(page.getByRole('button', { name: 'Connected, rinse' }));
}

/** From a prepared start to the treatment, without waiting for heat-up to come into band. */
export async function startTreatmentEarly(page: Page, reason: string): Promise<void> {
  await page.locator('[name="fluidBefore"] [data-value="no"]').click();
  await circulate(page);
  await phaseIs(page, 'Heat-up');
  await page.getByRole('button', { name: 'Start early' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await page.getByRole('textbox', { name: 'Clinician' }).fill('Surgeon');
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.getByRole('button', { name: 'Start the clock, drug later' }).click();
}

/** Reads and acknowledges one alarm after the other, as long as one asks for it. */
export async function acknowledgeAll(page: Page): Promise<void> {
  const acknowledge = page.locator('[data-action="acknowledge"]');
  while ((await acknowledge.count()) > 0) {
    await acknowledge.click();
    await page.waitForTimeout(1000);
  }
}
