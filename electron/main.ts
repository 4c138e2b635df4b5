import { uptime } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  session,
  shell,
} from 'electron';
import { answer, type Heard } from './answers.ts';
import type { Pulse } from './contract/pulse.ts';
import { byThread } from './documents/ask-thread.ts';
import { defaultLanguage, type Language } from './domain/text/language.ts';
import { systemClock } from './domain/time.ts';
import { watchFaults } from './process/faults.ts';
import { endInGoodOrder } from './process/good-order.ts';
import { outliveOutput, sayTo } from './process/output.ts';
import { watchSignals } from './process/signals.ts';
import { courierThread } from './program/delivery-desk.ts';
import { exitCodes } from './program/exit-codes.ts';
import { parseOptions } from './program/options.ts';
import { type Prepared, prepare } from './program/prepare.ts';
import { Program } from './program/program.ts';
import { reportOnly } from './program/report-only.ts';
import { faceSheetsIn } from './report/fonts.ts';
import { sameBytes } from './report/stamp-pdf.ts';
import { pulseOf } from './session/pulse.ts';
import { registerAppScheme, serveAppScheme } from './window/app-scheme.ts';
import { assetsPath } from './window/assets-path.ts';
import { standInForTheView } from './window/bell.ts';
import { watchChildren } from './window/child-watch.ts';
import { consoleArguments } from './window/command-line.ts';
import { setDataFolder } from './window/data-folder.ts';
import { push } from './window/ipc.ts';
import { keepAwake } from './window/keep-awake.ts';
import { createLeaving, leaveByApp, leaveByWindow } from './window/leaving.ts';
import type { InTheWay } from './window/leaving-words.ts';
import { denyPermissions, lockDownContents } from './window/lock-down.ts';
import { openView } from './window/open-view.ts';
import { watchPainting } from './window/paint-watch.ts';
import { createPdfPrinter } from './window/pdf-printer.ts';
import { watchPower } from './window/power-watch.ts';
import { createPrintDocuments } from './window/print-documents.ts';
import { beatPulse } from './window/pulse.ts';
import { raise } from './window/raise.ts';
import { onceOfEachKind } from './window/say-once.ts';
import { screenshot } from './window/screenshot.ts';
import { secretStore } from './window/secret-store.ts';
import { paintingWords, watchSeen } from './window/seen.ts';
import { claimSingleInstance } from './window/single-instance.ts';

const here = import.meta.dirname;
/** The faces of the report lie among the files of the screen. */
const fontSheets = (): string[] => faceSheetsIn(join(here, '../renderer/assets'));
const say = sayTo(process.stderr);
/** Asked once the data folder is set. */
const chartFiles = () =>
  byThread({
    worker: pathToFileURL(join(here, 'chart-worker.js')),
    clock: systemClock,
    settingsFolder: app.getPath('userData'),
    say,
  });

/** What goes on outside the console, and who hears of it: nobody but this file until there is a console. */
const outside = {
  /** An error that nobody caught. One before the console is there leaves nothing to go on with. */
  fault: (_error: Error): void => app.exit(exitCodes.failed),
  secondStart: (): void => {},
};

