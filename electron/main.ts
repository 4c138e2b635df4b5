import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, Menu, protocol, session } from 'electron';
import { systemClock } from './domain/time.ts';
import { registerAppScheme, serveAppScheme } from './window/app-scheme.ts';
import { openConsoleWindow } from './window/console-window.ts';
import { setDataFolder } from './window/data-folder.ts';
import { handle } from './window/ipc.ts';
import { denyPermissions, lockDownContents } from './window/lock-down.ts';
import { watchPainting } from './window/paint-watch.ts';
import { createPrintDocuments } from './window/print-documents.ts';
import { claimSingleInstance } from './window/single-instance.ts';
import { watchView } from './window/view-watch.ts';

const say = (line: string) => console.error(line);

function openConsole(): void {
  Menu.setApplicationMenu(null);
  denyPermissions(session.defaultSession);
  serveAppScheme(protocol, join(import.meta.dirname, '../renderer'), createPrintDocuments());

  const painting = watchPainting(systemClock, (paints) =>
    say(paints ? 'The view paints again.' : 'The view has stopped painting.'),
  );
  handle(ipcMain, 'painted', ({ frame }) => {
    painting.painted(frame);
    return null;
  });

  const window = openConsoleWindow(
    BrowserWindow,
    {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      title: 'Isotherm',
      size: { width: 1280, height: 800 },
      visible: !app.commandLine.hasSwitch('headless'),
      kiosk: false,
    },
    say,
  );
  watchView(window.webContents, systemClock.after, (trouble) =>
    say(`The view ${trouble.kind === 'hung' ? 'hangs' : `is gone (${trouble.reason})`}; it is loaded again.`),
  );
  app.on('window-all-closed', () => app.quit());
}

setDataFolder(app);
registerAppScheme(protocol);
lockDownContents(app, say);
if (claimSingleInstance(app, say, () => BrowserWindow.getAllWindows()[0]?.focus())) {
  // Not awaited: Electron becomes ready only after this module has been read to its end.
  app.whenReady().then(openConsole);
}
