import type { CDPSession, Locator, Page } from 'playwright-core';

/** A finger on the glass, as the browser is told of one by a touch panel. */
export class Finger {
  readonly #session: CDPSession;
  #at = { x: 0, y: 0 };

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  async down(button: Locator): Promise<void> {
    const box = await button.boundingBox();
    if (box === null) throw new Error('there is nothing to touch');
    this.#at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await this.#send('touchStart');
  }

  async slip(x: number, y: number): Promise<void> {
    for (let step = 1; step <= 4; step += 1) {
      this.#at = { x: this.#at.x + x / 4, y: this.#at.y + y / 4 };
      await this.#send('touchMove');
    }
  }

  async up(): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async tap(button: Locator): Promise<void> {
    await this.down(button);
    await this.up();
  }

  async #send(type: 'touchStart' | 'touchMove'): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints: [this.#at] });
  }
}
