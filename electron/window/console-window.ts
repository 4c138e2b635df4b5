import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { consoleUrl } from './app-scheme.ts';

export interface ConsoleWindowOptions {
  readonly preload: string;
  readonly title: string;
  /** Content size in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** `false`: the same page without a window on a screen, for a headless run. */
  readonly visible: boolean;
  /** Fills the screen, without a frame and without a way to another program. */
  readonly kiosk: boolean;
}

/** The smallest content that holds the run screen. */
export const smallestSize = { width: 1024, height: 768 } as const;

/** Shown until the first frame is painted: the dark of the run screen, so that nothing flashes in a dark room. */
const darkBeforeLoad = '#0b0f14';

export function consoleWindowOptions(given: ConsoleWindowOptions): BrowserWindowConstructorOptions {
  return {
    ...given.size,
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    useContentSize: true,
    title: given.title,
    show: given.visible,
    kiosk: given.kiosk,
    autoHideMenuBar: true,
    backgroundColor: darkBeforeLoad,
    webPreferences: {
      preload: given.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // A covered window must go on painting: main takes a view that stops for broken.
      backgroundThrottling: false,
    },
  };
}

/** The one window of the console. It is returned at once; its page loads meanwhile and a failure is said. */
export function openConsoleWindow(
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow,
  options: ConsoleWindowOptions,
  say: (line: string) => void,
): BrowserWindow {
  const window = new Window(consoleWindowOptions(options));
  window.loadURL(consoleUrl).catch((error: Error) => {
    say(`The console's page did not load: ${error.message}. Build it again: out/renderer/index.html.`);
  });
  return window;
}
