import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppLife } from './app.ts';
import { findChromium } from './chromium.ts';
import { Chromiums } from './chromiums.ts';
import { type Command, findApplication, switchValue } from './command.ts';
import { dialog, menu, powerMonitor, powerSaveBlocker, safeStorage, shell } from './desktop.ts';
import { electronModuleSource, provideElectron } from './exports.ts';
import { IpcHandlers } from './ipc-main.ts';
import { Schemes } from './schemes.ts';
import { createSession } from './session.ts';
import { Theme } from './theme.ts';
import { Windows } from './windows.ts';

const electronUrl = 'electron-stand-in:electron';
/** Switches that mean something to Chromium wherever they stand on the command line. */
const chromiumSwitch = /^--(remote-debugging-port|force-device-scale-factor|lang)(=|$)/;

/**
 * Gets everything ready to run a built main bundle as Electron would; throws when Chromium or the bundle is
 * missing. The returned function runs it: main is read to its end, then the program is ready.
 */
export function prepareMain(command: Command): () => Promise<void> {
  findChromium();
  const application = findApplication(command.app, electronVersion());
  const all = [...command.switches, ...command.args];
  const headless = !process.env.DISPLAY || switchValue(all, 'headless') !== null;

  const life = new AppLife(application, all);
  const named = switchValue(all, 'user-data-dir');
  if (named) life.paths.set('userData', resolve(named));
  const schemes = new Schemes(life.isReady);
  const theme = new Theme();
  const ipc = new IpcHandlers();
  const chromiums = new Chromiums(
    headless,
    all.filter((one) => chromiumSwitch.test(one)),
  );
  const session = createSession(life.isReady);
  const windows = new Windows({
    chromiums,
    ipc,
    schemes,
    theme,
    headless,
    isReady: life.isReady,
    app: life.emitter,
    session,
  });
  provideElectron({
    app: life.app,
    BrowserWindow: windows.BrowserWindow,
    dialog,
    ipcMain: ipc.ipcMain,
    Menu: menu,
    nativeTheme: theme.nativeTheme,
    powerMonitor,
    powerSaveBlocker,
    protocol: schemes.protocol,
    safeStorage,
    session,
    shell,
  });
  standForElectron();

  process.argv = [process.execPath, ...command.switches, command.app, ...command.args];
  process.on('exit', () => life.cleanUp());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // A handler of the program's own takes the place of Electron's.
      if (process.listenerCount(signal) === 1) life.quit();
    });
  }
  // Electron runs until it is told to quit, window or not.
  setInterval(() => {}, 2 ** 30);

  return async () => {
    await import(pathToFileURL(application.entry).href);
    life.becomeReady(windows, chromiums);
  };
}

/** From now on `electron` means the stand-in, for import and require alike. */
function standForElectron(): void {
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier !== 'electron' && specifier !== 'electron/main') return next(specifier, context);
      return { url: electronUrl, format: 'module', shortCircuit: true };
    },
    load(url, context, next) {
      if (url !== electronUrl) return next(url, context);
      return { format: 'module', source: electronModuleSource(), shortCircuit: true };
    },
  });
}

function electronVersion(): string {
  const description = new URL('../../node_modules/electron/package.json', import.meta.url);
  return String(JSON.parse(readFileSync(description, 'utf8')).version);
}
