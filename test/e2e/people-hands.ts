import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, expect as soon } from '@playwright/test';
import { press } from '../support/press.ts';
import { timeOut } from './walk.ts';

/** A computer that is busy with other things takes its time, for a PIN above all. */
const expect = soon.configure({ timeout: 60_000 });

/** What hands do at the panels that ask for people, by what stands on the screen. */
export const panel = (page: Page) => page.locator('.access-panel');
export const chip = (page: Page) => page.locator('[data-action="person"]');

/** Figure by figure, and Enter. */
export async function typePin(page: Page, pin: string): Promise<void> {
  for (const figure of pin) await page.locator(`.pin-figures [data-figure="${figure}"]`).click();
  await page.locator('[data-action="pin-enter"]').click();
}

/** Opens the panel and chooses a name; whoever is signed in makes room. */
export async function choose(page: Page, name: string): Promise<void> {
  await chip(page).click();
  const other = page.locator('[data-action="switch"]');
  await expect(panel(page)).toBeVisible();
  if (await other.isVisible()) await other.click();
  await panel(page).locator(`[data-person="${name}"]`).click();
}

/** A service engineer adds somebody at the people screen. */
export async function addByHand(page: Page, name: string, role: string, pin: string): Promise<void> {
  await page.locator('[data-action="add-person"]').click();
  await page.locator('[name="personName"]').fill(name);
  await page.locator(`.person-form [data-role="${role}"]`).click();
  await typePin(page, pin);
  await expect(page.locator(`.person-rows [data-person="${name}"]`)).toBeVisible();
}

/** Nobody signs in: a name and a reason instead. */
export async function breakGlass(page: Page, name: string, reason: string): Promise<void> {
  await page.locator('[data-action="without-signing-in"]').click();
  await page.locator('[name="glassName"]').fill(name);
  await page.locator('[name="glassReason"]').fill(reason);
  await page.locator('[data-action="break-glass"]').click();
  await expect(panel(page)).toHaveCount(0);
}

export const primary = (page: Page) => page.locator('.primary-action');

/**
 * Presses what is next, whatever that is, until `reached`: on a computer that is busy with other things a link is lost
 * on the way, and there is more to press. `asks` answers where people are asked for.
 */
export async function goOn(
  page: Page,
  reached: () => Promise<boolean>,
  asks: () => Promise<void> = async () => {},
): Promise<void> {
  const acknowledge = page.locator('[data-action="acknowledge"]');
  await expect(async () => {
    if (await reached()) return;
    if ((await acknowledge.count()) > 0) await acknowledge.first().click({ timeout: 1000 });
    const next = primary(page);
    if ((await next.getAttribute('data-action', { timeout: 1000 })) === 'time-out') await timeOut(page);
    else if ((await next.getAttribute('aria-disabled', { timeout: 1000 })) === 'false') await press(next);
    await page.waitForTimeout(300);
    if ((await panel(page).count()) > 0) await asks();
    expect(await reached()).toBe(true);
  }).toPass({ timeout: 180_000, intervals: [200] });
}

export const says = (page: Page, title: string) => async () =>
  ((await primary(page).textContent({ timeout: 1000 })) ?? '').includes(title);

/** The phase that the strip shows. */
export const stepIs = (page: Page, name: string) => async () =>
  ((await page.locator('[aria-current="step"]').textContent({ timeout: 1000 })) ?? '').includes(name);

const shipped = join(import.meta.dirname, '../../assets/presets/42.5-celsius-60-min.json');

/** Files in `folder`: warm from the start, soon over, no rinse; `events` as in a scenario. */
export function quickFiles(folder: string, events: readonly object[] = []) {
  const preset = join(folder, 'preset.json');
  const scenario = join(folder, 'scenario.json');
  const short = { name: 'quick', minutes: 15, fillVolumeMl: 500, rinses: { count: 0, volumeMl: 500 } };
  writeFileSync(preset, JSON.stringify({ ...JSON.parse(readFileSync(shipped, 'utf8')), ...short }));
  const initial = { bodyCelsius: 41.9, cavityCelsius: 42.2, reservoirCelsius: 42.4, primed: true };
  writeFileSync(scenario, JSON.stringify({ initial, rig: { features: { core: false } }, events }));
  return { preset, scenario };
}
