import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { openConsoleWindow } from './console-window.ts';
import { logViewErrors } from './view-log.ts';
import { watchView } from './view-watch.ts';

export interface ViewOptions {
  readonly preload: string;
  readonly headless: boolean;
  readonly after: (ms: number, run: () => void) => void;
  readonly say: (line: string) => void;
}

/** The console's window, with everything that watches its view for as long as it lives. */
export function openView(
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow,
  { preload, headless, after, say }: ViewOptions,
): BrowserWindow {
  const window = openConsoleWindow(
    Window,
    { preload, title: 'Isotherm', size: { width: 1280, height: 800 }, visible: !headless, kiosk: false },
    say,
  );
  logViewErrors(window.webContents, say);
  watchView(window.webContents, after, (trouble) =>
    say(`The view ${trouble.kind === 'hung' ? 'hangs' : `is gone (${trouble.reason})`}; it is loaded again.`),
  );
  return window;
}
