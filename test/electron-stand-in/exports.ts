import { absent } from './absent.ts';

type ElectronModule = typeof import('electron/main') & typeof import('electron/common');
const names = [
  'app',
  'BrowserWindow',
  'dialog',
  'ipcMain',
  'Menu',
  'nativeTheme',
  'powerMonitor',
  'powerSaveBlocker',
  'protocol',
  'safeStorage',
  'session',
  'shell',
] as const;
export type ProvidedModule = Pick<ElectronModule, (typeof names)[number]>;

/** Everything else that `electron` exports in main: importable, and any use throws with its name. */
const lacking = {
  autoUpdater: null,
  BaseWindow: null,
  BrowserView: null,
  clipboard: null,
  ClipboardItem: null,
  contentTracing: null,
  crashReporter: null,
  desktopCapturer: null,
  globalShortcut: null,
  ImageView: null,
  inAppPurchase: null,
  IpcMainServiceWorker: null,
  MenuItem: null,
  MessageChannelMain: null,
  nativeImage: null,
  net: null,
  netLog: null,
  Notification: null,
  pushNotifications: null,
  screen: null,
  sharedTexture: null,
  ShareMenu: null,
  systemPreferences: null,
  TouchBar: null,
  Tray: null,
  utilityProcess: null,
  View: null,
  webContents: null,
  WebContentsView: null,
  webFrameMain: null,
  WebSocket: null,
} satisfies Record<Exclude<keyof ElectronModule, keyof ProvidedModule>, null>;

let provided: ProvidedModule | null = null;

/** Says what `import … from 'electron'` gives from now on. */
export function provideElectron(module: ProvidedModule): void {
  provided = module;
}

/** Looked up by the module that stands for `electron`. */
export function electronExport(name: string): unknown {
  if (!provided) throw new Error('electron was imported outside the Electron stand-in');
  const known = names.find((one) => one === name);
  return known ? provided[known] : absent(name);
}

/** The source of the module that stands for `electron`. */
export const electronModuleSource = (): string =>
  [
    `import { electronExport } from ${JSON.stringify(import.meta.url)};`,
    ...[...names, ...Object.keys(lacking)].map((name) => `export const ${name} = electronExport('${name}');`),
    `export default { ${[...names, ...Object.keys(lacking)].join(', ')} };`,
  ].join('\n');
