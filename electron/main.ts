import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  powerSaveBlocker,
  protocol,
  session,
  type WebContents,
} from 'electron';
import type { AudioState } from './contract/alarm-system.ts';
import type { Language } from './domain/text/language.ts';
import { systemClock } from './domain/time.ts';
import { exitCodes } from './program/exit-codes.ts';
import { parseOptions } from './program/options.ts';
import { type Prepared, prepare } from './program/prepare.ts';
import { Program } from './program/program.ts';
import { reportOnly } from './program/report-only.ts';
import { styleSheetsIn } from './report/fonts.ts';
import { registerAppScheme, serveAppScheme } from './window/app-scheme.ts';
import { assetsPath } from './window/assets-path.ts';
import { consoleArguments } from './window/command-line.ts';
import { openConsoleWindow } from './window/console-window.ts';
import { setDataFolder } from './window/data-folder.ts';
import { handle, push } from './window/ipc.ts';
import { keepAwake } from './window/keep-awake.ts';
import { denyPermissions, lockDownContents } from './window/lock-down.ts';
import { type PaintWatch, watchPainting } from './window/paint-watch.ts';
import { createPdfPrinter } from './window/pdf-printer.ts';
import { createPrintDocuments } from './window/print-documents.ts';
import { screenshot } from './window/screenshot.ts';
import { claimSingleInstance } from './window/single-instance.ts';
import { logViewErrors } from './window/view-log.ts';
import { watchView } from './window/view-watch.ts';

const here = import.meta.dirname;
/** The faces of the screen, for the report as well. */
const fontSheets = (): string[] => styleSheetsIn(join(here, '../renderer/assets'));
const say = (line: string): void => console.error(line);

/** What the view has said of itself; working until it says otherwise. */
interface Heard {
  audio: AudioState;
}

function openConsole(prepared: Prepared): void {
  Menu.setApplicationMenu(null);
  denyPermissions(session.defaultSession);
  const documents = createPrintDocuments();
  serveAppScheme(protocol, join(here, '../renderer'), documents);

  const awake = keepAwake(powerSaveBlocker);
  const heard: Heard = { audio: 'working' };
  const painting = watchPainting(systemClock, (paints) =>
    say(paints ? 'The view paints again.' : 'The view has stopped painting.'),
  );
  let view: WebContents = openView(prepared).webContents;

  const program = new Program(prepared, {
    clock: systemClock,
    host: process.versions.electron === undefined ? 'stand-in' : 'electron',
    version: app.getVersion(),
    dataFolder: app.getPath('userData'),
    journalWorker: pathToFileURL(join(here, 'journal-worker.js')),
    fontSheets: fontSheets(),
    showView: (shown) => push(view, 'view', shown),
    showTrend: (update) => push(view, 'trend', update),
    screenStaleSeconds: () => painting.silentMs / 1000,
    // Without a window nobody hears anything.
    audioNotWorking: () => !prepared.options.headless && heard.audio !== 'working',
    screenPaints: () => painting.paints,
    takePicture: () => screenshot(view),
    printPdf: createPdfPrinter(BrowserWindow, documents),
    runIsOn: (on) => awake.set(on),
    say,
    exit: (code) => app.exit(code),
  });
  answer(program, painting, heard);
  app.on('window-all-closed', () => {
    // Leaving the window does not leave the run.
    if (program.runIsOpen) view = openView(prepared).webContents;
    else app.quit();
  });
  app.on('before-quit', (event) => {
    event.preventDefault();
    void program.close().then(() => app.exit(program.exitCode));
  });
  program.start();
}

/** The documents of a run whose console was lost, and nothing else. */
function makeReport(folder: string, language: Language): void {
  // The window that prints is the only one, and its end is not the end of the work.
  app.on('window-all-closed', () => {});
  const documents = createPrintDocuments();
  serveAppScheme(protocol, join(here, '../renderer'), documents);
  const printPdf = createPdfPrinter(BrowserWindow, documents);
  void reportOnly(folder, language, printPdf, fontSheets(), say).then((code) => app.exit(code));
}

function openView(prepared: Prepared): BrowserWindow {
  const window = openConsoleWindow(
    BrowserWindow,
    {
      preload: join(here, '../preload/preload.cjs'),
      title: 'Isotherm',
      size: { width: 1280, height: 800 },
      visible: !prepared.options.headless,
      kiosk: false,
    },
    say,
  );
  logViewErrors(window.webContents, say);
  watchView(window.webContents, systemClock.after, (trouble) =>
    say(`The view ${trouble.kind === 'hung' ? 'hangs' : `is gone (${trouble.reason})`}; it is loaded again.`),
  );
  return window;
}

function answer(program: Program, painting: PaintWatch, heard: Heard): void {
  handle(ipcMain, 'load', () => program.console.load());
  handle(ipcMain, 'start', (request) => program.startRun(request));
  handle(ipcMain, 'savePreset', (request) => program.savePreset(request));
  handle(ipcMain, 'act', ({ by, action }) => program.console.act(by, action));
  handle(ipcMain, 'newCase', () => ({ ok: program.console.newCase() }));
  handle(ipcMain, 'painted', ({ frame }) => {
    painting.painted(frame);
    return null;
  });
  handle(ipcMain, 'language', ({ language }) => {
    program.language = language;
    return null;
  });
  handle(ipcMain, 'audio', ({ state }) => {
    heard.audio = state;
    const heardByPeople = !program.prepared.options.headless;
    if (heardByPeople && state !== 'working') say(`The audio output of the view is ${state}.`);
    return null;
  });
}

function begin(): void {
  const parsed = parseOptions(consoleArguments(process.argv, app.isPackaged));
  if (parsed.ok && parsed.options.report !== null) {
    const { report, language } = parsed.options;
    void app.whenReady().then(() => makeReport(report, language));
    return;
  }
  const sitePresets = join(app.getPath('userData'), 'presets');
  const preparation = parsed.ok ? prepare(parsed.options, assetsPath, sitePresets) : parsed;
  if (!preparation.ok) {
    say(preparation.problem);
    app.exit(parsed.ok ? exitCodes.badInput : parsed.exitCode);
    return;
  }
  // Not awaited: Electron becomes ready only after this module has been read to its end.
  void app.whenReady().then(() => openConsole(preparation.prepared));
}

setDataFolder(app);
registerAppScheme(protocol);
lockDownContents(app, say);
if (claimSingleInstance(app, say, () => BrowserWindow.getAllWindows()[0]?.focus())) begin();
