import type { ElementHandle, Locator } from 'playwright-core';

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
  const held = await button.elementHandle({ timeout: 10_000 }).catch(() => null);
  if (held === null) return 'gone';
  if (!(await reached(held))) return 'ready';
  const called = () =>
    held.evaluate((one) => `${one.dataset.action} ${one.querySelector('.button-title')?.textContent}`);
  const was = await called();
  await page.mouse.down();
  if (ms !== null) await page.waitForTimeout(ms);
  // One that is no longer on the page stands for ever as it stood then.
  const stands = async () => ((await held.isVisible()) ? await held.getAttribute('data-hold') : 'gone');
  while (ms === null && (await stands()) === 'holding') await page.waitForTimeout(50);
  // What is next takes the place of what was held, in the same element.
  const ended = (await called().catch(() => 'gone')) === was ? await stands() : 'gone';
  await page.mouse.up();
  return ended;
}

/** Brings the pointer over it; what leaves the page meanwhile is not reached. */
async function reached(held: ElementHandle): Promise<boolean> {
  try {
    await held.hover({ force: true });
    return true;
  } catch (error) {
    if (await held.isVisible()) throw error;
    return false;
  }
}
