import { expect, type Page } from '@playwright/test';
import type { Staff } from '../support/staff.ts';
import { panel, typePin } from './people-hands.ts';

/** One name of those that are offered, and the PIN. */
export async function namedWithPin(page: Page, who: Staff, pin: string = who.pin): Promise<void> {
  await panel(page).locator(`[data-person="${who.name}"]`).click();
  await typePin(page, pin);
}

/** The console asks for somebody else beside whoever is signed in: first a slip of the finger, then the right PIN. */
export async function secondPerson(page: Page, who: Staff, me: Staff): Promise<void> {
  const asking = panel(page);
  await expect(asking).toContainText('A second person signs');
  // Nobody stands for two.
  await expect(asking.locator(`[data-person="${me.name}"]`)).toHaveCount(0);
  await namedWithPin(page, who);
  await expect(asking).toHaveCount(0);
}

/** What was pressed is not for whoever is signed in: the screen says so, and the person turns away. */
export async function turnedAway(page: Page, why: string): Promise<void> {
  await expect(panel(page)).toContainText(why);
  await page.locator('[data-action="close-access"]').click();
  await expect(panel(page)).toHaveCount(0);
}

/** Whoever takes the run over signs for it. */
export async function takeOver(page: Page, who: Staff): Promise<void> {
  await page.locator('[data-action="person"]').click();
  await page.locator('[data-action="take-chair"]').click();
  await namedWithPin(page, who);
  await expect(panel(page)).toHaveCount(0);
}
