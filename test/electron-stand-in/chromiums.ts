import { type Chromium, type Launch, launchChromium } from './chromium.ts';

/**
 * The running Chromiums: shown windows live in one with a window on the display, hidden ones (a PDF being
 * printed) in a headless one, so that they never appear. Without a display both are the headless one.
 */
export class Chromiums {
  readonly #headless: boolean;
  readonly #switches: readonly string[];
  readonly #running = new Map<'shown' | 'hidden', Promise<Chromium>>();
  readonly #alive = new Set<Chromium>();

  constructor(headless: boolean, switches: readonly string[]) {
    this.#headless = headless;
    this.#switches = switches;
  }

  /** `fresh`: it was started for this window, whose page it may have opened already. */
  async for(
    shown: boolean,
    window: Pick<Launch, 'size' | 'kiosk'>,
  ): Promise<{ chromium: Chromium; fresh: boolean }> {
    const kind = shown && !this.#headless ? 'shown' : 'hidden';
    const running = this.#running.get(kind);
    if (running) return { chromium: await running, fresh: false };
    const isFirstKind = kind === 'shown' || this.#headless;
    const started = launchChromium({
      ...window,
      headless: kind === 'hidden',
      switches: isFirstKind ? this.#switches : [],
    });
    this.#running.set(kind, started);
    const chromium = await started.catch((error: unknown) => {
      this.#running.delete(kind);
      throw error;
    });
    this.#alive.add(chromium);
    chromium.ended.then(() => {
      this.#alive.delete(chromium);
      if (this.#running.get(kind) === started) this.#running.delete(kind);
    });
    return { chromium, fresh: true };
  }

  async closeAll(): Promise<void> {
    await Promise.allSettled([...this.#running.values()].map(async (one) => (await one).close()));
  }

  killAll(): void {
    for (const chromium of this.#alive) chromium.kill();
  }
}
