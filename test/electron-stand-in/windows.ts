import type { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { partOf } from './absent.ts';
import type { Chromiums } from './chromiums.ts';
import { electronEvent, emitterOf } from './emitter.ts';
import type { IpcHandlers } from './ipc-main.ts';
import type { Schemes } from './schemes.ts';
import type { SessionModule } from './session.ts';
import type { Theme } from './theme.ts';
import { Contents } from './web-contents.ts';
import { takeOptions } from './window-options.ts';

export interface WindowParts {
  readonly chromiums: Chromiums;
  readonly ipc: IpcHandlers;
  readonly schemes: Schemes;
  readonly theme: Theme;
  readonly session: SessionModule;
  readonly isReady: () => boolean;
  /** There is no display: showing and hiding is a word only. */
  readonly headless: boolean;
  readonly app: EventEmitter;
}

/** All windows, and the `BrowserWindow` class that makes them. */
export class Windows {
  readonly BrowserWindow: typeof BrowserWindow;
  readonly #open = new Map<BrowserWindow, { destroy(): void; close(): boolean }>();
  readonly #parts: WindowParts;
  #lastId = 0;
  /** The program is ending: that the last window closes is no news. */
  isQuitting = false;

  constructor(parts: WindowParts) {
    this.#parts = parts;
    const make = (options: BrowserWindowConstructorOptions) => this.#make(options);
    const statics = { getAllWindows: () => [...this.#open.keys()] } satisfies Partial<typeof BrowserWindow>;
    const Window = class {
      constructor(options: BrowserWindowConstructorOptions = {}) {
        // biome-ignore lint/correctness/noConstructorReturn: Electron's windows are made with `new`.
        return make(options);
      }
    };
    this.BrowserWindow = partOf<typeof BrowserWindow>(
      'BrowserWindow',
      Object.assign(Window, statics) as object,
    );
  }

  /** Asks every window to close; `false` when one refused. */
  closeAll(): boolean {
    return [...this.#open.values()].every((window) => window.close());
  }

  destroyAll(): void {
    for (const window of [...this.#open.values()]) window.destroy();
  }

  #make(options: BrowserWindowConstructorOptions): BrowserWindow {
    const { app, isReady, headless, session, ...shared } = this.#parts;
    if (!isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const wanted = takeOptions(options);
    this.#lastId += 1;
    const id = this.#lastId;
    const emitter = emitterOf(
      'BrowserWindow',
      ['close', 'closed', 'show', 'hide'],
      // The window manager's doings are not heard of, and sessions end by a signal.
      [
        'unresponsive',
        'responsive',
        'minimize',
        'restore',
        'focus',
        'blur',
        'query-session-end',
        'session-end',
      ],
    );
    let isDestroyed = false;
    let isVisible = wanted.shown;
    let isFullScreen = wanted.kiosk;

    const destroy = () => {
      if (isDestroyed) return;
      isDestroyed = true;
      contents.destroy();
      this.#open.delete(window);
      emitter.emit('closed', electronEvent({}));
      if (this.#open.size === 0 && !this.isQuitting) app.emit('window-all-closed');
    };
    const close = (): boolean => {
      const event = electronEvent({});
      if (!isDestroyed) emitter.emit('close', event);
      if (!event.defaultPrevented) destroy();
      return !event.defaultPrevented;
    };
    const setVisible = (visible: boolean) => {
      if (!headless && visible !== isVisible) {
        throw new Error('The Electron stand-in does not provide showing and hiding a window on a display.');
      }
      isVisible = visible;
      emitter.emit(visible ? 'show' : 'hide');
    };

    const contents = new Contents({
      ...shared,
      ...wanted,
      id,
      session: session.defaultSession,
      preload: wanted.preloadPath === '' ? null : readFileSync(wanted.preloadPath, 'utf8'),
      closedByUser: close,
    });
    const window = partOf<BrowserWindow>(
      'BrowserWindow',
      {
        id,
        webContents: contents.electron,
        loadURL: (url) => contents.loadURL(url),
        close: () => void close(),
        destroy,
        isDestroyed: () => isDestroyed,
        show: () => setVisible(true),
        hide: () => setVisible(false),
        isVisible: () => isVisible,
        isMinimized: () => false,
        restore: () => {},
        moveTop: () => {},
        focus: () => void contents.withPage((page) => page.focus()).catch(() => {}),
        isFullScreen: () => isFullScreen,
        setFullScreen: (on) => {
          isFullScreen = on;
          contents.withPage((page) => page.setFullScreen(on)).catch(() => {});
        },
      },
      emitter,
    );
    this.#open.set(window, { destroy, close });
    app.emit('web-contents-created', electronEvent({}), contents.electron);
    app.emit('browser-window-created', electronEvent({}), window);
    return window;
  }
}
