import { type Locator, type Page, expect as soon } from '@playwright/test';
import { test } from '../support/console.ts';
import { staff } from '../support/staff.ts';
import { picture } from './walk.ts';

/** A computer that is busy with other things takes its time, for a PIN above all. */
const expect = soon.configure({ timeout: 60_000 });

/** Behind typed text a button takes no Enter for half a second: a scanner sends one with its code. */
const afterTypingMs = 600;
/** As quick as a hand is, ms. */
const strokeMs = 60;

interface Focus {
  readonly what: string;
  /** Why it cannot be seen that this has the focus; '' where it can. */
  readonly unseen: string;
}

/** What has the focus as the page stands; `null`: nothing has. */
const focused = (page: Page): Promise<Focus | null> =>
  page.evaluate(`(() => {
    const one = document.activeElement;
    if (one === null || one === document.body || one === document.documentElement) return null;
    const what = [one.tagName, one.className, one.getAttribute('name'), one.textContent].join(' ').slice(0, 80);
    const { left, right, top, bottom } = one.getBoundingClientRect();
    if (right <= 0 || left >= innerWidth || bottom <= 0 || top >= innerHeight)
      return { what, unseen: 'outside the window, at ' + top + ' to ' + bottom };
    const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (seen === null || !(one.contains(seen) || seen.contains(one) || seen.closest('label') !== null))
      return { what, unseen: 'covered by ' + seen?.className };
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    const isRinged = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    return { what, unseen: isRinged ? '' : 'without a ring' };
  })()`) as Promise<Focus | null>;

/** Which of those has the focus; -1: none. */
const focusedAmong = (all: Locator): Promise<number> =>
  all.evaluateAll((each) => each.findIndex((one) => one.matches(':focus')));

