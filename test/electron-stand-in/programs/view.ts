/** A main with one page under `test://page/`, that says what the page does and does what `--then=` says. */
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, nativeTheme, protocol } from 'electron';

const say = (line: string): void => console.log(line);
const html = (script: string) => `<!doctype html><title>view</title><h1>view</h1><script>${script}</script>`;
const pages: Record<string, string> = {
  '/': html(`door.hear((heard) => door.ask('tell', heard)); door.ask('tell', 'loaded');`),
};

protocol.registerSchemesAsPrivileged([{ scheme: 'test', privileges: { standard: true, secure: true } }]);
app.on('window-all-closed', () => app.exit(3));
app.whenReady().then(async () => {
  protocol.handle('test', ({ url }) => {
    const page = pages[new URL(url).pathname];
    return new Response(page ?? 'nothing here', {
      status: page === undefined ? 404 : 200,
      headers: { 'content-type': 'text/html' },
    });
  });
  nativeTheme.themeSource = 'dark';
  const window = new BrowserWindow({
    width: 320,
    height: 240,
    webPreferences: { preload: join(import.meta.dirname, 'view-preload.cjs') },
  });
  const view = window.webContents;
  ipcMain.handle('tell', ({ senderFrame, sender }, ...told: unknown[]) => {
    say(`told ${JSON.stringify(told)} by ${senderFrame?.url}, own view: ${sender === view}`);
    return null;
  });
  ipcMain.handle('fail', () => {
    throw new RangeError('42.5 is too warm');
  });
  ipcMain.handle('map', () => new Map());
  view.on('render-process-gone', (_event, { reason }) => {
    say(`gone ${reason}`);
    nativeTheme.themeSource = 'light';
    view.reload();
  });
  view.on('console-message', ({ level, message }) => say(`console ${level} ${message}`));
  view.on('will-navigate', (navigation) => {
    say(`wants to go to ${navigation.url}`);
    navigation.preventDefault();
  });
  await window.loadURL('test://page/');
  say(`at ${view.getURL()}`);
  for (const payload of [{ celsius: 42.5 }, [null, 'é', 1e-9]]) view.send('news', payload);
  for (const wrong of [new Map(), undefined, Number.NaN, new Date(0)]) {
    try {
      view.send('news', wrong);
    } catch (error) {
      say(`not sent: ${(error as Error).message}`);
    }
  }
  const picture = await view.capturePage();
  say(`picture ${JSON.stringify(picture.getSize())} ${picture.toPNG().subarray(1, 4)}`);
  await window.loadURL('test://page/nowhere').then(() => say('404 loads'));
  await window.loadURL('https://nowhere.invalid/').catch((error: Error) => say(error.message));
  await window.loadURL('test://page/');
  say('ready for more');
});
