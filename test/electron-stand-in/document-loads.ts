import type { CdpSession } from './cdp.ts';

/** Which documents of a page's main frame have loaded, by Chromium's loader id. */
export class DocumentLoads {
  readonly #loaded = new Set<string>();
  readonly #waiting = new Map<string, { resolve(): void; reject(error: Error): void }>();

  constructor(session: CdpSession, mainFrameId: string, loaded: () => void) {
    session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      if (frameId !== mainFrameId || name !== 'load') return;
      this.#loaded.add(loaderId);
      this.#waiting.get(loaderId)?.resolve();
      loaded();
    });
  }

  /** Rejects when the page ends before. */
  wait(loaderId: string): Promise<void> {
    if (this.#loaded.has(loaderId)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#waiting.set(loaderId, { resolve, reject });
    });
  }

  end(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('ERR_ABORTED: the page is gone'));
    this.#waiting.clear();
  }
}
