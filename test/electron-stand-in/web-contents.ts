import type { IpcMainInvokeEvent, Session, WebContents, WebFrameMain } from 'electron';
import { partOf } from './absent.ts';
import type { Chromiums } from './chromiums.ts';
import { electronEvent, emitterOf } from './emitter.ts';
import type { IpcHandlers } from './ipc-main.ts';
import { jsonCopy } from './json-only.ts';
import { imageFromPng } from './native-image.ts';
import { type Gone, Page, type PageOwner, type PageSetup } from './page.ts';
import type { LogLine } from './page-log.ts';
import { chromiumPdfOptions } from './paper.ts';
import type { FromPage } from './preload-world.ts';

export interface ContentsSetup extends PageSetup {
  readonly id: number;
  readonly chromiums: Chromiums;
  readonly ipc: IpcHandlers;
  readonly session: Session;
  readonly preloadPath: string;
  readonly shown: boolean;
  readonly kiosk: boolean;
  /** The user closed the window; `false`: it is to come back. */
  readonly closedByUser: () => boolean;
}

const happen = [
  'will-navigate',
  'did-navigate',
  'did-finish-load',
  'did-fail-load',
  'render-process-gone',
  'console-message',
  'preload-error',
  'destroyed',
];
const never = ['unresponsive', 'responsive', 'will-attach-webview'];

/** The view of one window: its page in Chromium, which may die and be opened again, behind Electron's interface. */
export class Contents implements PageOwner {
  readonly electron: WebContents;
  readonly #emitter = emitterOf('webContents', happen, never);
  readonly #setup: ContentsSetup;
  #page: Promise<Page>;
  #hasPage = true;
  #isDestroyed = false;
  #url = '';
  #openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] | null = null;

  constructor(setup: ContentsSetup) {
    this.#setup = setup;
    this.electron = this.#asElectron();
    this.#page = this.#open();
  }

  async loadURL(url: string): Promise<void> {
    this.#url = url;
    try {
      await (await this.#page).navigate(url);
    } catch (error) {
      const [name, code] = /(ERR_\w+)(?: \((-?\d+)\))?/.exec(String(error))?.slice(1) ?? [];
      this.#emit('did-fail-load', {}, Number(code ?? -2), name ?? 'ERR_FAILED', url, true, 1, 1);
      throw error;
    }
  }

  async withPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
    return use(await this.#page);
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.#page.then((page) => page.close()).catch(() => {});
    this.#emit('destroyed', {});
  }

  /** Loads the same document again, in a new Chromium if the old one is gone. */
  reload(): void {
    if (this.#hasPage) {
      this.#page.then((page) => page.reload(this.#url)).catch(() => {});
      return;
    }
    this.#hasPage = true;
    this.#page = this.#open();
    this.loadURL(this.#url).catch(() => {});
  }

  said(message: FromPage): void {
    if (message.kind === 'preload-error') {
      console.error(`Unable to load preload script: ${this.#setup.preloadPath}\n${message.message}`);
      this.#emit('preload-error', {}, this.#setup.preloadPath, new Error(message.message));
      return;
    }
    const { id, channel, args } = message;
    const page = this.#page;
    this.#setup.ipc.invoke(this.#invokeEvent(), id, channel, args).then(async (reply) => {
      (await page).deliver(reply);
    });
  }

  mayNavigate(url: string): boolean {
    return !this.#emit('will-navigate', { url, isSameDocument: false, isMainFrame: true }, url)
      .defaultPrevented;
  }

  wantsWindow(url: string, frameName: string, features: string): void {
    const answer = this.#openHandler?.({
      url,
      frameName,
      features,
      disposition: 'new-window',
      referrer: { url: this.#url, policy: 'default' },
    });
    if (answer?.action === 'allow') {
      throw new Error('The Electron stand-in does not provide windows opened by a page; deny them.');
    }
  }

  navigated(url: string): void {
    if (url === 'about:blank') return;
    this.#url = url;
    this.#emit('did-navigate', {}, url, 200, 'OK');
  }

  loaded(): void {
    this.#emit('did-finish-load', {});
  }

  logged({ level, message, lineNumber, sourceId }: LogLine): void {
    const url = this.#setup.schemes.fromPage(sourceId);
    this.#emit('console-message', { level, message, lineNumber, sourceId: url });
  }

  crashed({ reason, exitCode }: Gone): void {
    // A crashed renderer leaves its page in Chromium to be loaded again; a killed Chromium leaves nothing.
    this.#page.then(async (page) => {
      this.#hasPage = page.isOpen;
      this.#emit('render-process-gone', {}, { reason, exitCode });
    });
  }

  closed(): void {
    if (this.#isDestroyed) return;
    this.#hasPage = false;
    if (!this.#setup.closedByUser()) this.reload();
  }

  async #open(): Promise<Page> {
    const { chromiums, shown, size, kiosk } = this.#setup;
    const { chromium, fresh } = await chromiums.for(shown, { size, kiosk });
    return Page.open(chromium, fresh, this.#setup, this);
  }

  #emit(name: string, details: object, ...args: unknown[]): Electron.Event {
    const event = electronEvent(details);
    this.#emitter.emit(name, event, ...args);
    return event;
  }

  #invokeEvent(): IpcMainInvokeEvent {
    const senderFrame = partOf<WebFrameMain>('WebFrameMain', { url: this.#url, parent: null });
    return partOf<IpcMainInvokeEvent>('IpcMainInvokeEvent', {
      type: 'frame',
      sender: this.electron,
      senderFrame,
    });
  }

  #asElectron(): WebContents {
    return partOf<WebContents>(
      'webContents',
      {
        id: this.#setup.id,
        session: this.#setup.session,
        loadURL: (url) => this.loadURL(url),
        reload: () => this.reload(),
        getURL: () => this.#url,
        isDestroyed: () => this.#isDestroyed,
        send: (channel, ...args) => {
          const sent = args.map((argument, at) => jsonCopy(argument, `argument ${at + 1} of ${channel}`));
          this.#page.then((page) => page.deliver({ kind: 'push', channel, args: sent })).catch(() => {});
        },
        setWindowOpenHandler: (handler) => {
          this.#openHandler = handler;
        },
        forcefullyCrashRenderer: () => {
          this.#page.then((page) => page.crash()).catch(() => {});
        },
        printToPDF: (options) => this.withPage((page) => page.pdf(chromiumPdfOptions(options))),
        capturePage: async () => imageFromPng(await this.withPage((page) => page.screenshot())),
      },
      this.#emitter,
    );
  }
}