/** A person at a keyboard, who sees at each stroke where they are. */
class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async #stands(): Promise<void> {
    await this.#page.waitForTimeout(30);
    let focus = await focused(this.#page);
    for (let tries = 0; tries < 20 && (focus === null || focus.unseen !== ''); tries += 1) {
      await this.#page.waitForTimeout(50);
      focus = await focused(this.#page);
    }
    expect(focus, 'the focus has fallen to the page').not.toBeNull();
    expect(focus?.unseen, focus?.what).toBe('');
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
    await this.#stands();
  }

  /** Tab by Tab, and no way round it. */
  async to(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await target.waitFor();
    const passed: string[] = [];
    for (let strokes = 0; strokes < 140; strokes += 1) {
      if ((await focusedAmong(target)) === 0) return;
      await this.#page.keyboard.press(key);
      const focus = await focused(this.#page);
      // Behind the last is the frame of the window, and before the first.
      if (focus === null) {
        await this.#page.keyboard.press(key);
        passed.push('— round —');
      }
      await this.#stands();
      passed.push((await focused(this.#page))?.what ?? '');
    }
    throw new Error(`not reached by ${key}: ${target}\n${passed.join('\n')}`);
  }

  async take(target: Locator, by: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.to(target);
    await this.press(by);
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.write(text);
    await expect(target).toHaveValue(text);
  }

  async write(text: string): Promise<void> {
    await this.#page.keyboard.type(text, { delay: strokeMs });
    await this.#page.waitForTimeout(afterTypingMs);
    await this.#stands();
  }

  /** A list of questions: from row to row by the arrows, right for what stands first there. */
  async answer(rows: Locator, strokes: (row: Locator) => Promise<number>): Promise<void> {
    await this.to(rows.first().locator('[role="radio"][tabindex="0"]'));
    const all = await rows.all();
    for (const [index, row] of all.entries()) {
      const radios = row.locator('[role="radio"]');
      const wanted = await strokes(row);
      for (let step = 0; step < 4; step += 1) {
        const at = await focusedAmong(radios);
        expect(at, `row ${index} has the focus`).toBeGreaterThanOrEqual(0);
        if (at === wanted) break;
        await this.press(at < wanted ? 'ArrowRight' : 'ArrowLeft');
      }
      await this.press('Enter');
      if (index < all.length - 1) await this.press('ArrowDown');
    }
  }

  /** Held down as long as the button asks. */
  async hold(target: Locator): Promise<void> {
    await this.to(target);
    await this.#page.keyboard.down('Enter');
    await this.#page.waitForTimeout(1400);
    await this.#page.keyboard.up('Enter');
  }
}

for (const language of ['en', 'zh'] as const) {
  test(`from sign-in to a started run by keyboard alone (${language})`, async ({ launch }) => {
    test.setTimeout(300_000);
    const { page } = await launch({ args: ['--speed', '20', '--language', language] });
    await expect(page.locator('[name="familyName"]')).toBeVisible();
    const hands = new Keyboard(page);
    const named = (name: string) => page.locator(`input[name="${name}"]`);
    const choice = (field: string, value: string) =>
      page.locator(`[name="${field}"] [data-value="${value}"]`);

    await hands.take(page.locator('[data-action="person"]'));
    await hands.take(page.locator(`.access-panel [data-person="${staff.perfusionist.name}"]`));
    await expect(page.locator('[name="pin"]')).toBeFocused();
    await hands.write(staff.perfusionist.pin);
    await page.keyboard.press('Enter');
    await expect(page.locator('.access-panel')).toHaveCount(0);
    // Back where it was opened.
    await expect(page.locator('[data-action="person"]')).toBeFocused();
    await expect(page.locator('[data-action="person"]')).toContainText(staff.perfusionist.name);

    await hands.type(named('familyName'), 'DEMO');
    await hands.type(named('givenName'), 'PATIENT');
    await hands.type(named('birthDate'), '1968-04-12');
    await hands.take(choice('sex', 'female'), 'Space');
    await hands.type(named('identifiers.0.value'), '20488317');
    await hands.type(named('heightCm'), '170');
    await hands.type(named('weightKg'), '68');
    await hands.take(choice('allergyAnswer', 'none-known'));
    await hands.take(choice('fluidBefore', 'no'));
    await picture(page, `keyboard-1-${language}`);

    const next = page.locator('[data-action="next-section"]');
    await hands.take(next);
    await hands.take(choice('technique', 'closed'));
    await hands.take(choice('setting', 'intra-operative'));
    await hands.type(named('prescriber'), 'Prescriber');
    await hands.type(named('surgeon'), 'Surgeon');
    await expect(named('perfusionist')).toHaveValue(staff.perfusionist.name);

    await hands.take(next);
    await hands.take(page.locator('.preset-card', { hasText: '42.5 °C × 60 min' }).first());
    await hands.take(next);
    await hands.take(page.locator('[data-action="add-drug"]'));
    await hands.type(named('drugs.0.name'), 'as entered by the team');
    await hands.take(next);
    // Probes lie where they usually do; each is said by a key.
    for (const site of ['site2', 'site3', 'site4'])
      await hands.to(page.locator(`[name="${site}"] [aria-pressed="true"]`).first());
    await hands.take(next);

    await hands.answer(page.locator('.answer-row:has([data-value="no"])'), (row) => place(row, 'no'));
    await hands.answer(page.locator('.answer-row:has([data-value="done"])'), async (row) =>
      place(row, (await row.getAttribute('data-row')) === 'alarms-tried' ? 'not-applicable' : 'done'),
    );
    await picture(page, `keyboard-2-${language}`);
    await expect(page.locator('.missing')).toBeVisible();
    await expect(async () => {
      await hands.hold(page.locator('[data-action="start-run"]'));
      await expect(page.locator('.run-screen')).toBeVisible({ timeout: 20_000 });
    }).toPass({ timeout: 90_000 });
    await picture(page, `keyboard-3-${language}`);
    await hands.to(page.locator('[data-action="stop-run"]'));
  });
}

/** Where among its answers. */
const place = (row: Locator, answer: string): Promise<number> =>
  row
    .locator('[role="radio"]')
    .evaluateAll(
      (each, wanted) => each.findIndex((one) => one.getAttribute('data-value') === wanted),
      answer,
    );
