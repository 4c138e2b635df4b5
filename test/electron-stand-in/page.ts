import type { CdpSession, Protocol } from './cdp.ts';
import type { Chromium } from './chromium.ts';
import { rgba } from './color.ts';
import { DocumentLoads } from './document-loads.ts';
import { type LogLine, listenToLog } from './page-log.ts';
import { answerRequest } from './page-requests.ts';
import {
  bindingName,
  deliverExpression,
  type FromPage,
  preloadScript,
  type ToPage,
} from './preload-world.ts';
import type { Schemes } from './schemes.ts';
import type { Theme } from './theme.ts';

export type Gone = {
  readonly reason: 'crashed' | 'killed' | 'oom' | 'abnormal-exit';
  readonly exitCode: number;
};

export interface PageSetup {
  readonly schemes: Schemes;
  readonly theme: Theme;
  /** Source text of the preload bundle, or `null`. */
  readonly preload: string | null;
  readonly javascript: boolean;
  readonly backgroundColor: string;
  readonly size: { readonly width: number; readonly height: number };
}

/** What happens in the page, told to the WebContents it belongs to. URLs are the ones main knows. */
export interface PageOwner {
  said(message: FromPage): void;
  /** The page itself wants to go to `url`. */
  mayNavigate(url: string): boolean;
  wantsWindow(url: string, frameName: string, features: string): void;
  navigated(url: string): void;
  loaded(): void;
  logged(line: LogLine): void;
  crashed(how: Gone): void;
  closed(): void;
}

/** One page of a Chromium, as a WebContents needs it. It survives a crash of its renderer, not of Chromium. */
export class Page {
  readonly #session: CdpSession;
  readonly #chromium: Chromium;
  readonly #targetId: string;
  readonly #setup: PageSetup;
  readonly #owner: PageOwner;
  readonly #loads: DocumentLoads;
  /** Documents that main asked for: nobody is asked whether the page may go there. */
  readonly #askedByMain = new Set<string>();
  #isOver = false;

  private constructor(
    chromium: Chromium,
    targetId: string,
    session: CdpSession,
    setup: PageSetup,
    owner: PageOwner,
  ) {
    this.#chromium = chromium;
    this.#targetId = targetId;
    this.#session = session;
    this.#setup = setup;
    this.#owner = owner;
    this.#loads = new DocumentLoads(session, targetId, () => owner.loaded());
  }

  /** `first`: take the page that Chromium has opened by itself, if there is one. */
  static async open(chromium: Chromium, first: boolean, setup: PageSetup, owner: PageOwner): Promise<Page> {
    const targetId = (first && (await firstPage(chromium))) || (await newPage(chromium));
    const { sessionId } = await chromium.browser.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(chromium, targetId, chromium.pipe.session(sessionId), setup, owner);
    page.#listen();
    page.#watch();
    await page.#prepare();
    return page;
  }

  /** The page is in a living Chromium, though its renderer may have crashed. */
  get isOpen(): boolean {
    return !this.#isOver;
  }

  /** Resolves when the document has loaded; rejects as `BrowserWindow.loadURL` does. */
  async navigate(url: string): Promise<void> {
    const asked = this.#setup.schemes.toPage(url);
    this.#askedByMain.add(asked);
    const { errorText, loaderId } = await this.#session.send('Page.navigate', { url: asked });
    this.#askedByMain.delete(asked);
    if (errorText) throw new Error(`${errorText.replace('net::', '')} loading '${url}'`);
    if (loaderId) await this.#loads.wait(loaderId);
  }

  async reload(url: string): Promise<void> {
    this.#askedByMain.add(this.#setup.schemes.toPage(url));
    await this.#session.send('Page.reload');
  }

  deliver(message: ToPage): void {
    // A message to a document that is going away is lost, as it is in Electron.
    this.#session.send('Runtime.evaluate', { expression: deliverExpression(message) }).catch(() => {});
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.#session.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  async pdf(options: Protocol.Page.printToPDFParameters): Promise<Buffer> {
    const { data } = await this.#session.send('Page.printToPDF', options);
    return Buffer.from(data, 'base64');
  }

  /** The renderer dies as by a crash; Chromium never answers this command. */
  crash(): void {
    this.#session.send('Page.crash').catch(() => {});
  }

