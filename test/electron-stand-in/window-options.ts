import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';

/** What of Electron's window options has a meaning here. */
export interface WantedWindow {
  readonly size: { readonly width: number; readonly height: number };
  readonly shown: boolean;
  readonly kiosk: boolean;
  readonly backgroundColor: string;
  readonly preloadPath: string;
  readonly javascript: boolean;
}

/** Taken and without an effect: Chromium's window manager decides, or it is so anyway. */
const harmless: readonly (keyof BrowserWindowConstructorOptions)[] = [
  'minWidth',
  'minHeight',
  'useContentSize',
  'title',
  'autoHideMenuBar',
  'icon',
];

/** Preferences that can have one value only. */
const fixed: Partial<WebPreferences> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  backgroundThrottling: false,
};

export function takeOptions(options: BrowserWindowConstructorOptions): WantedWindow {
  const { width, height, show, kiosk, backgroundColor, webPreferences, ...others } = options;
  for (const name of Object.keys(others)) {
    if (!harmless.some((known) => known === name)) throw notProvided(`the window option ${name}`);
  }
  const { preload, javascript, ...preferences } = webPreferences ?? {};
  for (const [name, value] of Object.entries(preferences)) {
    if (!(name in fixed) || fixed[name as keyof WebPreferences] !== value) {
      throw notProvided(`the web preference ${name}: ${value}`);
    }
  }
  return {
    size: { width: width ?? 800, height: height ?? 600 },
    shown: show ?? true,
    kiosk: kiosk ?? false,
    backgroundColor: backgroundColor ?? '#ffffff',
    preloadPath: preload ?? '',
    javascript: javascript ?? true,
  };
}

const notProvided = (what: string): Error => new Error(`The Electron stand-in does not provide ${what}.`);
