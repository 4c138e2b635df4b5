/** A main that asks for what the stand-in lacks and says what it was told. */
import electron, { app, BrowserWindow, ipcMain, Tray } from 'electron';

const attempts: [string, () => unknown][] = [
  ['export', () => new Tray('icon.png')],
  ['member of an export', () => electron.clipboard.readText()],
  ['member', () => app.dock],
  ['event', () => app.on('gpu-info-update', () => {})],
  ['option', () => new BrowserWindow({ frame: false })],
  ['preference', () => new BrowserWindow({ webPreferences: { nodeIntegration: true } })],
  ['static', () => BrowserWindow.fromId(1)],
  ['path', () => app.getPath('music')],
  ['second handler', () => ipcMain.handle('taken', () => null)],
];

app.whenReady().then(() => {
  ipcMain.handle('taken', () => null);
  for (const [what, attempt] of attempts) {
    try {
      attempt();
      console.log(`${what}: nothing thrown`);
    } catch (error) {
      console.log(`${what}: ${(error as Error).message}`);
    }
  }
  app.exit();
});