function openConsole(prepared: Prepared): void {
  Menu.setApplicationMenu(null);
  denyPermissions(session.defaultSession);
  const documents = createPrintDocuments();
  serveAppScheme(protocol, join(here, '../renderer'), documents);

  const awake = keepAwake(powerSaveBlocker);
  const heard: Heard = { audio: 'working', pulse: null };
  const painting = watchPainting(systemClock, (now) => say(paintingWords[now]));
  let window = newWindow(prepared);
  // Kept beside its window: of a window that is gone it cannot be asked any more.
  let view = window.webContents;
  const sayOnce = onceOfEachKind(say);

  const program = new Program(prepared, {
    clock: systemClock,
    host: process.versions.electron === undefined ? 'stand-in' : 'electron',
    version: app.getVersion(),
    computerUptimeSeconds: uptime,
    dataFolder: app.getPath('userData'),
    journalWorker: pathToFileURL(join(here, 'journal-worker.js')),
    makeCourier: () => courierThread(pathToFileURL(join(here, 'delivery-worker.js'))),
    fontSheets: fontSheets(),
    showView: (shown) => push(view, 'view', shown, sayOnce),
    showTrend: (update) => push(view, 'trend', update, sayOnce),
    screenStaleSeconds: () => painting.silentMs / 1000,
    // Without a window nobody hears anything.
    audioNotWorking: () => !prepared.options.headless && heard.audio !== 'working',
    screenPaints: () => painting.paints,
    takePicture: () => screenshot(view),
    printPdf: sameBytes(createPdfPrinter(BrowserWindow, documents)),
    makeChartFiles: chartFiles(),
    secrets: secretStore(safeStorage, process.platform),
    runIsOn: (on) => awake.set(on),
    say,
    exit: (code) => app.exit(code),
  });
  const ending = endInGoodOrder({
    clock: systemClock,
    say,
    close: (cause) => program.close(`The program was closed: ${cause}.`),
    exitCode: () => program.exitCode,
    failedCode: exitCodes.failed,
    exit: (code) => app.exit(code),
  });
  answer(ipcMain, {
    program,
    clock: systemClock,
    painting,
    heard,
    restart: () => ending.quitInGoodOrder('to start again, asked for at the screen', () => app.relaunch()),
    say,
  });
  /** Whoever the engine is, this is how the screen hears of it; what is sent last counts. */
  const sendPulse = (pulse: Pulse): void => {
    heard.pulse = pulse;
    push(view, 'pulse', pulse, sayOnce);
  };
  beatPulse(systemClock, () => pulseOf(program.engine), sendPulse, say);

  // Without a window nobody is there to hear it.
  if (!prepared.options.headless) {
    standInForTheView(systemClock, {
      soundsHigh: () => program.engine.soundsHigh,
      viewSilentMs: () => painting.unheardMs,
      viewIsHeard: () => heard.audio === 'working',
      ring: () => shell.beep(),
      say,
    });
  }

  const quit = (cause: string): void => ending.quitInGoodOrder(cause);
  const leaving = createLeaving({
    inTheWay: () => inTheWay(program),
    language: () => program.language ?? defaultLanguage,
    ask: (box) => dialog.showMessageBox(box),
    quit,
    isEnding: () => ending.cause !== null,
    say,
  });
  const connect = (): void => {
    leaveByWindow(window, leaving, quit);
    watchSeen(window, painting);
  };
  connect();
  leaveByApp(app, leaving, () => {
    if (ending.cause !== null) return;
    say("The console's window is gone; it is opened again.");
    window = newWindow(prepared);
    view = window.webContents;
    connect();
  });
  watchSignals(process, quit);
  watchPower(powerMonitor, quit, say);
  watchChildren(app, systemClock.monotonicMs, say);
  outside.fault = (error) => program.engine.hearFault(error);
  outside.secondStart = () => {
    if (prepared.options.headless) say('Another start was refused; this console has no window to show.');
    else raise(window);
  };
  program.start();
}

/** What a person who leaves is asked about; without a window nobody can be asked. */
function inTheWay(program: Program): InTheWay | null {
  if (program.prepared.options.headless) return null;
  if (program.fluidIn) return 'fluid';
  return program.runIsOpen ? 'run' : null;
}

/** The documents of a run whose console was lost, and nothing else. */
function makeReport(folder: string, to: string | null, language: Language): void {
  // The window that prints is the only one, and its end is not the end of the work.
  app.on('window-all-closed', () => {});
  const documents = createPrintDocuments();
  serveAppScheme(protocol, join(here, '../renderer'), documents);
  const printPdf = sameBytes(createPdfPrinter(BrowserWindow, documents));
  const how = { printPdf, fontSheets: fontSheets(), makeChartFiles: chartFiles(), clock: systemClock };
  void reportOnly({ folder, to, language, say, ...how }).then((code) => app.exit(code));
}

/** The console's window, new. */
const newWindow = (prepared: Prepared): BrowserWindow =>
  openView(BrowserWindow, {
    preload: join(here, '../preload/preload.cjs'),
    headless: prepared.options.headless,
    after: systemClock.after,
    say,
  });

function begin(): void {
  const parsed = parseOptions(consoleArguments(process.argv, app.isPackaged));
  if (parsed.ok && parsed.options.report !== null) {
    const { report, reportTo, language } = parsed.options;
    void app.whenReady().then(() => makeReport(report, reportTo, language ?? defaultLanguage));
    return;
  }
  const preparation = parsed.ok ? prepare(parsed.options, assetsPath, app.getPath('userData')) : parsed;
  if (!preparation.ok) {
    say(preparation.problem);
    app.exit(parsed.ok ? exitCodes.badInput : parsed.exitCode);
    return;
  }
  // Not awaited: Electron becomes ready only after this module has been read to its end.
  void app.whenReady().then(() => openConsole(preparation.prepared));
}

outliveOutput(process.stdout, process.stderr);
watchFaults(process, {
  monotonicMs: systemClock.monotonicMs,
  say,
  onFault: (error) => outside.fault(error),
});
setDataFolder(app);
registerAppScheme(protocol);
lockDownContents(app, say);
if (claimSingleInstance(app, say, () => outside.secondStart())) begin();
