import { resolve } from 'node:path';
import type { App } from 'electron';

/** Puts records and settings where `--user-data-dir=<folder>` says. Call it before the `ready` event. */
export function setDataFolder(app: Pick<App, 'commandLine' | 'setPath'>): void {
  const folder = app.commandLine.getSwitchValue('user-data-dir');
  if (folder !== '') app.setPath('userData', resolve(folder));
}
