/** A main that says every turn of its life; `--then=` says what it does once its window is there. */
import { app, BrowserWindow, dialog, Menu, powerSaveBlocker } from 'electron';

const say = (line: string): void => console.log(line);
for (const event of ['ready', 'window-all-closed', 'before-quit', 'will-quit'] as const) {
  app.on(event as 'ready', () => say(event));
}
app.on('quit', (_event, code) => say(`quit ${code}`));

const then: Record<string, (window: BrowserWindow) => void> = {
  quit: () => app.quit(),
  exit: () => app.exit(7),
  close: (window) => window.close(),
  wait: () => say('waiting'),
  hear: () => {
    process.on('SIGTERM', () => {
      say('heard SIGTERM');
      app.exit(5);
    });
    say('waiting');
  },
  ask: async () => {
    const { response } = await dialog.showMessageBox({
      message: 'Leave?',
      buttons: ['Leave', 'Stay'],
      cancelId: 1,
    });
    say(`answered ${response}`);
    app.relaunch();
    app.exit(0);
  },
  refuse: (window) => {
    window.once('close', (event) => {
      say('close refused');
      event.preventDefault();
    });
    app.quit();
    say('still here');
    app.quit();
  },
};

app.on('window-all-closed', () => app.quit());
app.whenReady().then(async () => {
  Menu.setApplicationMenu(null);
  const blocker = powerSaveBlocker.start('prevent-display-sleep');
  say(`kept awake: ${powerSaveBlocker.isStarted(blocker)}`);
  const window = new BrowserWindow({ width: 300, height: 200 });
  window.on('closed', () => say('closed'));
  await window.loadURL('data:text/html,<title>life</title>');
  say(`window ${BrowserWindow.getAllWindows().length}`);
  then[app.commandLine.getSwitchValue('then')]?.(window);
});
await new Promise((resolve) => setTimeout(resolve, 50));
say('read to its end');
