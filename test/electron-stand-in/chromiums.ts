import { type Chromium, type Launch, launchChromium } from './chromium.ts';

/**
 * The running Chromiums. A window on the display has one of its own, which ends with it; all others (no display,
 * or a hidden window that prints) share a headless one, so that they never appear.
 */
export class Chromiums {
  readonly #headless: boolean;
  readonly #switches: readonly string[];
  readonly #alive = new Set<Chromium>();
  #shared: Promise<Chromium> | null = null;

  constructor(headless: boolean, switches: readonly string[]) {
    this.#headless = headless;
    this.#switches = switches;
  }

  /** `fresh`: it was started for this window, and its first page is for it. */
  async for(
    shown: boolean,
    window: Pick<Launch, 'size' | 'kiosk'>,
  ): Promise<{ chromium: Chromium; fresh: boolean }> {
    const switches = this.#switches;
    if (shown && !this.#headless) {
      return { chromium: await this.#launch({ ...window, headless: false, switches }), fresh: true };
    }
    if (this.#shared) return { chromium: await this.#shared, fresh: false };
    // A DevTools port given on the command line is the main window's; two cannot have it.
    this.#shared = this.#launch({ ...window, headless: true, switches: this.#headless ? switches : [] });
    const forget = () => {
      this.#shared = null;
    };
    const chromium = await this.#shared.catch((error: unknown) => {
      forget();
      throw error;
    });
    chromium.ended.then(forget);
    return { chromium, fresh: true };
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.#alive].map((chromium) => chromium.close()));
  }

  killAll(): void {
    for (const chromium of this.#alive) chromium.kill();
  }

  async #launch(launch: Launch): Promise<Chromium> {
    const chromium = await launchChromium(launch);
    this.#alive.add(chromium);
    chromium.ended.then(() => this.#alive.delete(chromium));
    return chromium;
  }
}