  async setFullScreen(on: boolean): Promise<void> {
    const { browser } = this.#chromium;
    const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId: this.#targetId });
    const windowState = on ? 'fullscreen' : 'normal';
    await browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
  }

  async focus(): Promise<void> {
    await this.#session.send('Page.bringToFront');
  }

  /** Ends without telling the owner. */
  async close(): Promise<void> {
    this.#isOver = true;
    this.#loads.end();
    await this.#chromium.browser.send('Target.closeTarget', { targetId: this.#targetId }).catch(() => {});
  }

  async #prepare(): Promise<void> {
    const { preload, javascript, backgroundColor, size, theme } = this.#setup;
    const session = this.#session;
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.enable'),
      session.send('Log.enable'),
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      session.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
      session.send('Emulation.setDefaultBackgroundColorOverride', { color: rgba(backgroundColor) }),
    ]);
    theme.follow((source) => {
      const features = [{ name: 'prefers-color-scheme', value: source === 'system' ? '' : source }];
      session.send('Emulation.setEmulatedMedia', { features }).catch(() => {});
    });
    if (!javascript) await session.send('Emulation.setScriptExecutionDisabled', { value: true });
    if (this.#chromium.headless) {
      const exact = { ...size, deviceScaleFactor: 1, mobile: false };
      await session.send('Emulation.setDeviceMetricsOverride', exact);
    }
    if (preload !== null) {
      await session.send('Runtime.addBinding', { name: bindingName });
      await session.send('Page.addScriptToEvaluateOnNewDocument', { source: preloadScript(preload) });
    }
  }

  #listen(): void {
    const session = this.#session;
    const owner = this.#owner;
    const { schemes } = this.#setup;
    /** Asked for the page's own document: main's own wishes pass, the page's are put to the owner. */
    const mayGo = (frameId: string, url: string): boolean =>
      frameId !== this.#targetId || this.#askedByMain.delete(url) || owner.mayNavigate(schemes.fromPage(url));
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === bindingName) owner.said(JSON.parse(payload));
    });
    session.on('Fetch.requestPaused', (paused) => {
      // A page that goes away while it is answered takes its request with it.
      answerRequest(session, paused, schemes, mayGo).catch(() => {});
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (!frame.parentId) owner.navigated(schemes.fromPage(frame.url));
    });
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) =>
      owner.wantsWindow(schemes.fromPage(url), windowName, windowFeatures.join(',')),
    );
    listenToLog(session, (line) => owner.logged(line));
  }

  #watch(): void {
    const { browser, ended } = this.#chromium;
    browser.on('Target.targetCrashed', ({ targetId, status, errorCode }) => {
      if (targetId === this.#targetId && !this.#isOver) this.#owner.crashed(goneBy(status, errorCode));
    });
    browser.on('Target.targetDestroyed', ({ targetId }) => {
      if (targetId === this.#targetId) this.#over(() => this.#owner.closed());
    });
    browser.on('Target.targetCreated', ({ targetInfo }) => {
      // A window that the page opened: the owner has refused it, so it goes at once.
      if (targetInfo.openerId === this.#targetId) {
        browser.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => {});
      }
    });
    ended.then(({ byItself, exitCode }) => {
      this.#over(() =>
        byItself ? this.#owner.closed() : this.#owner.crashed({ reason: 'killed', exitCode }),
      );
    });
  }

  #over(tell: () => void): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#loads.end();
    tell();
  }
}

async function firstPage({ browser }: Chromium): Promise<string | null> {
  await browser.send('Target.setDiscoverTargets', { discover: true });
  const { targetInfos } = await browser.send('Target.getTargets');
  return targetInfos.find(({ type }) => type === 'page')?.targetId ?? null;
}

async function newPage({ browser }: Chromium): Promise<string> {
  // A window each: a page in a background tab would stop painting.
  return (await browser.send('Target.createTarget', { url: 'about:blank', newWindow: true })).targetId;
}

function goneBy(status: string, exitCode: number): Gone {
  const known = status === 'killed' || status === 'crashed' || status === 'oom';
  return { reason: known ? status : 'abnormal-exit', exitCode };
}
