import type { Locator } from 'playwright-core';

/**
 * A hand presses a button as it asks to be pressed: one that is to be held, until it has acted; once more, where what it
 * waits for was gone for a moment.
 */
export async function press(button: Locator): Promise<void> {
  if ((await button.getAttribute('data-hold')) === null) return button.click();
  do {
    // As a click does, it waits until it may be.
    await button.and(button.page().locator('[aria-disabled="false"]')).waitFor();
  } while ((await hold(button)) === 'ready');
}

/** Holds down what is held until it is over, or for `ms`; answers how it stands then. `gone`: another is in its place. */
export async function hold(button: Locator, ms: number | null = null): Promise<string | null> {
  const page = button.page();
  await button.hover({ force: true });
  const held = await button.elementHandle();
  if (held === null) return 'gone';
  await page.mouse.down();
  if (ms !== null) await page.waitForTimeout(ms);
  while (ms === null && (await held.getAttribute('data-hold')) === 'holding') await page.waitForTimeout(50);
  const stands = (await held.isVisible()) ? await held.getAttribute('data-hold') : 'gone';
  await page.mouse.up();
  return stands;
}
