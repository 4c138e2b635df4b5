import type { Locator, Page } from '@playwright/test';
import { Finger } from '../support/finger.ts';
import { hold } from '../support/press.ts';

/** A question of the set-up by its name, and how it stands answered. */
export type Answers = Readonly<Record<string, string>>;

/** Fingers on the glass and a keyboard, counted: what a session costs whoever sets it up. */
export class Hands {
  readonly page: Page;
  readonly #finger: Finger;
  touches = 0;
  typed = 0;

  private constructor(page: Page, finger: Finger) {
    this.page = page;
    this.#finger = finger;
  }

  static async of(page: Page): Promise<Hands> {
    return new Hands(page, await Finger.of(page));
  }

  forget(): void {
    this.touches = 0;
    this.typed = 0;
  }

  /** A touch on what can be seen, stands still and lies under nothing. */
  async touch(button: Locator): Promise<void> {
    await button.click({ trial: true });
    await this.#finger.tap(button);
    this.touches += 1;
  }

  /** A field is touched and typed into, which counts once. */
  async type(field: Locator, text: string): Promise<void> {
    await field.click({ trial: true });
    await this.#finger.tap(field);
    await field.selectText();
    await this.page.keyboard.insertText(text);
    this.typed += 1;
  }

  /** Held until it has acted: once more, where what it waits for was gone for a moment. */
  async hold(button: Locator): Promise<void> {
    await button.and(this.page.locator('[aria-disabled="false"]')).waitFor({ timeout: patienceMs });
    while ((await hold(button)) === 'ready');
    this.touches += 1;
  }
}

/** How long a scaled treatment may take to its next step on a computer that is busy with other things, ms. */
export const patienceMs = 90_000;

/** Every question of the section that is shown, as it stands answered on the screen. */
export const answersOn = (page: Page): Promise<Answers> => page.evaluate(readAnswers);

const readAnswers = `(() => {
  const found = {};
  const form = document.querySelector('.setup-form');
  for (const field of form.querySelectorAll('input, select'))
    found['field ' + (field.name || field.ariaLabel)] = field.value;
  for (const choice of form.querySelectorAll('fieldset')) {
    const pressed = [...choice.querySelectorAll('[data-value]')].filter(
      (one) => one.closest('fieldset') === choice && one.ariaPressed === 'true');
    if (choice.querySelector('[data-value]'))
      found['choice ' + (choice.name || choice.ariaLabel)] = pressed.map((one) => one.dataset.value).join();
  }
  for (const row of form.querySelectorAll('.answer-row')) found['row ' + row.dataset.row] = row.dataset.answer;
  return found;
})()`;

/** The questions that stand answered otherwise now. */
export const changed = (before: Answers, after: Answers): string[] =>
  Object.keys(before).filter((name) => name in after && before[name] !== after[name]);
